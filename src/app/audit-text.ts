import { audit } from "../core/audit/audit";
import { checkText, type TextFinding } from "../core/audit/check-text";
import type { TextForm } from "../core/audit/text-form";
import type { AuditClaim, AuditVerdict, ClaimValue } from "../core/audit/claim";
import { difference } from "../core/model/decimal";
import type { Explanation, Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import { extractText, textKinds } from "../formats/text/extract-text";
import { TextError } from "../formats/text/text-error";
import { auditWords, claimMessage, textFindingMessage } from "../messages/audit";
import type { FindingReport } from "./check-report";
import { textForms } from "../templates/text-forms";
import { UserError } from "./user-error";

/** A claim as other programs read it. */
export type ClaimReport = {
  readonly text: string;
  readonly value: ClaimValue;
  readonly unit: string | null;
  readonly sentence: string;
  readonly offset: number;
  readonly verdict: AuditVerdict;
  readonly expected: number | null;
  readonly sources: readonly string[];
  readonly message: string;
};

/** A finding on the text, shaped like those on the figures, with its place in the text. */
export type TextFindingReport = FindingReport & { readonly offset: number | null; readonly quote: string | null };

/** The answer of `audit`. */
export type AuditReport = { readonly claims: readonly ClaimReport[]; readonly findings: readonly TextFindingReport[] };

/** The answer for those who also ask which rules over the text were held. */
export type TextReport = AuditReport & { readonly undecided: readonly string[]; readonly passed: readonly string[] };

/** What a text is held against: the report, and last year's report and text where they are known. */
export type AuditSubject = {
  readonly template: Template;
  readonly report: Report;
  readonly prior?: Report | undefined;
  readonly priorText?: string | undefined;
};

/** What is known of texts on a form; a variant without words of its own has those of the form. */
export function textFormOf({ id, variant }: Template): TextForm | undefined {
  return textForms[`${id}/${variant ?? ""}`] ?? textForms[id];
}

/** Every number of a text against the tables, and the text against the text rules of the form. */
export function auditText(subject: AuditSubject, text: string): TextReport {
  const { template, report, prior, priorText } = subject;
  const inputs = { template, textForm: textFormOf(template), report, prior };
  const claims = audit(inputs, text);
  const { findings, undecided, passed } = checkText(inputs, text, claims, priorText);
  return {
    claims: claims.map((claim) => claimReport(subject, claim)),
    findings: findings.map((finding) => findingReport(subject, finding)),
    undecided,
    passed,
  };
}

function claimReport({ template, report }: AuditSubject, claim: AuditClaim): ClaimReport {
  const { text, value, unit, sentence, offset, verdict, expected, sources } = claim;
  const message = claimMessage({ template, report }, claim);
  return { text, value, unit, sentence, offset, verdict, expected, sources: [...new Set(sources)], message };
}

function findingReport({ template, report }: AuditSubject, finding: TextFinding): TextFindingReport {
  const { rule, severity, cells, left, right, offset, quote } = finding;
  const gap = left === null || right === null ? null : difference(left, right);
  const isExplained = isStanding(report.explanations[rule], finding);
  const message = textFindingMessage(template, textFormOf(template)?.rules ?? [], finding);
  return {
    rule,
    severity,
    cells,
    left,
    right,
    difference: gap,
    terms: [],
    message,
    explained: isExplained,
    offset,
    quote,
  };
}

/** Reasons are bound to figures; one that was given before there was a text is bound to none, and stands. */
function isStanding(reason: Explanation | undefined, { left, right }: TextFinding): boolean {
  if (reason === undefined || reason.text.trim() === "") return false;
  const isUnbound = reason.left === null && reason.right === null;
  return isUnbound || (reason.left === left && reason.right === right);
}

/** Whether nothing stands against publishing the text: no claim is wrong and no 强制 rule is broken. */
export function isAcceptable({ claims, findings }: AuditReport): boolean {
  return (
    !claims.some(({ verdict }) => verdict === "inconsistent") && !findings.some(({ severity }) => severity === "error")
  );
}

/** Whether a file is one whose text can be read, by its name. */
export function isTextFile(name: string): boolean {
  return textKinds.some((kind) => name.toLowerCase().endsWith(kind));
}

/**
 * The text of a .txt, .md, .docx or .html file.
 * @throws UserError one sentence saying what the file is and what to do
 */
export function readTextFile(bytes: Uint8Array, name: string): string {
  try {
    return extractText(bytes, name);
  } catch (cause) {
    if (cause instanceof TextError) throw new UserError(failureText(cause, name));
    throw cause;
  }
}

function failureText({ reason }: TextError, name: string): string {
  switch (reason) {
    case "kind":
      return isTextFile(name) ? auditWords.damagedText(name) : auditWords.notText(name, textKinds.join(" "));
    case "damaged":
      return auditWords.damagedText(name);
    case "tooLarge":
      return auditWords.tooLarge(name);
    case "encoding":
      return auditWords.encoding(name);
    case "empty":
      return auditWords.noText(name);
  }
}
