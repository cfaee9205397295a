import type { OpenForm } from "../app/session-state";
import { explanationState } from "../core/rules/check";
import { ruleOf } from "../core/rules/expand";
import type { Finding } from "../core/rules/finding";

/** What the chip in the head says of the report. */
export type PaneVerdict =
  | { readonly kind: "fail"; readonly errors: number }
  | { readonly kind: "incomplete"; readonly percent: number }
  | { readonly kind: "explain"; readonly open: number }
  /** The figures are right, the text is not complete; null while it is not known yet. */
  | { readonly kind: "text"; readonly missing: number | null }
  /** The clerk's own words still say figures that have changed. */
  | { readonly kind: "stale"; readonly figures: number }
  | { readonly kind: "pass" };

/**
 * What stands in the way first: wrong figures, missing ones, missing reasons, missing text. An untouched form is not
 * wrong but empty, so its finding alone makes it incomplete.
 */
export function verdictOf(form: OpenForm): PaneVerdict {
  const errors = form.result.findings.filter((finding) => finding.severity === "error" && !isUntouched(form, finding));
  if (errors.length > 0) return { kind: "fail", errors: errors.length };
  const { filled, total } = wholeProgress(form);
  // Rounded down: 100% is said when nothing is missing.
  if (filled < total) return { kind: "incomplete", percent: Math.floor((filled / total) * 100) };
  const open = form.result.findings.filter((finding) => isOpenWarning(form, finding)).length;
  if (open > 0) return { kind: "explain", open };
  const missing = form.narrative?.placeholders.length ?? null;
  if (missing !== 0) return { kind: "text", missing };
  const stale = staleFigures(form);
  return stale > 0 ? { kind: "stale", figures: stale } : { kind: "pass" };
}

function staleFigures({ text, isSealed }: OpenForm): number {
  if (text === null || isSealed) return 0;
  return text.living.paragraphs.flatMap(({ figures }) => figures).filter(({ now }) => now !== null).length;
}

/** A 核实 that still lacks a reason for the figures it has now. */
export function isOpenWarning(form: OpenForm, finding: Finding): boolean {
  return finding.severity === "warning" && explanationState(finding, form.report.explanations) !== "current";
}

/** A hint that somebody has looked at, with the figures it has now. A list of blanks is answered by filling them in. */
export function isDismissed(form: OpenForm, finding: Finding): boolean {
  return (
    finding.severity === "hint" &&
    ruleOf(form.book, finding.rule)?.rule.kind !== "required" &&
    explanationState(finding, form.report.explanations) === "current"
  );
}

/** How many findings ask for something. An untouched form asks for nothing but to be filled in. */
export function openFindings(form: OpenForm): number {
  return form.result.findings.filter((finding) => asksForMore(form, finding) && !isUntouched(form, finding)).length;
}

/** Stands in the way: a 强制, or a 核实 that lacks its reason. */
export function asksForMore(form: OpenForm, finding: Finding): boolean {
  return finding.severity === "error" || isOpenWarning(form, finding);
}

export function wholeProgress(form: OpenForm): { readonly filled: number; readonly total: number } {
  return form.progress.reduce((sum, { filled, total }) => ({ filled: sum.filled + filled, total: sum.total + total }), {
    filled: 0,
    total: 0,
  });
}

/** All is blank: said as 还没填完, not as a mistake. */
export function isUntouched(form: OpenForm, finding: Finding): boolean {
  return ruleOf(form.book, finding.rule)?.rule.kind === "untouched";
}
