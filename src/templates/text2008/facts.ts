import type { FactField } from "../../core/model/facts";
import { earlyFacts } from "../early-report/facts";

const count = (id: string, label: string, hint: string, more: Partial<FactField> = {}): FactField => ({
  id,
  section: "application",
  label,
  unit: "件",
  kind: "count",
  hint,
  ...more,
});

/** What the later forms count in tables. */
const counts: readonly FactField[] = [
  count("applications", "收到申请", "全年收到（受理）的政府信息公开申请件数，没有的填0。", {
    signs: { words: ["依申请"], units: ["件"] },
  }),
  count("applications_done", "办结申请", "全年办结（答复）的申请件数。"),
  count("agreed", "同意公开", "答复同意公开的件数。"),
  count("partly_agreed", "同意部分公开", "答复同意部分公开的件数。"),
  count("denied", "不同意公开", "答复不同意公开的件数。"),
  count("other_reply", "其他答复", "其他答复（不属于本机关公开、信息不存在、告知补正等）的件数。"),
  count("charge", "收取费用", "依申请提供政府信息收取的检索、复制、邮寄等成本费用，单位元，没有收取的填0。", {
    unit: "元",
    kind: "amount",
    aliases: ["fee"],
  }),
  count("waived", "减免费用", "减免的费用，单位元。没有的留空。", { unit: "元", kind: "amount" }),
  count(
    "review",
    "行政复议",
    "因政府信息公开申请行政复议的件数，没有的填0。只有复议、诉讼合计数的，这里和下一行留空。",
  ),
  count("suit", "行政诉讼", "因政府信息公开提起行政诉讼的件数，没有的填0。"),
  count("review_suit", "行政复议和行政诉讼合计", "复议、诉讼没有分开统计的，填在这里。"),
  count("complaint", "举报投诉", "收到的关于政府信息公开的举报、投诉件数，没有的填0。"),
];

const items = (id: string, label: string, hint: string, aliases: readonly string[]): FactField => ({
  id,
  section: "disclosure",
  label,
  unit: "项",
  kind: "count",
  hint,
  aliases,
});

/** What 表二 counts in the later forms. */
const disclosedItems: readonly FactField[] = [
  items("licensing", "公开行政许可", "公开的行政许可项数。不写的留空。", ["permit"]),
  items("punishment", "公开行政处罚", "公开的行政处罚项数。不写的留空。", ["penalty"]),
  items("procurement", "公开政府集中采购", "公开的政府集中采购项数。不写的留空。", []),
];

/** 正文要素 of a report without tables: everything that is said stands here. */
export const facts: readonly FactField[] = [...disclosedItems, ...earlyFacts, ...counts];
