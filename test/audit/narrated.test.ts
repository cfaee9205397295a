import fc from "fast-check";

import { audit } from "../../src/core/audit/audit";
import type { AuditClaim } from "../../src/core/audit/claim";
import { narrate } from "../../src/core/narrative/narrate";
import type { Narrative } from "../../src/core/narrative/narrative";
import { narrativeText } from "../../src/core/narrative/narrative-text";
import { textFormOf } from "../../src/app/audit-text";
import { forms } from "../../src/app/forms";
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

describe.each(forms)("$id $variant", (template) => {
  const prior = fc.option(balancedReport(template), { nil: undefined });

  test("whatever the figures, what we write ourselves is consistent throughout", () => {
    fc.assert(
      fc.property(anyReport(template), prior, (report, last) => {
        const text = narrativeText(narrate(template, report, last));
        const claims = audit({ template, textForm: textFormOf(template), report, prior: last }, text);
        expect(claims.filter(({ verdict }) => verdict !== "consistent")).toEqual([]);
        for (const { offset, text: said } of claims) expect(text.startsWith(said.charAt(0), offset)).toBe(true);
      }),
      { numRuns: Number(process.env["RUNS"] ?? 30) },
    );
  });

  test("one number changed: it is inconsistent, and nothing else", () => {
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
        const found = inconsistent(audit({ template, textForm: textFormOf(template), report, prior: last }, changed));
        expect(found.map(({ offset, reason }) => [offset, reason.kind === "parts"])).toEqual([[chosen.start, false]]);
      }),
      { numRuns: Number(process.env["RUNS"] ?? 30) },
    );
  });

  test("edited so that no sentence is ours any more, the words alone still raise no false alarm", () => {
    fc.assert(
      fc.property(anyReport(template), prior, (report, last) => {
        const narrative = narrate(template, report, last);
        const plain = narrativeText(narrative);
        fc.pre(numbersOf(narrative, plain).every(({ start }) => !/\d/u.test(plain.charAt(start - 1))));
        const text = plain.replaceAll("。", "，现予公布。");
        expect(inconsistent(audit({ template, textForm: textFormOf(template), report, prior: last }, text))).toEqual(
          [],
        );
      }),
      { numRuns: Number(process.env["RUNS"] ?? 30) },
    );
  });
});
