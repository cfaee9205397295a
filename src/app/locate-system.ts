import * as z from "zod/mini";

import { decimalOf, type Decimal } from "../core/locate/exact";
import { locate, type LocatedSuggestion } from "../core/locate/locate";
import { parseRuleText, RuleTextError, type LinearRuleText } from "../core/locate/rule-text";
import { slipKinds, type SlipKind } from "../core/locate/slip";
import type { Constraint, LinearSystem } from "../core/locate/system";
import { systemErrors, systemSuggestionMessage } from "../messages/suggestion";
import { UserError } from "./user-error";

/** A system of linear rules with one record, as `docs/locate.md` describes it. */
export const systemFileSchema = z.object({
  rules: z.array(z.string()).check(z.minLength(1)),
  record: z.record(z.string(), z.nullable(z.number())),
  /** Cost of a change by name, 1 unless said; "Infinity" never changes. */
  weights: z.optional(z.record(z.string(), z.union([z.number().check(z.positive()), z.literal("Infinity")]))),
  fixed: z.optional(z.array(z.string())),
  swaps: z.optional(z.array(z.tuple([z.string(), z.string()]))),
  /** Names that take whole numbers only; true for all. */
  integer: z.optional(z.union([z.array(z.string()), z.boolean()])),
  kinds: z.optional(z.array(z.enum(slipKinds))),
  /** The rounding step, 1 unless said. */
  unit: z.optional(z.number().check(z.positive())),
});

type SystemFile = z.infer<typeof systemFileSchema>;

export type SystemSuggestion = {
  readonly certain: boolean;
  readonly kind: SlipKind;
  readonly changes: readonly { readonly cell: string; readonly from: number | null; readonly to: number }[];
  /** Rules as given. */
  readonly resolves: readonly string[];
  readonly message: string;
};

/** The answer of `locate`. */
export type SystemAnswer = {
  readonly violated: readonly string[];
  /** null where no change of the names that may change helps, or (`complete` false) the time was up. */
  readonly minimumWeight: number | null;
  readonly sets: readonly (readonly string[])[];
  readonly imputed: Readonly<Record<string, number>>;
  readonly stillMissing: readonly string[];
  readonly suggestions: readonly SystemSuggestion[];
  readonly repaired: Readonly<Record<string, number | null>>;
  readonly complete: boolean;
};

/**
 * Reads a system and says which of its figures are wrong.
 * @param name of the file, for error messages
 * @param deadline true once the time is up
 * @throws UserError one sentence naming the part that is wrong: JSON, schema, rule text or an unknown name
 */
export function locateSystem(text: string, name: string, deadline: () => boolean): SystemAnswer {
  const file = parseSystemFile(text, name);
  const { system, names } = toSystem(file, name);
  const index = new Map(names.map((found, place) => [found, place]));
  const place = (found: string): number => {
    const known = index.get(found);
    if (known === undefined) throw new UserError(systemErrors.unknownName(name, found));
    return known;
  };
  const answer = locate(system, {
    deadline,
    kinds: new Set(file.kinds ?? slipKinds),
    swaps: (file.swaps ?? []).map(([a, b]) => [place(a), place(b)] as const),
    unit: decimal(file.unit ?? 1),
  });
  const nameOf = (variable: number): string => names[variable] ?? "";
  const given = (found: string): number | null => file.record[found] ?? null;
  const blanks = names.filter((found) => given(found) === null);
  const imputed = Object.fromEntries([...answer.imputed].map(([variable, value]) => [nameOf(variable), value]));
  return {
    violated: answer.violated.map((rule) => file.rules[rule] ?? ""),
    minimumWeight: answer.minimumWeight,
    sets: answer.sets.map((set) => set.map(nameOf)),
    imputed,
    stillMissing: blanks.filter((found) => !Object.hasOwn(imputed, found)),
    suggestions: answer.suggestions.map((found) => toSuggestion(found, file, nameOf, given)),
    repaired: {
      ...file.record,
      ...Object.fromEntries(answer.repairs.map(({ variable, to }) => [nameOf(variable), to])),
    },
    complete: answer.complete,
  };
}

