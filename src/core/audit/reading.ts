import { difference, weightedSum } from "../model/decimal";
import { lookupIn, type Inputs } from "../narrative/inputs";
import type { Lookup } from "../narrative/expression";
import { fits, type Quantity } from "./quantity";
import type { Picks, Topic, Word } from "./vocabulary";

/** What a number speaks of: lines and facets of one topic that are added. */
export type Frame = {
  readonly topic: Topic;
  readonly lines: readonly Word[];
  /** Empty where none is said. */
  readonly facets: readonly Word[];
  /** A difference proves nothing. */
  readonly loose: boolean;
};

/** A cell or fact; `parts` add up to it and stand in where it is blank. */
type Source = { readonly path: string; readonly parts: readonly string[] };

/** One way to read a frame: sources that are added. */
export type Reading = readonly Source[];

export type ReadingValue = { readonly value: number; readonly sources: readonly string[] };

/** All admissible readings of a frame, the likeliest first. */
export function readingsOf({ topic, lines, facets }: Frame): readonly Reading[] {
  const divided = topic.cell.includes("{facet}");
  const whole = facets.length === 0 ? topic.whole : undefined;
  const columns: Picks = !divided ? [[""]] : facets.length > 0 ? sumsOf(facets) : (whole?.picks ?? []);
  return sumsOf(lines).flatMap((rows) =>
    columns.map((ids) =>
      rows.flatMap((row) =>
        ids.map((id): Source => ({
          path: pathOf(topic, row, id),
          parts: divided && whole !== undefined ? (whole.parts ?? []).map((part) => pathOf(topic, row, part)) : [],
        })),
      ),
    ),
  );
}

function pathOf({ cell }: Topic, line: string, facet: string): string {
  return cell.replace("{line}", line).replace("{facet}", facet);
}

/** Words that are joined by 及: each reading of one with each of the others. */
function sumsOf(words: readonly Word[]): Picks {
  return words.reduce<Picks>((sums, { picks }) => sums.flatMap((sum) => picks.map((pick) => [...sum, ...pick])), [[]]);
}

/** The figures of one report, as readings need them. */
export type Figures = {
  readonly lookup: Lookup;
  /** Whether anything at all was filled in where this path points. */
  readonly isTouched: (path: string) => boolean;
  /** Before the paths in `sources`. */
  readonly prefix: "" | "prior.";
};

export function figuresOf(inputs: Inputs, prefix: Figures["prefix"] = ""): Figures {
  const tables = new Set<string>();
  for (const [cell, value] of inputs.report.values) if (typeof value === "number") tables.add(cell.split(".")[0] ?? "");
  return { lookup: lookupIn(inputs), isTouched: (path) => tables.has(path.split(".")[0] ?? ""), prefix };
}

/**
 * The values a reading has: by its totals and, where those contradict their own parts, by the parts too. Blank parts
 * count as 0; nothing where all is blank.
 */
export function valuesOf(reading: Reading, figures: Figures): readonly ReadingValue[] {
  const byTotals = addUp(reading, figures, (source) => known(source, figures) ?? sumOfParts(source, figures));
  const byParts = addUp(reading, figures, (source) => sumOfParts(source, figures) ?? known(source, figures));
  const found = [byTotals, byParts].filter((value) => value !== undefined);
  return found.length === 2 && found[0]?.value === found[1]?.value ? found.slice(0, 1) : found;
}

type Part = { readonly value: number; readonly sources: readonly string[] };

function addUp(
  reading: Reading,
  { prefix }: Figures,
  valueOf: (source: Source) => Part | undefined,
): ReadingValue | undefined {
  const parts = reading.map(valueOf);
  const filled = parts.filter((part) => part !== undefined);
  if (filled.length === 0) return undefined;
  return {
    value: weightedSum(filled.map(({ value }) => ({ value, coef: 1 }))),
    sources: parts.flatMap((part, index) => part?.sources ?? [reading[index]?.path ?? ""]).map((path) => prefix + path),
  };
}

function known({ path }: Source, { lookup }: Figures): Part | undefined {
  const value = lookup(path.split("."));
  return value === undefined ? undefined : { value, sources: [path] };
}

function sumOfParts({ parts }: Source, { lookup }: Figures): Part | undefined {
  const values = parts.flatMap((path) => lookup(path.split(".")) ?? []);
  return values.length === 0
    ? undefined
    : { value: values.reduce((sum, value) => difference(sum, -value), 0), sources: parts };
}

export type Match =
  | { readonly state: "fits" | "differs"; readonly found: ReadingValue }
  /** Nothing was filled in where the claim points; `nothing` = but elsewhere in the table it was. */
  | { readonly state: "blank"; readonly nothing: boolean; readonly sources: readonly string[] };

/** Holds a number against every reading of its frame. Values are those of the form, not of the number's unit. */
export function match(quantity: Quantity, frame: Frame, figures: Figures): Match {
  const scale = frame.topic.units[quantity.unit] ?? 1;
  const readings = readingsOf(frame);
  let first: ReadingValue | undefined;
  for (const reading of readings)
    for (const found of valuesOf(reading, figures)) {
      if (fits(quantity, found.value / scale)) return { state: "fits", found };
      first ??= found;
    }
  if (first !== undefined) return { state: "differs", found: first };
  const paths = (readings[0] ?? []).map(({ path }) => path);
  return {
    state: "blank",
    nothing: paths.some((path) => figures.isTouched(path)),
    sources: paths.map((path) => figures.prefix + path),
  };
}
