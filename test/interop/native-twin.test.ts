import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { type CellType, parseCsv, writeXlsx } from "hucre";
import { emptyReport } from "../../src/core/model/report";
import * as check from "../../src/core/rules/check-functions";
import { evaluate } from "../../src/core/rules/evaluate";
import { bindRules } from "../../src/core/rules/expand";
import { nativeTwin } from "../../src/core/rules/native-twin";
import { invalidFormula } from "../../src/formats/xlsx/place-invalid";
import { nb2021 } from "../../src/templates/nb2021";
import { convert, csv } from "../support/soffice";

/** A cell in error reaches a custom function as an object. */
const inError = { code: "#DIV/0!" } as const;
type Content = number | string | null | typeof inError;

/**
 * What people leave in cells: mostly small counts, some amounts in 万元, blanks, strokes, and now and then an error. No
 * truth values: LibreOffice alone counts them as 1 and 0.
 */
const content: fc.Arbitrary<Content> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 6 }) },
  { weight: 2, arbitrary: fc.integer({ min: -1000, max: 100_000 }) },
  { weight: 3, arbitrary: fc.integer({ min: 100_000, max: 2_000_000 }).map((n) => n / 1_000_000) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 99 }).map((n) => n / 10) },
  { weight: 4, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.constantFrom("/", "-", "无", " ", "5", "5件") },
  { weight: 1, arbitrary: fc.constant(inError) },
);

/** Cells A–D, the digits in E, a count of pages or items in F and how they are charged in G. */
const row = fc
  .tuple(
    fc.array(content, { minLength: 4, maxLength: 4 }),
    fc.constantFrom<Content>(0, 1, 2, 3, 6, null, "/"),
    fc.oneof(fc.integer({ min: 0, max: 320 }), fc.constantFrom<Content>(null, "若干", -3, 2.5, 10, 30, 31, 200, 201)),
    fc.constantFrom<Content>("pages", "items", "页", "件", "PAGES", "份", null),
  )
  .chain(([cells, digits, count, mode]) =>
    // Half of the rows are made to balance, which chance would hardly do.
    fc.boolean().map((balanced) => [...(balanced ? balance(cells) : cells), digits, count, mode]),
  );

function balance(cells: readonly Content[]): readonly Content[] {
  const parts = cells.slice(0, 3);
  const sum = parts.reduce<number>((total, cell) => total + (typeof cell === "number" ? cell : 0), 0);
  return [...parts, sum];
}

type Case = { readonly formula: (row: number) => string; readonly answer: (cells: readonly unknown[]) => unknown };

const cases: Readonly<Record<string, Case>> = {
  ROWCHECK: {
    formula: (n) => nativeTwin("ROWCHECK", [`A${String(n)}:C${String(n)}`, `D${String(n)}`]),
    answer: (cells) => check.rowCheck([cells.slice(0, 3)], [[cells[3]]]),
  },
  FLOWCHECK: {
    formula: (n) =>
      nativeTwin(
        "FLOWCHECK",
        ["A", "B", "C", "D"].map((column) => column + String(n)),
      ),
    answer: ([a, b, c, d]) => check.flowCheck([[a]], [[b]], [[c]], [[d]]),
  },
  SUMCHECK: {
    formula: (n) => nativeTwin("SUMCHECK", [`SUM(A${String(n)},C${String(n)})`, `D${String(n)}`]),
    answer: ([a, , c, d]) => (c === undefined ? "" : check.sumCheck([[a, c]], [[d]])),
  },
  ATMOST: {
    formula: (n) => nativeTwin("ATMOST", [`A${String(n)}`, `B${String(n)}`]),
    answer: ([a, b]) => check.atMost([[a]], [[b]]),
  },
  CARRYCHECK: {
    formula: (n) => nativeTwin("CARRYCHECK", [`A${String(n)}`, `B${String(n)}`]),
    answer: ([a, b]) => check.carryCheck([[a]], [[b]]),
  },
  SHARE: {
    formula: (n) => nativeTwin("SHARE", [`A${String(n)}`, `B${String(n)}`]),
    answer: ([a, b]) => check.share([[a]], [[b]]),
  },
  "SHARE with two digits": {
    formula: (n) => nativeTwin("SHARE", [`A${String(n)}`, `B${String(n)}`, "2"]),
    answer: ([a, b]) => check.share([[a]], [[b]], 2),
  },
  "SHARE with digits from a cell": {
    formula: (n) => nativeTwin("SHARE", [`A${String(n)}`, `B${String(n)}`, `E${String(n)}`]),
    answer: ([a, b, , , digits]) => check.share([[a]], [[b]], [[digits]]),
  },
  FEE: {
    formula: (n) => nativeTwin("FEE", [`F${String(n)}`, `G${String(n)}`]),
    answer: (cells) => feeAsShown([[cells[5]]], [[cells[6]]]),
  },
  "the tint of what cannot stand in a figure's cell": {
    formula: (n) => `=IF(${invalidFormula(`A${String(n)}`, { kind: "integer", sign: "nonneg" }).slice(1)},"tinted","")`,
    answer: ([a]) => (cannotStand(a) ? "tinted" : ""),
  },
  "FEE of a given mode": {
    formula: (n) => nativeTwin("FEE", [`F${String(n)}`, '"件"']),
    answer: (cells) => feeAsShown([[cells[5]]], "件"),
  },
};

