import * as z from "zod/mini";

import { sealVersion, type Seal } from "../core/seal/seal";
import type { CellId } from "../core/model/cell";
import { explanation, unitType, zeroReport } from "./shapes";

const seal = z.object({
  version: z.literal(sealVersion),
  manifest: z.object({
    sha256: z.string(),
    rules: z.string(),
    controlTotals: z.record(z.string(), z.nullable(z.number())),
    sealedAt: z.string(),
    by: z.string(),
  }),
  content: z.object({
    template: z.string(),
    variant: z.nullable(z.string()),
    unit: z.string(),
    year: z.number(),
    unitType: z.nullable(unitType),
    rulemaking: z.nullable(z.boolean()),
    zeroReport: z.nullable(zeroReport),
    values: z.array(z.tuple([z.string(), z.nullable(z.union([z.number(), z.string()]))])),
    footer: z.array(z.tuple([z.string(), z.string()])),
    text: z.array(z.string()),
    reasons: z.array(z.tuple([z.string(), explanation])),
  }),
});

/** A seal as a workbook carries it; undefined where it is none of ours, or of a Gouji to come. */
export function parseSeal(found: unknown): Seal | undefined {
  const { data } = seal.safeParse(found);
  if (data === undefined) return undefined;
  const { content, ...rest } = data;
  const values = content.values.map(([cell, value]) => [cell as CellId, value] as const);
  return { ...rest, content: { ...content, values } };
}
