import type { ControlTotals } from "./control-totals";
import { canonicalText, type SealedContent } from "./sealed-content";

/** Raised when what a seal holds changes its meaning. */
export const sealVersion = 1;

/** What a sealed workbook says of itself, readable on its sheet 校验与说明. */
export type Manifest = {
  /** SHA-256 over the canonical values, text and reasons, in lower-case hexadecimal. */
  readonly sha256: string;
  /** The mark of the rules that the report was held against. */
  readonly rules: string;
  readonly controlTotals: ControlTotals;
  /** ISO time, with its zone. */
  readonly sealedAt: string;
  /** Who sealed it; empty where nobody said. */
  readonly by: string;
};

/** A seal: the manifest, and what it stands for, so that whoever verifies can name what was changed. */
export type Seal = {
  readonly version: number;
  readonly manifest: Manifest;
  readonly content: SealedContent;
};

/** SHA-256 of a text in UTF-8, in lower-case hexadecimal; core has no such function of its own. */
export type Digest = (text: string) => Promise<string>;

/** Seals a content that has been found fit to be sent. */
export async function makeSeal(
  content: SealedContent,
  stated: Omit<Manifest, "sha256">,
  digest: Digest,
): Promise<Seal> {
  return { version: sealVersion, manifest: { ...stated, sha256: await digest(canonicalText(content)) }, content };
}

/** Whether the content that a seal carries is the one that was sealed. */
export async function isWhole({ manifest, content }: Seal, digest: Digest): Promise<boolean> {
  return (await digest(canonicalText(content))) === manifest.sha256;
}
