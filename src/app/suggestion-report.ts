import { suggest, type CellChange } from "../core/locate/suggest";
import type { SlipKind } from "../core/locate/slip";
import { suggestionMessage } from "../messages/suggestion";
import type { Checked } from "./check-report";

/** A suggestion as other programs read it. */
export type SuggestionReport = {
  /** It is the only explanation of the findings that it resolves. */
  readonly certain: boolean;
  readonly kind: SlipKind;
  readonly changes: readonly CellChange[];
  /** Broken rules that hold once the changes are made. */
  readonly resolves: readonly string[];
  /** For a blank: the rules that its value follows from. */
  readonly because: readonly string[];
  readonly message: string;
};

/**
 * Which cells are probably wrong and what should stand there: explanations of 强制 findings first, fills of blanks last.
 * @param deadline true once the time is up; explanations not found by then are missing
 */
export function suggestionReports(
  { book, report, prior, computed, verdicts }: Checked,
  deadline: () => boolean,
): readonly SuggestionReport[] {
  return suggest(book, { ...report, prior: prior?.values, computed }, verdicts, deadline).map((found) => {
    const { certain, kind, changes, resolves, because } = found;
    return { certain, kind, changes, resolves, because, message: suggestionMessage(book, found) };
  });
}
