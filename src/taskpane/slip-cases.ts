import type { Localisation, Suggestion } from "../core/locate/suggest";
import type { Finding } from "../core/rules/finding";
import type { Severity } from "../core/rules/rule";

/** One thing that probably went wrong: its possible explanations, and the 强制 findings that go when one is applied. */
export type SlipCase = {
  /** Likeliest first. */
  readonly options: readonly Suggestion[];
  readonly findings: readonly Finding[];
};

export type SlipOverview = {
  readonly cases: readonly SlipCase[];
  /** Blanks with a figure that follows from the others. */
  readonly fills: readonly Suggestion[];
  /** 强制 findings that no suggestion explains. */
  readonly others: readonly Finding[];
  /** How many of these are known to be no single slip, or were not reached in time. */
  readonly unexplained: { readonly many: number; readonly late: number };
};

/**
 * Sorts what is broken into things to do: suggestions that heal findings in common are alternatives for one slip. A
 * suggestion that only joins others, as for two slips in one table, would make one thing of two and is left out.
 */
export function slipOverview(localisation: Localisation, findings: readonly Finding[]): SlipOverview {
  const errors = new Map(
    findings.filter(({ severity }) => severity === "error").map((finding) => [finding.rule, finding]),
  );
  const healing = localisation.suggestions.filter(({ resolves }) => resolves.some((rule) => errors.has(rule)));
  const single = healing.filter((suggestion) => !isJoint(suggestion, healing));
  const cases: { options: Suggestion[]; rules: Set<string> }[] = [];
  for (const suggestion of single) {
    const rules = suggestion.resolves.filter((rule) => errors.has(rule));
    const touched = cases.filter((known) => rules.some((rule) => known.rules.has(rule)));
    const [first, ...rest] = touched;
    if (first === undefined) {
      cases.push({ options: [suggestion], rules: new Set(rules) });
      continue;
    }
    for (const other of rest) {
      first.options.push(...other.options);
      for (const rule of other.rules) first.rules.add(rule);
      cases.splice(cases.indexOf(other), 1);
    }
    first.options.push(suggestion);
    for (const rule of rules) first.rules.add(rule);
  }
  const explained = new Set(cases.flatMap(({ rules }) => [...rules]));
  const without = (reason: "many" | "late"): number =>
    localisation.unexplained
      .filter((group) => group.reason === reason)
      .flatMap(({ rules }) => rules)
      .filter((rule) => errors.has(rule) && !explained.has(rule)).length;
  return {
    cases: cases.map(({ options, rules }) => ({
      options,
      findings: [...errors.values()].filter(({ rule }) => rules.has(rule)),
    })),
    fills: localisation.suggestions.filter(
      (suggestion) =>
        suggestion.kind === "missing" &&
        !healing.includes(suggestion) &&
        // Zeros are offered sheet by sheet by 补零.
        suggestion.changes.some(({ to }) => to !== 0),
    ),
    others: [...errors.values()].filter(({ rule }) => !explained.has(rule)),
    unexplained: { many: without("many"), late: without("late") },
  };
}

/** Whether smaller suggestions together do all that it does. */
function isJoint(suggestion: Suggestion, all: readonly Suggestion[]): boolean {
  const parts = all.filter(
    (other) =>
      other.changes.length < suggestion.changes.length &&
      other.changes.every(({ cell, to }) =>
        suggestion.changes.some((change) => change.cell === cell && change.to === to),
      ),
  );
  const cells = new Set(parts.flatMap(({ changes }) => changes.map(({ cell }) => cell)));
  const healed = new Set(parts.flatMap(({ resolves }) => resolves));
  return (
    suggestion.changes.every(({ cell }) => cells.has(cell)) && suggestion.resolves.every((rule) => healed.has(rule))
  );
}

/** How many findings of each severity a suggestion would resolve. */
export function resolvedCounts(
  suggestion: Suggestion,
  findings: readonly Finding[],
): Readonly<Record<Severity, number>> {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity && suggestion.resolves.includes(finding.rule)).length;
  return { error: count("error"), warning: count("warning"), hint: count("hint") };
}
