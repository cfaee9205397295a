import { earlyVocabulary } from "../early-report/audit-words";

/** 本部门, or 本部门 with its 下属单位. */
const own = (row: string): readonly (readonly string[])[] => [
  [`s.${row}.value`],
  [`s.${row}.value`, `s.s${row}.value`],
];

export const vocabulary = earlyVocabulary({
  received: own("recv"),
  handled: own("recvDone"),
  answered: [...own("recvReply"), ...own("recvDone")],
  review: [],
  litigation: [],
});
