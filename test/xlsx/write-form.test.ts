import { emptyReport } from "../../src/core/model/report";
import { writeForm } from "../../src/formats/xlsx/write-form";
import { nb2021 } from "../../src/templates/nb2021";
import { partsOf, realReport, write } from "./support/workbooks";

const sheet = (bytes: Uint8Array, number: number): string =>
  partsOf(bytes)[`xl/worksheets/sheet${String(number)}.xml`] ?? "";

describe("what a working copy and what a mailed file hold in their check cells", () => {
  it("native formulas by default, with the text they have now, so that nobody sees #NAME?", async () => {
    const report = realReport("001-fengtai-2020");
    const broken = { ...report, values: new Map(report.values).set("t3.notProcessedPetition.enterprise", 5) };
    const xml = sheet(await write(broken), 2);
    expect(xml).not.toContain("GOUJI");
    expect(xml).toMatch(/<c r="L21"[^>]* t="str"><f>IF\(COUNT\(D21:I21\)=0.*?<\/f><v>差 \+1<\/v>/);
    expect(xml).toMatch(/<c r="E31"[^>]* t="str"><f>[^<]*<\/f><v>差 \+1<\/v>/);
    expect(xml).toMatch(/<c r="E30"[^>]* t="str"><f>[^<]*<\/f><v>√<\/v>/);
  });

  it("custom functions as files spell them, when asked", async () => {
    const xml = sheet(await write(realReport("012-pingtan-2021"), { checks: "custom" }), 2);
    expect(xml).toContain('<f>IF(COUNT(D6:I6)=0,"",_xldudf_GOUJI_ROWCHECK(D6:I6,J6))</f><v>√</v>');
    expect(xml).not.toContain("GOUJI.");
  });

  it("an empty text where nothing can be told yet", async () => {
    const xml = sheet(await write(emptyReport("nb2021", "某某局", 2026)), 2);
    expect(/<c r="L6"[^>]* t="str"><f>[^<]*<\/f><v\/>/.exec(xml)).not.toBeNull();
    expect(/<v>(?:√|差)/.exec(xml)).toBeNull();
  });
});

it("text that would begin a formula is neutralised; a stroke that means blank is left alone", async () => {
  const report = emptyReport("nb2021", '=HYPERLINK("http://example.org")', 2026);
  const values = new Map(report.values)
    .set("t2_1.regulation.issued", "/")
    .set("t2_1.regulation.repealed", "-")
    .set("t2_1.regulation.inForce", "@SUM(A1)");
  const facts = { other: [{ id: "matter1", label: "其他事项", value: null, unit: null, text: "+1+cmd" }] };
  const bytes = await writeForm(nb2021, { ...report, values, facts }, { date: new Date(0) });
  const texts = [...(partsOf(bytes)["xl/sharedStrings.xml"] ?? "").matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(
    ([, text]) => text,
  );
  expect(texts).toEqual(
    expect.arrayContaining(["'@SUM(A1)", "'+1+cmd", '\'=HYPERLINK("http://example.org")', "/", "-"]),
  );
  expect(texts.filter((text) => /^[=+@]/.test(text ?? ""))).toEqual([]);
});

it("rows of the tables keep their height, rows with words grow with them", async () => {
  const bytes = await write(realReport("012-pingtan-2021"));
  const rows = (xml: string): string[] => xml.match(/<row [^>]*>/g) ?? [];
  expect(rows(sheet(bytes, 2)).every((row) => row.includes('customHeight="1"'))).toBe(true);
  expect(
    rows(sheet(bytes, 4))
      .slice(3)
      .some((row) => row.includes("customHeight")),
  ).toBe(false);
});

it("the file names nobody and carries the given time alone", async () => {
  const parts = partsOf(await write(realReport("012-pingtan-2021")));
  expect(parts["docProps/core.xml"]).toContain("2027-01-12T00:00:00Z");
  expect(parts["docProps/core.xml"]).not.toMatch(/creator|lastModifiedBy/);
  expect(Object.keys(parts).some((path) => /comment|externalLink|media|vml/i.test(path))).toBe(false);
});

it("a text that no cell of Excel can hold is refused", async () => {
  const facts = { other: [{ id: "matter1", label: "其他事项", value: null, unit: null, text: "字".repeat(40_000) }] };
  await expect(write({ ...emptyReport("nb2021", "某某局", 2026), facts })).rejects.toThrow(RangeError);
});

it("the tint of the cells to be filled in stays off the paper: their sheets are printed without fills", async () => {
  const bytes = await write(realReport("012-pingtan-2021"));
  for (const number of [1, 2, 3, 4]) expect(sheet(bytes, number)).toMatch(/<pageSetup [^>]*blackAndWhite="1"/);
});
