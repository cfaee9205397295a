import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import { compareContents, isUnchanged, type SealChanges } from "../core/seal/compare";
import { controlTotals, type ControlTotals } from "../core/seal/control-totals";
import { isWhole, type Manifest, type Seal } from "../core/seal/seal";
import { canonicalWords, sealedContent } from "../core/seal/sealed-content";
import type { InspectReading } from "../formats/xlsx/read-result";
import type { ManifestLine } from "../formats/xlsx/review-sheet";
import { submit } from "../messages/submit";
import { sha256 } from "./digest";
import { forms } from "./forms";
import { formulaRemarks } from "./integrity-remarks";
import { damageText, failureText } from "./load-report";
import { manifestLines } from "./seal-manifest";
import { parseSeal } from "./seal-shape";
import { UserError } from "./user-error";

/** What has become of a sealed workbook. */
export type Verification = {
  readonly sealed: boolean;
  /** Sealed, and nothing has been changed since. */
  readonly intact: boolean;
  readonly template: Template;
  /** The report as it stands in the workbook now. */
  readonly report: Report;
  /** The seal, unless it is missing or was itself tampered with. */
  readonly seal: Seal | null;
  readonly changes: SealChanges;
  /** What else was changed, a sentence each. */
  readonly remarks: readonly string[];
  /** As sealed; as the figures are now where there is no seal. */
  readonly controlTotals: ControlTotals;
};

/** What is read from a workbook that may be sealed. */
export type SealedWorkbook = {
  readonly template: Template;
  readonly report: Report;
  /** The seals that it carries, as they are there. */
  readonly seals: readonly unknown[];
  /** Undefined where it was not looked at. */
  readonly manifest: readonly ManifestLine[] | null | undefined;
  /** What became of the form itself, a sentence each. */
  readonly damage: readonly string[];
};

const noChanges: SealChanges = { cells: [], text: [], reasons: [], details: [] };

/**
 * Verifies a workbook by nothing but itself: whether it is sealed, and what was changed since.
 * @param name as it is shown in error messages
 * @throws UserError when the file holds no form that can be read
 */
export async function verifyFile(bytes: Uint8Array, name: string): Promise<Verification> {
  const { readSealed } = await import("../formats/xlsx/read-sealed");
  const { form, seals, manifest } = await readSealed(bytes, forms);
  if (!form.ok) throw new UserError(failureText(form.failure, name));
  const { template, report } = form;
  return verifySealed({ template, report, seals, manifest, damage: damageOf(form) });
}

/** What the seal of a workbook says of itself; null where it has none that is whole. Reads the file anew. */
export async function manifestOf(bytes: Uint8Array): Promise<(Manifest & { readonly version: number }) | null> {
  const { readSealed } = await import("../formats/xlsx/read-sealed");
  const { seals } = await readSealed(bytes, forms);
  const seal = await wholeSeal(seals);
  return seal === null ? null : { version: seal.version, ...seal.manifest };
}

/** What somebody did to the form, as far as it matters for a seal. */
export function damageOf({ template, damage, formulas }: InspectReading): readonly string[] {
  return [
    ...damage
      .filter(({ kind }) => kind !== "identityLost" && kind !== "factsMissing")
      .map((found) => damageText(template, found)),
    ...formulaRemarks(formulas),
  ];
}

/** Holds what stands in a workbook against the seal that it carries. */
export async function verifySealed(workbook: SealedWorkbook): Promise<Verification> {
  const { template, report, seals, manifest, damage } = workbook;
  const found = { template, report };
  if (seals.length === 0)
    return {
      ...found,
      sealed: false,
      intact: false,
      seal: null,
      changes: noChanges,
      remarks: [],
      controlTotals: controlTotals(template, report.values),
    };
  const seal = await wholeSeal(seals);
  if (seal === null)
    return {
      ...found,
      sealed: true,
      intact: false,
      seal: null,
      changes: noChanges,
      remarks: [submit.verify.broken],
      controlTotals: controlTotals(template, report.values),
    };
  const changes = compareContents(seal.content, sealedContent(template, report, textOf(report)));
  const remarks = [
    ...damage.map(submit.verify.damage),
    ...(report.text === undefined ? [submit.verify.noText] : []),
    ...(manifest === undefined || sameLines(manifest, manifestLines(template, seal)) ? [] : [submit.verify.manifest]),
  ];
  return {
    ...found,
    sealed: true,
    intact: isUnchanged(changes) && remarks.length === 0,
    seal,
    changes,
    remarks,
    controlTotals: seal.manifest.controlTotals,
  };
}

/** 年报正文 as it stands in the workbook, a paragraph an entry. */
export function textOf({ text }: Pick<Report, "text">): readonly string[] {
  return (text?.rows ?? []).map((row) => row.text);
}

/** The one seal of which all whole copies are; null where there is none, or where they contradict each other. */
async function wholeSeal(found: readonly unknown[]): Promise<Seal | null> {
  const seals = found.flatMap((raw) => parseSeal(raw) ?? []);
  const whole: Seal[] = [];
  for (const seal of seals) if (await isWhole(seal, sha256)) whole.push(seal);
  const [first, ...others] = whole;
  const same = (seal: Seal): boolean => JSON.stringify(seal) === JSON.stringify(first);
  return first !== undefined && others.every(same) ? first : null;
}

function sameLines(found: readonly ManifestLine[] | null, wanted: readonly ManifestLine[]): boolean {
  const words = (lines: readonly ManifestLine[]): string =>
    JSON.stringify(lines.map(({ name, text }) => [canonicalWords(name), canonicalWords(text)]));
  return found !== null && words(found) === words(wanted);
}