function toSuggestion(
  found: LocatedSuggestion,
  file: SystemFile,
  nameOf: (variable: number) => string,
  given: (found: string) => number | null,
): SystemSuggestion {
  const changes = found.changes.map(({ variable, to }) => ({
    cell: nameOf(variable),
    from: given(nameOf(variable)),
    to,
  }));
  const { certain, kind, detail } = found;
  return {
    certain,
    kind,
    changes,
    resolves: found.resolves.map((rule) => file.rules[rule] ?? ""),
    message: systemSuggestionMessage({ certain, detail, changes }),
  };
}

function parseSystemFile(text: string, name: string): SystemFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UserError(systemErrors.badJson(name));
  }
  const parsed = systemFileSchema.safeParse(json);
  if (!parsed.success) {
    throw new UserError(systemErrors.badPart(name, parsed.error.issues[0]?.path.map(String).join(".") ?? ""));
  }
  return parsed.data;
}

function toSystem(
  file: SystemFile,
  name: string,
): { readonly system: LinearSystem; readonly names: readonly string[] } {
  const rules = file.rules.map((text) => {
    try {
      return parseRuleText(text);
    } catch (cause) {
      if (!(cause instanceof RuleTextError)) throw cause;
      throw new UserError(systemErrors.badRule(name, cause.text, cause.problem, cause.position));
    }
  });
  // A name that only the rules know is a blank.
  const names = [...new Set([...Object.keys(file.record), ...rules.flatMap(({ coefs }) => [...coefs.keys()])])];
  const index = new Map(names.map((found, place) => [found, place]));
  const requireKnown = (found: string): void => {
    if (!index.has(found)) throw new UserError(systemErrors.unknownName(name, found));
  };
  const integers = Array.isArray(file.integer) ? file.integer : [];
  [...Object.keys(file.weights ?? {}), ...(file.fixed ?? []), ...integers].forEach(requireKnown);
  const isInteger = (found: string): boolean => file.integer === true || integers.includes(found);
  const weightOf = (found: string): number => {
    const weight = file.fixed?.includes(found) === true ? Infinity : (file.weights?.[found] ?? 1);
    return weight === "Infinity" ? Infinity : weight;
  };
  return {
    names,
    system: {
      variables: names.map((found) => {
        const value = file.record[found] ?? null;
        return {
          name: found,
          value: value === null ? null : decimal(value),
          integer: isInteger(found),
          weight: weightOf(found),
        };
      }),
      constraints: rules.map((rule) => toConstraint(rule, isInteger, (found) => index.get(found) ?? -1)),
    },
  };
}

/** Brings every relation to `=` or `≤`; strict ones keep a distance of 0.001, or 1 where only whole numbers meet. */
function toConstraint(
  { coefs, operator, constant }: LinearRuleText,
  isInteger: (name: string) => boolean,
  place: (name: string) => number,
): Constraint {
  const isUpper = operator === ">=" || operator === ">";
  const turn = (value: Decimal): Decimal => (isUpper ? { ...value, mantissa: -value.mantissa } : value);
  const terms = [...coefs].map(([name, coef]) => ({ variable: place(name), coef: turn(coef) }));
  const isWhole = [...coefs].every(
    ([name, { mantissa, places }]) => isInteger(name) && mantissa % 10n ** BigInt(places) === 0n,
  );
  const margin = isWhole ? 1000n : 1n;
  const isStrict = operator === "<" || operator === ">";
  const bound = turn(constant);
  const places = Math.max(bound.places, 3);
  return {
    terms,
    relation: operator === "==" ? "=" : "<=",
    constant: isStrict
      ? { mantissa: bound.mantissa * 10n ** BigInt(places - bound.places) - margin * 10n ** BigInt(places - 3), places }
      : bound,
  };
}

function decimal(value: number): Decimal {
  return decimalOf(String(value));
}
