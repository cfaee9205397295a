import type { FactSection } from "../../core/model/facts";
import type { Row } from "../../core/model/template";
import type { Choice, ListPart, ListRule, SentenceRule } from "../../core/narrative/sentence-rule";

/** A fact's figure in a sentence: one wording for 0, one for more; nothing where it is unsaid. */
export function factSentence(
  id: string,
  fact: `${FactSection}.${string}`,
  some: string,
  none: string,
  choices?: Readonly<Record<string, readonly Choice[]>>,
): SentenceRule {
  return {
    oneOf: [
      { id: `${id}.none`, when: [`${fact}.value = 0`], text: none },
      { id, when: [`${fact}.value > 0`], text: some, ...(choices && { choices }) },
    ],
  };
}

/** The sum of a table's rows in the column 总计, as an expression. */
export function totalOf(rows: readonly string[]): string {
  return rows.map((row) => `t3.${row}.total`).join("+");
}

/** A group of rows such as （三）不予公开 as one part, its rows named in brackets, by their labels or as `own` says. */
export function groupPart(
  rows: readonly Row[],
  parent: string,
  label: string,
  own: Readonly<Record<string, Partial<ListPart>>> = {},
): ListPart {
  const members = rows.filter((row) => row.parent === parent);
  const value = totalOf(members.map(({ id }) => id));
  const within: ListRule = {
    parts: members.map((row) => ({
      label: row.label.replace(/^\d+\./u, ""),
      value: `t3.${row.id}.total`,
      ...own[row.id],
    })),
    total: value,
    unit: "件",
    join: "、",
    many: "（{items}）",
    alone: ["（{label}）", "（均为{label}）"],
  };
  return { label, value, within };
}
