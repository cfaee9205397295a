import * as z from "zod/mini";

// Shapes of outside data that report files and the part inside a workbook have in common.

const fact = z.object({
  id: z.string(),
  label: z.string(),
  value: z.nullable(z.number()),
  unit: z.nullable(z.string()),
  approx: z.optional(z.string()),
  pct: z.optional(z.number()),
  parts: z.optional(z.union([z.array(z.number()), z.record(z.string(), z.number())])),
  text: z.optional(z.string()),
});

/** Facts that say nothing of one of the four keys mean that it is not known. */
export const looseFact = z.looseObject({
  ...fact.shape,
  label: z.optional(z.string()),
  value: z.optional(z.nullable(z.number())),
  unit: z.optional(z.nullable(z.string())),
  replyRate: z.optional(z.number()),
});

export const explanation = z.object({
  text: z.string(),
  left: z.nullable(z.number()),
  right: z.nullable(z.number()),
  by: z.string(),
  at: z.string(),
});

export const unitType = z.enum(["government", "department", "township", "agency"]);

export const zeroReport = z.object({ by: z.string(), at: z.string() });

const told = z.object({
  text: z.string(),
  seen: z.optional(z.string()),
  claims: z.array(z.object({ text: z.string(), value: z.number(), source: z.string(), offset: z.int() })),
});

/** The sheet 年报正文. */
export const textSheet = z.object({
  rows: z.array(z.object({ key: z.string(), text: z.string(), told: z.nullable(told) })),
  known: z.array(z.string()),
});
