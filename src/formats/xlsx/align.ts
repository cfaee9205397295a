/** A line of the form (row or column) that may stand at place `at`, with how much speaks for it. */
export type Candidate = { readonly line: number; readonly at: number; readonly weight: number };

/** Lines that keep their distance support each other a little; it decides between equal labels. */
const neighbourly = 0.25;
/** More candidates than this are not weighed: nothing that looks like a form has so many. */
const mostCandidates = 4000;

/**
 * Assigns lines to places so that their order is kept and as much as possible speaks for it.
 * @returns places by line; lines for which nothing speaks are absent
 */
export function align(candidates: readonly Candidate[]): ReadonlyMap<number, number> {
  const sorted = candidates.slice(0, mostCandidates).sort((a, b) => a.line - b.line || a.at - b.at);
  const best: number[] = [];
  const before: number[] = [];
  let last = -1;
  sorted.forEach(({ line, at, weight }, index) => {
    let top = 0;
    let from = -1;
    for (let other = 0; other < index; other += 1) {
      const previous = sorted[other];
      if (previous === undefined || previous.line >= line || previous.at >= at) continue;
      const kept = line - previous.line === at - previous.at;
      const sum = (best[other] ?? 0) + (kept ? neighbourly : 0);
      if (sum > top) {
        top = sum;
        from = other;
      }
    }
    best[index] = top + weight;
    before[index] = from;
    if (last < 0 || (best[index] ?? 0) > (best[last] ?? 0)) last = index;
  });
  const places = new Map<number, number>();
  for (let index = last; index >= 0; index = before[index] ?? -1) {
    const found = sorted[index];
    if (found !== undefined) places.set(found.line, found.at);
  }
  return places;
}

/**
 * Places for lines between two neighbours that moved equally far, and for lines beyond the outermost ones where
 * `plausible` says so. A line is never put where another one stands.
 */
export function interpolate(
  places: ReadonlyMap<number, number>,
  lines: readonly number[],
  plausible: (line: number, at: number) => boolean,
): ReadonlyMap<number, number> {
  const all = new Map(places);
  const known = [...places.keys()].sort((a, b) => a - b);
  const taken = new Set(places.values());
  for (const line of lines) {
    if (places.has(line)) continue;
    const below = known.filter((other) => other < line).at(-1);
    const above = known.find((other) => other > line);
    const shifts = [below, above].flatMap((other) => (other === undefined ? [] : [(places.get(other) ?? 0) - other]));
    const [shift = 0, second = shift] = shifts;
    const at = line + shift;
    if (shifts.length === 0 || shift !== second || at < 0 || taken.has(at)) continue;
    if (shifts.length === 2 || plausible(line, at)) all.set(line, at);
  }
  return all;
}
