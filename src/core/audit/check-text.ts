import type { CellId } from "../model/cell";
import { weightedSum } from "../model/decimal";
import type { Report } from "../model/report";
import { lookupIn } from "../narrative/inputs";
import type { Applicability, Condition, Severity } from "../rules/rule";
import type { AuditClaim } from "./claim";
import { condense } from "./condense";
import type { AuditInputs } from "./reader";
import { findSections } from "./sentences";
import { checkDeadline, checkPeriod, checkStaleYear } from "./text-dates";
import { checkAmount, checkClaims, checkFooter } from "./text-figures";
import type { FoundOrOpen, TextReading } from "./text-reading";
import type { TextRule } from "./text-rule";
import { checkLength, checkSections, checkSimilarity, checkTitle, checkWords } from "./text-structure";

/** One place where a text is not as a rule of the form demands. Carries figures and words of the text, no sentences. */
export type TextFinding = {
  /** With the template's id: `nb2021.narr.sections`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly cells: readonly CellId[];
  /** What the text says and what it is held against, where the rule compares figures. */
  readonly left: number | null;
  readonly right: number | null;
  /** Fillers of the rule's sentence; lists are joined by the messages. */
  readonly words: Readonly<Record<string, string | readonly string[]>>;
  /** The place in the text, where there is one. */
  readonly offset: number | null;
  readonly quote: string | null;
};

/** The text rules of a form with what became of them; rules that do not concern the report are in none of the lists. */
export type TextCheck = {
  readonly findings: readonly TextFinding[];
  /** Ids of the rules of which the text does not tell: an excerpt, no text of last year. */
  readonly undecided: readonly string[];
  readonly passed: readonly string[];
};

/**
 * Holds a text against the text rules of the form.
 * @param claims the claims of the same text, as `audit` found them
 * @param priorText last year's report text, where it is at hand
 */
export function checkText(
  inputs: AuditInputs,
  text: string,
  claims: readonly AuditClaim[],
  priorText?: string,
): TextCheck {
  const condensed = condense(text);
  const sections = findSections(condensed, inputs.template);
  const reading: TextReading = { ...inputs, original: text, condensed, sections, claims, priorText };
  const findings: TextFinding[] = [];
  const undecided: string[] = [];
  const passed: string[] = [];
  for (const rule of inputs.textForm?.rules ?? []) {
    if (!isAsked(rule.appliesTo, inputs.report) || !holds(rule.when, inputs)) continue;
    const id = `${inputs.template.id}.${rule.id}`;
    const found = foundBy(rule, reading);
    if (found === undefined) undecided.push(id);
    else if (found.length === 0) passed.push(id);
    else findings.push(...findingsOf(rule, id, found, inputs));
  }
  return { findings, undecided, passed };
}

function findingsOf(
  { severity, when }: TextRule,
  rule: string,
  found: NonNullable<FoundOrOpen>,
  inputs: AuditInputs,
): readonly TextFinding[] {
  const cells = when?.left.map(({ ref }) => ref as CellId) ?? [];
  const whenWords = when === undefined ? {} : { when0: String(sumOf(when, inputs) ?? "") };
  return found.map((one): TextFinding => ({
    rule,
    severity,
    cells,
    left: null,
    right: null,
    offset: null,
    quote: null,
    ...one,
    words: { ...whenWords, ...one.words },
  }));
}

function foundBy(rule: TextRule, reading: TextReading): FoundOrOpen {
  switch (rule.kind) {
    case "sections":
      return checkSections(reading);
    case "title":
      return checkTitle(reading, rule.pattern);
    case "period":
      return checkPeriod(reading);
    case "staleYear":
      return checkStaleYear(reading);
    case "words":
      return checkWords(rule, reading);
    case "length":
      return checkLength(rule, reading);
    case "amount":
      return checkAmount(rule, reading);
    case "similarity":
      return checkSimilarity(rule, reading);
    case "deadline":
      return checkDeadline(rule, reading);
    case "claims":
      return checkClaims(rule, reading);
    case "footer":
      return checkFooter(rule, reading);
  }
}

/** A profile that is unknown cannot be told. */
function isAsked(appliesTo: Applicability | undefined, { unitType }: Report): boolean {
  return appliesTo?.unitType === undefined || (unitType !== null && appliesTo.unitType.includes(unitType));
}

function sumOf({ left }: Condition, { template, report }: AuditInputs): number | undefined {
  const lookup = lookupIn({ template, report, prior: undefined });
  const values = left.flatMap(({ ref, coef }) => {
    const value = lookup(ref.split("."));
    return value === undefined ? [] : [{ value, coef: coef ?? 1 }];
  });
  return values.length === 0 ? undefined : weightedSum(values);
}

function holds(when: Condition | undefined, inputs: AuditInputs): boolean {
  if (when === undefined) return true;
  const sum = sumOf(when, inputs);
  if (sum === undefined) return false;
  switch (when.op) {
    case "=":
      return sum === when.const;
    case "<":
      return sum < when.const;
    case "<=":
      return sum <= when.const;
    case ">":
      return sum > when.const;
    case ">=":
      return sum >= when.const;
  }
}
