import { BooleanNumber } from "@univerjs/core";
import { invalidArgument } from "./api-error";
import { type ApiRef, isRef, type Targets, type TypeName } from "./targets";

/** The arguments of a call, read by position with the checks Excel makes. A trailing null counts as not given. */
export type Arguments = {
  readonly length: number;
  value(index: number): unknown;
  has(index: number): boolean;
  text(index: number): string;
  optionalText(index: number): string | undefined;
  /** One of the given words; Excel does not mind the case of the first letter. */
  choice<T extends string>(index: number, choices: readonly T[], fallback?: T): T;
  integer(index: number, fallback?: number): number;
  flag(index: number, fallback: boolean): boolean;
  object<K extends TypeName>(index: number, type: K): Targets[K];
  record(index: number): Readonly<Record<string, unknown>>;
};

export function createArguments(values: readonly unknown[]): Arguments {
  const given = (index: number): boolean => values[index] !== undefined && values[index] !== null;
  const args: Arguments = {
    length: values.length,
    value: (index) => values[index],
    has: given,
    text(index): string {
      const value = values[index];
      if (typeof value !== "string") {
        throw invalidArgument(`argument ${String(index + 1)} must be a text`);
      }
      return value;
    },
    optionalText: (index) => (given(index) ? args.text(index) : undefined),
    choice<T extends string>(index: number, choices: readonly T[], fallback?: T): T {
      if (!given(index) && fallback !== undefined) {
        return fallback;
      }
      return oneOf(values[index], choices);
    },
    integer(index, fallback): number {
      const value = given(index) ? values[index] : fallback;
      if (typeof value !== "number" || !Number.isInteger(value)) {
        throw invalidArgument(`argument ${String(index + 1)} must be a whole number`);
      }
      return value;
    },
    flag(index, fallback): boolean {
      const value = given(index) ? values[index] : fallback;
      if (typeof value !== "boolean") {
        throw invalidArgument(`argument ${String(index + 1)} must be true or false`);
      }
      return value;
    },
    object<K extends TypeName>(index: number, type: K): Targets[K] {
      const value = values[index];
      if (!isRef(value) || value.type !== type) {
        throw invalidArgument(`argument ${String(index + 1)} must be a ${type}`);
      }
      return (value as Extract<ApiRef, { type: K }>).target as Targets[K];
    },
    record(index): Readonly<Record<string, unknown>> {
      return asRecord(values[index]);
    },
  };
  return args;
}

/** A plain object, or `InvalidArgument`. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value) || isRef(value)) {
    throw invalidArgument("an object is expected");
  }
  return value as Readonly<Record<string, unknown>>;
}

/** The entry of `choices` that `value` means, or `InvalidArgument`. */
export function oneOf<T extends string>(value: unknown, choices: readonly T[]): T {
  const wanted = typeof value === "string" ? value.toLowerCase() : undefined;
  const choice = choices.find((word) => word.toLowerCase() === wanted);
  if (choice === undefined) {
    throw invalidArgument(`one of ${choices.join(", ")} is expected`);
  }
  return choice;
}

export function asText(value: unknown): string {
  if (typeof value !== "string") {
    throw invalidArgument("a text is expected");
  }
  return value;
}

export function asNumber(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw invalidArgument("a number is expected");
  }
  return value;
}

export function asFlag(value: unknown): boolean {
  if (typeof value !== "boolean") {
    throw invalidArgument("true or false is expected");
  }
  return value;
}

/** True or false as Univer stores it. */
export function booleanNumber(value: unknown): BooleanNumber {
  return asFlag(value) ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}
