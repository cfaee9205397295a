import { narrativeText } from "../core/narrative/narrative-text";
import type { LivingParagraph } from "../core/narrative/living";
import { auditText, type AuditSubject, type ClaimReport, type TextFindingReport } from "./audit-text";
import type { ReportText } from "./report-text";

/** A number of a text with the words around it, and where it leads. */
export type PlacedClaim = ClaimReport & {
  /** The words before and behind it, cut to what a card has room for. */
  readonly before: string;
  readonly behind: string;
  /** Which row of the sheet 年报正文; null where the text is not there. */
  readonly row: number | null;
  /** The first cell or fact of this year that it is held against. */
  readonly place: string | null;
};

/** What is not as the form demands, and the row of the sheet 年报正文 where that is. */
export type PlacedFinding = TextFindingReport & { readonly row: number | null };

/** A text held against the tables, as the pane shows it. */
export type TextAudit = {
  readonly agreeing: number;
  readonly wrong: readonly PlacedClaim[];
  /** 无法判断; those that the tables do say something about come first. */
  readonly open: readonly PlacedClaim[];
  /** What the rules over the text found, 强制 first. */
  readonly findings: readonly PlacedFinding[];
};

/** The text of the report: as the figures make it, or as the clerk has edited it. */
export function auditReportText(subject: AuditSubject, { narrative, living }: ReportText): TextAudit {
  return audited(subject, narrativeText(narrative), living.paragraphs);
}

/** Any other text. */
export function auditForeignText(subject: AuditSubject, text: string): TextAudit {
  return audited(subject, text, []);
}

const rank = { error: 0, warning: 1, hint: 2 } as const;

function audited(subject: AuditSubject, text: string, paragraphs: readonly LivingParagraph[]): TextAudit {
  const { claims, findings } = auditText(subject, text);
  const placed = (claim: ClaimReport): PlacedClaim => ({
    ...claim,
    ...around(text, claim),
    row: rowAt(text, claim.offset, paragraphs),
    place: claim.sources.find((source) => !source.startsWith("prior.")) ?? null,
  });
  const open = claims.filter(({ verdict }) => verdict === "unverifiable");
  const wrong = claims.filter(({ verdict }) => verdict === "inconsistent");
  // A rule that compares a number with the tables says of a wrong one what has been said.
  const isTold = ({ left, offset }: TextFindingReport): boolean =>
    left !== null && wrong.some((claim) => claim.offset === offset);
  return {
    agreeing: claims.filter(({ verdict }) => verdict === "consistent").length,
    wrong: wrong.map(placed),
    open: [...open.filter(isKnown), ...open.filter((claim) => !isKnown(claim))].map(placed),
    findings: findings
      .filter((finding) => !isTold(finding))
      .sort((a, b) => rank[a.severity] - rank[b.severity])
      .map((finding) => ({
        ...finding,
        row: finding.offset === null ? null : rowAt(text, finding.offset, paragraphs),
      })),
  };
}

function isKnown({ expected }: ClaimReport): boolean {
  return expected !== null;
}

/** Rows are found by their words: the text was put together from them. */
function rowAt(text: string, offset: number, paragraphs: readonly LivingParagraph[]): number | null {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  const line = text.slice(start, end < 0 ? text.length : end);
  return paragraphs.find(({ row, text: words }) => row !== null && words.includes(line))?.row ?? null;
}

const room = 36;

/** What stands around a claim in its sentence: the words are looked for where the text has them. */
function around(text: string, { offset, text: said, sentence }: ClaimReport): Pick<PlacedClaim, "before" | "behind"> {
  const ahead = solid(text.slice(Math.max(0, offset - 2 * sentence.length), offset));
  let at = sentence.indexOf(said);
  while (at >= 0 && !ahead.endsWith(solid(sentence.slice(0, at)))) at = sentence.indexOf(said, at + 1);
  if (at < 0) return { before: "", behind: "" };
  const before = sentence.slice(0, at);
  const behind = sentence.slice(at + said.length);
  return {
    before: before.length > room ? `…${before.slice(-room)}` : before,
    behind: behind.length > room ? `${behind.slice(0, room)}…` : behind,
  };
}

/** Printed lines are broken, and spaced, where a sentence as it is told is not. */
function solid(text: string): string {
  return text.replace(/\s+/gu, "");
}
