import type { Reason } from "./claim";
import { contradicted, findEntered } from "./entered";
import { trailOf, type Lead } from "./frame";
import { leadWords } from "./own-words";
import { scanQuantities, type Quantity } from "./quantity";
import type { Place, Reader } from "./reader";
import { match, readingsOf, type Figures, type Frame } from "./reading";
import type { Judged } from "./relations";
import { bodyScope, namesYear, yearScope } from "./scope";

export const unknown: Judged = { verdict: "unverifiable", expected: null, sources: [], reason: { kind: "unknown" } };

/** A number that speaks of cells of the form. */
export function judgeCount(reader: Reader, { paragraph, sentence }: Place, quantity: Quantity, frame: Frame): Judged {
  const { condensed, report } = reader;
  const before = condensed.text.slice(sentence.start, quantity.start);
  const since = /^[^，；。、]{0,4}（自?((?:19|20)\d\d)年(?:\d{1,2}月)?以来/u.exec(
    condensed.text.slice(quantity.end),
  )?.[1];
  const { year, written } = yearScope(since === undefined ? before : `${since}年以来`, report.year);
  const doubt = (reason: Reason, found?: { value: number; sources: readonly string[] }): Judged => ({
    verdict: "unverifiable",
    expected: found === undefined ? null : inUnit(found.value, quantity, frame),
    sources: found?.sources ?? [],
    reason,
  });
  if (year === "other") return doubt({ kind: "otherYear", year: written ?? null });
  const isStale = year === "last" && written !== undefined && !namesYear(paragraph.text, report.year);
  if (year === "last" && reader.before === undefined && !isStale)
    return doubt({ kind: "otherYear", year: written ?? null });
  const figures = year === "last" ? (reader.before ?? reader.now) : reader.now;
  const found = match(quantity, frame, figures);
  if (found.state === "blank") {
    const isNone = found.nothing && quantity.value === 0;
    return isNone
      ? { verdict: "consistent", expected: 0, sources: found.sources, reason: { kind: "compared" } }
      : { ...doubt({ kind: "blank" }), sources: found.sources };
  }
  const { value, sources } = found.found;
  const expected = inUnit(value, quantity, frame);
  const stale: Reason | undefined =
    isStale && reader.before === undefined ? { kind: "staleYear", year: written } : undefined;
  if (found.state === "fits")
    return { verdict: "consistent", expected, sources, reason: stale ?? { kind: "compared" } };
  if (frame.loose) return doubt({ kind: "loose" }, found.found);
  const scope = bodyScope(before, report);
  if (scope.kind === "other") return doubt({ kind: "otherBody", body: scope.body }, found.found);
  const near = nearOf(quantity, frame, figures);
  return {
    verdict: "inconsistent",
    expected,
    sources,
    reason: stale ?? { kind: "compared", ...(near !== undefined && { near }) },
  };
}

function inUnit(value: number, { unit }: Quantity, { topic }: Frame): number {
  const scale = topic.units[unit] ?? 1;
  return scale === 1 ? value : Number((value / scale).toFixed(6));
}

/** A part of the reading that has the printed figure: one column instead of all, one reason instead of the group. */
function nearOf(quantity: Quantity, frame: Frame, { lookup }: Figures): string | undefined {
  const scale = frame.topic.units[quantity.unit] ?? 1;
  for (const reading of readingsOf(frame))
    for (const { path, parts } of reading) {
      const values = parts.map((part) => lookup(part.split(".")));
      const total = lookup(path.split(".")) ?? values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
      if (reading.length > 1 && total === quantity.value * scale) return path;
      const at = values.indexOf(quantity.value * scale);
      if (at >= 0) return parts[at];
    }
  return undefined;
}

/** A number that no cell holds: perhaps one of the inputs of the text does. */
export function judgeEntered(reader: Reader, place: Place, quantity: Quantity, lead: Lead, otherwise: Judged): Judged {
  const { entered, own, condensed } = reader;
  const { sentence } = place;
  const words = leadWords(condensed.text.slice(sentence.start, quantity.start), quantity.start - sentence.start);
  const ours = words.length < 4 ? undefined : own.lead(words);
  const context = condensed.text.slice(sentence.start, quantity.end) + trailOf(condensed.text, quantity.end);
  const found = findEntered(entered, quantity, context);
  if (found !== undefined)
    return { verdict: "consistent", expected: quantity.value, sources: [found.path], reason: { kind: "compared" } };
  const quote = reader.quotes.find(({ start, end }) => start <= quantity.start && end >= quantity.end);
  if (quote !== undefined && otherwise.reason.kind === "unknown")
    return { verdict: "consistent", expected: quantity.value, sources: [quote.path], reason: { kind: "quoted" } };
  if (otherwise.reason.kind !== "unknown") return otherwise;
  const [other] = ours === undefined ? [] : scanQuantities(ours.value);
  if (ours !== undefined && other?.unit === quantity.unit)
    return {
      verdict: other.value === quantity.value ? "consistent" : "inconsistent",
      expected: other.value,
      sources: ours.sources,
      reason: { kind: "compared" },
    };
  const year = yearScope(condensed.text.slice(sentence.start, quantity.start), reader.report.year);
  if (year.year !== "current") return otherwise;
  const wrong = contradicted(entered, quantity, lead.text.replace(/(?:共计?|合计|累计|约|近|超过)+$/u, ""));
  return wrong === undefined
    ? otherwise
    : { verdict: "inconsistent", expected: wrong.value, sources: [wrong.path], reason: { kind: "compared" } };
}
