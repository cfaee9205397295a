import type { FactSection } from "../../core/model/facts";
import type { Row } from "../../core/model/template";
import type { Choice, ListPart, ListRule, SentenceRule, Variant } from "../../core/narrative/sentence-rule";

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

/** A fact's figure with its categories, and with their shares of it where the clerk wants them. */
export function dividedFactSentence(
  id: string,
  fact: `${FactSection}.${string}`,
  some: string,
  none: string,
): SentenceRule {
  return factSentence(id, fact, `${some}{${fact}}{?parts}。`, none, {
    parts: [{ when: ["disclosure.shares.said = 1"], text: `{${fact}.shares}` }, { text: `{${fact}.parts}` }],
  });
}

/**
 * How a figure compares with last year's, in number and in percent; nothing where either is unknown.
 * @param paths cells whose sum it is, or a fact (`disclosure.pub_total`), of which only exact figures are compared
 */
export function comparedSentence(
  id: string,
  subject: string,
  paths: readonly string[],
  unit: string,
  isFact = false,
): SentenceRule {
  const said = paths.map((path) => (isFact ? `${path}.value` : path));
  const asked = paths.map((path) => (isFact ? `${path}.exact` : path));
  const last = (list: readonly string[]): readonly string[] => list.map((path) => `prior.${path}`);
  const difference = (plus: readonly string[], minus: readonly string[], coef = ""): string =>
    [...plus.map((path) => `+${coef}${path}`), ...minus.map((path) => `-${coef}${path}`)].join("").slice(1);
  const changed = (word: string, growth: string, plus: readonly string[], minus: readonly string[]): Variant => ({
    id: `${id}.${word === "增加" ? "more" : "less"}`,
    when: [`${asked.join("+")} ${word === "增加" ? ">" : "<"} ${last(asked).join("+")}`],
    text: `${subject}比上年${word}{${difference(plus, minus)}|${unit}}{?percent}。`,
    choices: {
      percent: [
        {
          when: [`${last(asked).join("+")} > 0`],
          text: `，${growth}{(${difference(plus, minus, "100*")})/(${last(said).join("+")})|%}`,
        },
      ],
    },
  });
  return {
    oneOf: [
      changed("增加", "增长", said, last(said)),
      changed("减少", "下降", last(said), said),
      {
        id: `${id}.same`,
        when: [`${asked.join("+")} = ${last(asked).join("+")}`, `${asked.join("+")} > 0`],
        text: `${subject}与上年持平。`,
      },
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
