import { earlyVocabulary } from "../early-report/audit-words";

export const vocabulary = earlyVocabulary({
  received: [["s.recv.value"], ["s.done.value"]],
  handled: [["s.done.value"]],
  answered: [["s.reply.value"], ["s.done.value"]],
  review: [["s.review.value"]],
  litigation: [["s.suit.value"]],
});