/** As the rule over the cell says it; an error in a cell reaches a report as the text that it shows. */
function cannotStand(value: unknown): boolean {
  const cell = "t3.granted.other";
  const rule = bindRules(nb2021).byId.get("nb2021.t3.domain[granted.other]");
  if (rule === undefined) throw new Error("no rule");
  const written = value === inError ? "#DIV/0!" : (value as number | string | null);
  const report = { ...emptyReport("nb2021", "某某局", 2026), values: new Map([[cell, written]] as const) };
  return evaluate(rule, report).state === "broken";
}

function feeAsShown(count: unknown, mode: unknown): string {
  const answer = check.fee(count, mode);
  return answer === "count" || answer === "mode" ? "#N/A" : String(answer);
}

function formulaCell(formula: string): { value: null; type: CellType; formula: string } {
  return { value: null, type: "formula", formula: formula.replace(/^=/, "") };
}

test("LibreOffice computes from the native formulas what the custom functions answer", async () => {
  const rows = fc.sample(row, { numRuns: 600, seed: 20210101 });
  const names = Object.keys(cases);
  const cells = new Map<string, ReturnType<typeof formulaCell>>();
  rows.forEach((given, index) => {
    given.forEach((cell, column) => {
      if (cell === inError) cells.set(`${String(index)},${String(column)}`, formulaCell("=1/0"));
    });
    Object.values(cases).forEach(({ formula }, column) => {
      cells.set(`${String(index)},${String(7 + column)}`, formulaCell(formula(index + 1)));
    });
  });
  const bytes = await writeXlsx({
    sheets: [
      { name: "表", rows: rows.map((given) => given.map((cell) => (typeof cell === "object" ? null : cell))), cells },
    ],
  });

  const folder = await mkdtemp(join(tmpdir(), "gouji-twin-"));
  try {
    await writeFile(join(folder, "twins.xlsx"), bytes);
    const shown = parseCsv(await readFile(await convert(join(folder, "twins.xlsx"), csv, folder), "utf8"));
    const computed = rows.map((_, index) => names.map((__, column) => String(shown[index]?.[7 + column] ?? "")));
    const answered = rows.map((given) => Object.values(cases).map(({ answer }) => String(answer(given))));
    const differing = rows.flatMap((given, index) =>
      names.flatMap((name, column) =>
        computed[index]?.[column] === answered[index]?.[column]
          ? []
          : [
              {
                name,
                given,
                computed: computed[index]?.[column],
                answered: answered[index]?.[column],
              },
            ],
      ),
    );
    expect(differing).toEqual([]);
    // The sample is worth something only if every kind of answer occurs.
    const kinds = new Set(answered.flat().map((text) => text.replace(/[\d.]+/, "n")));
    for (const kind of ["√", "差 +n", "差 -n", "", "n%", "-n%", "n", "#N/A", "tinted"])
      expect([...kinds]).toContain(kind);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 180_000);
