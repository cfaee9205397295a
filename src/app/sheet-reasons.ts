import type { Explanation, Report } from "../core/model/report";
import type { Verdicts } from "../core/rules/check";
import { findingsOf } from "../core/rules/evaluate";
import { reviewAnchor } from "../formats/xlsx/form-layout";
import { readReviewRows, reviewRowsOf, type ReviewRow } from "../formats/xlsx/review-read";
import type { FormInWorkbook } from "./form-in-workbook";

type Reasons = Report["explanations"];

/** What people typed into the sheet 校验与说明 of the open workbook. */
export type SheetReasons = {
  /**
   * The reasons after what stands in the sheet now. A reason is bound to the figures that its rule has when it is first
   * seen there; one without a date is of today.
   */
  readonly take: (form: FormInWorkbook, verdicts: Verdicts, today: string) => Taken;
  /** The sheet has been written anew: its own records tell what stands there. */
  readonly forget: () => void;
};

export type Taken = {
  /** Null where the sheet says nothing new. */
  readonly explanations: Reasons | null;
  /** Reasons typed into rows of no rule that have not been told of before; `place` is a row of the sheet, from 1. */
  readonly stray: readonly { readonly row: number; readonly text: string }[];
};

const nothing: Taken = { explanations: null, stray: [] };

/**
 * Remembers what has been taken over, so that a reason keeps the figures it was given for although the sheet itself is
 * only written on command. One for each session.
 */
export function createSheetReasons(): SheetReasons {
  /** What stood in a row when its reason was taken over, by rule. */
  const seen = new Map<string, Explanation | null>();
  const told = new Set<string>();

  return {
    take: ({ mirror, identity }, verdicts, today) => {
      const block = mirror.block(reviewAnchor);
      if (block === undefined) return nothing;
      const rows = reviewRowsOf(block.values).map((row) => asSeen(row, seen));
      const known: Reasons = identity.explanations;
      const figures = (rule: string): Pick<Explanation, "left" | "right"> | undefined =>
        verdicts.flatMap(findingsOf).find((finding) => finding.rule === rule);
      const { explanations, stray } = readReviewRows(rows, known, figures);
      const changed = [...new Set([...Object.keys(known), ...Object.keys(explanations)])].filter(
        (rule) => explanations[rule] !== known[rule],
      );
      for (const rule of changed) seen.set(rule, explanations[rule] ?? null);
      const fresh = stray.filter(({ text }) => !told.has(text));
      for (const { text } of fresh) told.add(text);
      return {
        explanations:
          changed.length === 0
            ? null
            : Object.fromEntries(
                Object.entries(explanations).map(([rule, reason]) => [
                  rule,
                  changed.includes(rule) && reason.at === "" ? { ...reason, at: today } : reason,
                ]),
              ),
        stray: fresh.map(({ row, text }) => ({ row: block.row + row + 1, text })),
      };
    },
    forget: () => {
      seen.clear();
    },
  };
}

/** The row as if Gouji had written into it what was taken over from it. */
function asSeen(row: ReviewRow, seen: ReadonlyMap<string, Explanation | null>): ReviewRow {
  const key = typeof row.key === "string" ? row.key : "";
  const told = seen.get(key);
  return told === undefined ? row : { ...row, told };
}
