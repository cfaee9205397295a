import * as z from "zod/mini";

import { customPartText, formVersion } from "../formats/xlsx/custom-part";
import { errors } from "../messages/errors";
import { explanation, looseFact, unitType, zeroReport } from "./shapes";
import { UserError } from "./user-error";

const versioned = z.looseObject({ version: z.number() });

const identity = z.object({
  version: z.number(),
  template: z.string(),
  variant: z.nullable(z.string()),
  unit: z.string(),
  year: z.number(),
  unitType: z.nullable(unitType),
  rulemaking: z.nullable(z.boolean()),
  zeroReport: z.nullable(zeroReport),
  facts: z.record(z.string(), z.array(looseFact)),
  explanations: z.record(z.string(), explanation),
  /** Whatever it holds; absent in a workbook at work. */
  seal: z.optional(z.unknown()),
});

/** What the workbook says about its form beside the figures. */
export type Identity = z.infer<typeof identity>;

/**
 * Reads the custom XML part of an open workbook.
 * @throws UserError when the part is damaged, or was written by a newer Gouji
 */
export function parseIdentity(xml: string): Identity {
  let json: unknown;
  try {
    json = JSON.parse(customPartText(xml) ?? "");
  } catch {
    throw new UserError(errors.damagedIdentity);
  }
  const { data } = versioned.safeParse(json);
  if (data !== undefined && data.version > formVersion) throw new UserError(errors.newerForm);
  const parsed = identity.safeParse(json);
  if (!parsed.success) throw new UserError(errors.damagedIdentity);
  return parsed.data;
}
