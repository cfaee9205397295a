import { parseExpression } from "./expression";
import type { Claim } from "./narrative";
import type { Told } from "./text-row";

/**
 * What was kept beside a paragraph, read from a file that anybody may have changed: trusted only as far as it fits
 * together. null where it tells nothing.
 */
export function readTold(data: unknown): Told | null {
  const { text, seen, claims } = objectOf(data);
  if (typeof text !== "string") return null;
  const said = typeof seen === "string" ? seen : text;
  const found = Array.isArray(claims) ? claims.flatMap((claim: unknown) => claimIn(claim, said)) : [];
  const ordered = found.sort((a, b) => a.offset - b.offset);
  const apart = ordered.filter(({ offset }, index) => {
    const before = ordered[index - 1];
    return before === undefined || offset >= before.offset + before.text.length;
  });
  return { text, ...(typeof seen === "string" && { seen }), claims: apart };
}

function objectOf(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null ? (data as Readonly<Record<string, unknown>>) : {};
}

/** A figure that stands where it says, begins with its number and has a source that can be looked up. */
function claimIn(given: unknown, said: string): readonly Claim[] {
  const { text, value, source, offset } = objectOf(given);
  if (typeof text !== "string" || typeof value !== "number" || typeof source !== "string") return [];
  if (typeof offset !== "number" || !/^\d/u.test(text) || !said.startsWith(text, offset)) return [];
  try {
    parseExpression(source);
  } catch {
    return [];
  }
  return [{ text, value, source, offset }];
}
