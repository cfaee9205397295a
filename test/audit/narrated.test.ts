import fc from "fast-check";

import { audit } from "../../src/core/audit/audit";
import type { AuditClaim } from "../../src/core/audit/claim";
import { narrate } from "../../src/core/narrative/narrate";
import type { Narrative } from "../../src/core/narrative/narrative";
import { narrativeText } from "../../src/core/narrative/narrative-text";
import { nb2019 } from "../../src/templates/nb2019";
import { nb2021 } from "../../src/templates/nb2021";
import { balancedReport } from "../properties/arbitraries";
import { anyReport } from "./arbitrary";

type Placed = { readonly start: number; readonly end: number; readonly digits: string };

/** Every number of our text with its place in the plain text. */
function numbersOf({ preamble, sections }: Narrative, text: string): readonly Placed[] {
  let from = 0;
  return [...preamble, ...sections.flatMap(({ paragraphs }) => paragraphs)].flatMap((paragraph) => {
    const at = text.indexOf(paragraph.text, from);
    from = at + paragraph.text.length;
    return paragraph.claims.map((claim): Placed => {
      const digits = /^-?\d+(?:\.\d+)?/u.exec(claim.text)?.[0] ?? "";
      const start = at + claim.offset;
      return { start, end: start + digits.length, digits };
    });
  });
}

const inconsistent = (claims: readonly AuditClaim[]): readonly AuditClaim[] =>
  claims.filter(({ verdict }) => verdict === "inconsistent");

describe.each([nb2019, nb2021])("$id", (template) => {
  const prior = fc.option(balancedReport(template), { nil: undefined });

  test("whatever the figures, what we write ourselves is consistent throughout", () => {
    fc.assert(
      fc.property(anyReport(template), prior, (report, last) => {
        const text = narrativeText(narrate(template, report, last));
        const claims = audit({ template, report, prior: last }, text);
        expect(claims.filter(({ verdict }) => verdict !== "consistent")).toEqual([]);
        for (const { offset, text: said } of claims) expect(text.startsWith(said.charAt(0), offset)).toBe(true);
      }),
      { numRuns: Number(process.env["RUNS"] ?? 100) },
    );
  });

  test("one number changed: it is inconsistent, and nothing else but the sums it is a part of", () => {
    fc.assert(
      fc.property(anyReport(template), prior, fc.nat(), fc.integer({ min: 1, max: 30 }), (report, last, pick, step) => {
        const narrative = narrate(template, report, last);
        const text = narrativeText(narrative);
        const numbers = numbersOf(narrative, text);
        const chosen = numbers[pick % Math.max(1, numbers.length)];
        // A name that ends in a digit and the number behind it are one run of digits: which of them changed cannot be told.
        fc.pre(chosen !== undefined && !/\d/u.test(text.charAt(chosen.start - 1) + text.charAt(chosen.end)));
        const wrong = String(Math.abs(Number.parseInt(chosen.digits, 10)) + step);
        const changed = text.slice(0, chosen.start) + wrong + text.slice(chosen.end);
        const found = inconsistent(audit({ template, report, prior: last }, changed));
        expect(found.map(({ offset }) => offset)).toContain(chosen.start);
        for (const { offset, text: said, reason } of found)
          if (offset !== chosen.start || reason.kind === "parts") {
            expect(reason.kind).toBe("parts");
            expect(offset).toBeLessThanOrEqual(chosen.start);
            expect(offset + said.length).toBeGreaterThan(chosen.start);
          }
      }),
      { numRuns: Number(process.env["RUNS"] ?? 100) },
    );
  });
});
