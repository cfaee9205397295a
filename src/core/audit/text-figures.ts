import type { CellId } from "../model/cell";
import { lookupIn } from "../narrative/inputs";
import { bodyOf, type Found, type FoundOrOpen, type TextReading } from "./text-reading";
import type { AmountRule, ClaimsRule, FooterRule } from "./text-rule";

/** An amount that a section names is covered by its cell. */
export function checkAmount(rule: AmountRule, reading: TextReading): FoundOrOpen {
  const found = reading.sections.find(({ id }) => id === rule.section);
  const body = bodyOf(reading, rule.section);
  const match = body === undefined ? null : rule.pattern.exec(body);
  if (found === undefined || match === null) return undefined;
  const amount = Number(match[1]) * (match[2] === "万元" ? 10_000 : 1);
  const lookup = lookupIn({ template: reading.template, report: reading.report, prior: undefined });
  const cell = lookup(rule.cell.split("."));
  if (cell === undefined) return undefined;
  if (amount <= cell * 10_000 + 1e-6) return [];
  const at = reading.condensed.text.indexOf(match[0], found.body.start);
  return [
    {
      cells: [rule.cell as CellId],
      left: amount,
      right: cell * 10_000,
      offset: reading.condensed.at[at] ?? null,
      quote: match[0],
      words: { n: String(amount), a: String(cell) },
    },
  ];
}

/** What the text says of some lines of the tables is what stands there. */
export function checkClaims({ topic, lines, denied }: ClaimsRule, { claims }: TextReading): FoundOrOpen {
  const meant = claims
    .filter(({ subject }) => subject?.topic === topic && subject.lines.every((line) => lines.includes(line)))
    .filter(({ subject, value }) =>
      denied === true ? subject?.isDenied === true : value !== null && subject?.isPart !== true,
    )
    .filter(({ expected, reason }) => expected !== null && reason.kind !== "loose");
  if (meant.length === 0) return undefined;
  return meant
    .filter(({ verdict }) => verdict !== "consistent")
    .map(({ value, expected, sources, offset, sentence }): Found => {
      const n = value === null ? 0 : typeof value === "number" ? value : value.value;
      return {
        cells: sources.filter((source): source is CellId => source.split(".").length === 3),
        left: n,
        right: expected,
        offset,
        quote: sentence,
        words: { n: String(n), a: String(expected) },
      };
    });
}

/** The name below the form is the unit's. */
export function checkFooter({ label }: FooterRule, { condensed, report }: TextReading): FoundOrOpen {
  const inText = new RegExp(`${label}：([^\\s\\n，。；]{2,40})`, "u").exec(condensed.text);
  const name = report.footer?.[label] ?? inText?.[1];
  if (name === undefined || name === "") return undefined;
  if (name.includes(report.unit) || report.unit.includes(name)) return [];
  return [
    { offset: inText === null ? null : (condensed.at[inText.index] ?? null), quote: name, words: { detail: name } },
  ];
}
