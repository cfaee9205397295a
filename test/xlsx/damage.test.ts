import type { CellId } from "../../src/core/model/cell";
import { emptyReport, type Report } from "../../src/core/model/report";
import { readForm } from "../../src/formats/xlsx/read-form";
import { templates } from "../../src/templates";
import {
  editParts,
  insertColumns,
  insertRows,
  partsOf,
  read,
  realReport,
  withoutIdentity,
  write,
} from "./support/workbooks";

const sheet2 = "xl/worksheets/sheet1.xml";
const sheet3 = "xl/worksheets/sheet2.xml";
const sheet4 = "xl/worksheets/sheet3.xml";
const book = "xl/workbook.xml";
const strings = "xl/sharedStrings.xml";

let report: Report;
let bytes: Uint8Array;

beforeAll(async () => {
  report = realReport("012-pingtan-2021");
  bytes = await write(report);
});

/** A copy of 表三 under another name, with one figure changed if asked. */
function withCopy(source: Uint8Array, change: (xml: string) => string): Uint8Array {
  const copy = change(partsOf(source)[sheet3] ?? "");
  return editParts(source, {
    [book]: (xml) => xml.replace("</sheets>", '<sheet name="表三 (2)" sheetId="40" r:id="rId40"/></sheets>'),
    "xl/_rels/workbook.xml.rels": (xml) =>
      xml.replace(
        "</Relationships>",
        '<Relationship Id="rId40" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet9.xml"/></Relationships>',
      ),
    "xl/worksheets/sheet9.xml": () => copy,
  });
}

const noNames = (xml: string): string => xml.replace(/<definedNames>.*<\/definedNames>/s, "");

describe("the same report is read", () => {
  test.each<[string, (source: Uint8Array) => Uint8Array]>([
    [
      "after sheets were renamed",
      (source) => editParts(source, { [book]: (xml) => xml.replaceAll("表三", "申请情况") }),
    ],
    [
      "after sheets were moved",
      (source) =>
        editParts(source, {
          [book]: (xml) => xml.replace(/(<sheet name="表二"[^>]*>)(<sheet name="表三"[^>]*>)/, "$2$1"),
        }),
    ],
    [
      "with three rows inserted above, names not moved along",
      (source) => editParts(source, { [sheet3]: (xml) => insertRows(xml, 1, 3) }),
    ],
    [
      "with a row inserted between unit and table",
      (source) =>
        editParts(source, { [sheet3]: (xml) => insertRows(xml, 3, 1), [sheet4]: (xml) => insertRows(xml, 3, 1) }),
    ],
    [
      "with a row inserted between head and figures",
      (source) =>
        editParts(source, { [sheet3]: (xml) => insertRows(xml, 6, 1), [sheet4]: (xml) => insertRows(xml, 6, 1) }),
    ],
    [
      "with rows inserted inside the table",
      (source) => editParts(source, { [sheet3]: (xml) => insertRows(insertRows(xml, 20, 2), 12, 1) }),
    ],
    [
      "with columns inserted left of it and inside",
      (source) => editParts(source, { [sheet3]: (xml) => insertColumns(insertColumns(xml, 6, 1), 1, 2) }),
    ],
    ["without any names", (source) => editParts(source, { [book]: noNames })],
    [
      "with names that point to another sheet",
      (source) =>
        editParts(source, { [book]: (xml) => xml.replace(/(name="GOUJI.t3">)'表三'![^<]*/, "$1'表四'!$A$1:$G$25") }),
    ],
    [
      "with broken names",
      (source) => editParts(source, { [book]: (xml) => xml.replace(/(name="GOUJI.t3">)[^<]*/, "$1#REF!") }),
    ],
    [
      "with labels in half width and with spaces and line breaks",
      (source) =>
        editParts(source, {
          [strings]: (xml) =>
            xml.replace("（三）不予公开", "(三)\n不予 公开").replace("1.属于国家秘密", "１．属于国家秘密"),
        }),
    ],
    [
      "with wordings that other offices use",
      (source) => editParts(source, { [strings]: (xml) => xml.replace(">行政规范性文件<", ">规范性文件<") }),
    ],
    ["with a copy of a sheet that says the same", (source) => withCopy(source, (xml) => xml)],
    [
      "with a copy of a sheet that says something else",
      (source) => withCopy(source, (xml) => xml.replace("<v>64</v>", "<v>65</v>")),
    ],
  ])("%s", async (_, change) => {
    const back = await read(change(bytes));
    expect(back.report).toEqual(report);
    expect(back.damage).toEqual([]);
  });

  it("by its labels alone, when everything else is gone", async () => {
    const back = await read(withoutIdentity(bytes));
    expect(back.template.id).toBe("nb2021");
    expect(back.report.values).toEqual(report.values);
    expect(back.report).toMatchObject({ unit: report.unit, year: report.year, unitType: null });
    expect(back.damage).toEqual([{ kind: "identityLost" }]);
  });

  it("from hidden cells, when the custom part is gone", async () => {
    const reasons = {
      "nb2021.t3.newJump": { text: "机构改革".repeat(200), left: 5, right: 3, by: "王某", at: "2027-01-12" },
    };
    const told = { ...report, explanations: reasons };
    const poor = editParts(await write(told), {
      "customXml/item1.xml": () => null,
      "xl/_rels/workbook.xml.rels": (xml) => xml.replace(/<Relationship [^>]*customXml[^>]*\/>/, ""),
    });
    expect((await read(poor)).report).toEqual(told);
  });

  it("in each form by its labels, as the form that it is", async () => {
    for (const template of templates) {
      const blank = emptyReport(template.id, "某某局", template.reportYears.from);
      const back = await read(withoutIdentity(await write(blank)));
      expect(back.template.id).toBe(template.id);
    }
  });
});

describe("what is not certain is left open and named", () => {
  const others = (cells: readonly CellId[]): Map<CellId, unknown> =>
    new Map([...report.values].filter(([cell]) => !cells.includes(cell)));

  it("a row that was deleted", async () => {
    const gone = editParts(bytes, {
      [sheet3]: (xml) => insertRows(xml.replace(/<row r="12".*?<\/row>/s, ""), 13, -1),
    });
    const back = await read(gone);
    const [damage, ...more] = back.damage;
    expect(more).toEqual([]);
    expect(damage).toMatchObject({ kind: "rowMissing", table: "t3", row: "deniedSafety" });
    const cells = damage?.kind === "rowMissing" ? damage.cells : [];
    expect(cells).toHaveLength(7);
    expect(back.report.values).toEqual(others(cells));
  });

  it("the last row that was deleted, though the check rows follow", async () => {
    const gone = editParts(bytes, { [sheet3]: (xml) => insertRows(xml.replace(/<row r="30".*?<\/row>/s, ""), 31, -1) });
    const back = await read(gone);
    expect(back.damage).toMatchObject([{ kind: "rowMissing", row: "carriedForward" }]);
    expect(back.report.values.has("t3.carriedForward.total")).toBe(false);
  });

  it("a column that was deleted", async () => {
    const gone = editParts(bytes, {
      [sheet3]: (xml) => insertColumns(xml.replace(/<c r="F\d+"[^>]*?(?:\/>|>.*?<\/c>)/gs, ""), 7, -1),
    });
    const back = await read(gone);
    expect(back.damage).toMatchObject([{ kind: "columnMissing", table: "t3", column: "research" }]);
    expect(back.report.values.get("t3.newReceived.publicInterest")).toBe(2);
    expect(back.report.values.has("t3.newReceived.research")).toBe(false);
  });

  it("a label that was changed: the figures are read, and the change is named", async () => {
    const changed = editParts(bytes, { [strings]: (xml) => xml.replace("3.危及“三安全一稳定”", "3.本地另加的一项") });
    const back = await read(changed);
    expect(back.damage).toEqual([
      { kind: "labelChanged", place: "表三!C12", expected: "3.危及“三安全一稳定”", found: "3.本地另加的一项" },
    ]);
    expect(back.report.values).toEqual(report.values);
  });

  it("a sheet that was deleted", async () => {
    const gone = editParts(bytes, { [book]: (xml) => xml.replace(/<sheet name="表四"[^>]*\/>/, "") });
    const back = await read(gone);
    expect(back.damage).toMatchObject([{ kind: "tableMissing", table: "t4" }]);
    expect([...back.report.values.keys()].some((cell) => cell.startsWith("t4."))).toBe(false);
  });

  it("figures in a row that the form does not have", async () => {
    const more = editParts(bytes, {
      [sheet3]: (xml) =>
        insertRows(xml, 12, 1).replace('<row r="13"', '<row r="12"><c r="D12"><v>77</v></c></row><row r="13"'),
    });
    const back = await read(more);
    expect(back.damage).toEqual([{ kind: "rowAdded", table: "t3", place: "表三!D12", found: "77" }]);
    expect(back.report.values).toEqual(report.values);
  });

  it("the sheet with the inputs of the text", async () => {
    const told = realReport("001-fengtai-2020");
    const gone = editParts(await write(told), { [book]: (xml) => xml.replace(/<sheet name="正文要素"[^>]*\/>/, "") });
    const back = await read(gone);
    expect(back.damage).toEqual([{ kind: "factsMissing" }]);
    expect(back.report.facts).toEqual(told.facts);
  });

  it("two sheets with one table and different figures, when no name says which is meant", async () => {
    const two = withCopy(editParts(bytes, { [book]: noNames }), (xml) => xml.replace("<v>64</v>", "<v>65</v>"));
    expect(await readForm(two, templates)).toEqual({
      ok: false,
      failure: { code: "ambiguous", templates: [], sheets: ["表三", "表三 (2)"] },
    });
  });

  it("a workbook whose labels were all wiped out", async () => {
    const wiped = editParts(bytes, { [strings]: (xml) => xml.replace(/<t([^>]*)>[^<]*<\/t>/g, "<t$1>x</t>") });
    expect(await readForm(wiped, templates)).toEqual({ ok: false, failure: { code: "labelsLost" } });
  });
});

describe("what stands in a cell is read as it was meant", () => {
  const put = (cell: string, content: string): Uint8Array =>
    editParts(bytes, {
      [sheet3]: (xml) =>
        xml.replace(new RegExp(`<c r="${cell}"( s="\\d+")[^>]*?>.*?</c>`, "s"), `<c r="${cell}"$1${content}`),
    });
  const text = (value: string): string => ` t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
  const cell = "t3.newReceived.naturalPerson";

  test.each([
    ["5", 5],
    ["５", 5],
    [" 1,234 ", 1234],
    ["−3", -3],
    ["2.50", 2.5],
  ])("%s typed as text is the number", async (typed, number) => {
    const back = await read(put("D6", text(typed)));
    expect(back.report.values.get(cell)).toBe(number);
    expect(back.oddities).toEqual([{ kind: "textNumber", cell, place: "表三!D6", raw: typed }]);
  });

  test.each(["/", "5件", "1,23", "约5", "0x10", "1e3", "五"])("%s stays the text that it is", async (typed) => {
    const back = await read(put("D6", text(typed)));
    expect(back.report.values.get(cell)).toBe(typed);
    expect(back.oddities).toEqual([]);
  });

  it("a formula counts with the result that the file holds", async () => {
    const back = await read(put("D6", "><f>60+4</f><v>64</v></c>"));
    expect(back.report.values.get(cell)).toBe(64);
    expect(back.formulasInCells).toEqual([{ cell, place: "表三!D6", formula: "60+4" }]);
  });

  it("a formula without result is a blank that is named", async () => {
    const back = await read(put("D6", "><f>60+4</f></c>"));
    expect(back.report.values.get(cell)).toBeNull();
    expect(back.oddities).toEqual([{ kind: "noResult", cell, place: "表三!D6", raw: "60+4" }]);
  });

  it("an error is a text that is named", async () => {
    const back = await read(put("D6", ' t="e"><f>1/0</f><v>#DIV/0!</v></c>'));
    expect(back.report.values.get(cell)).toBe("#DIV/0!");
    expect(back.oddities).toMatchObject([{ kind: "errorValue", raw: "#DIV/0!" }]);
  });

  it("a figure beside its cell, where a merged cell was split", async () => {
    const split = editParts(bytes, {
      [sheet2]: (xml) => xml.replace("<v>2293</v>", "").replace(/<c r="C9"[^>]*\/>/, '<c r="C9"><v>2293</v></c>'),
    });
    const back = await read(split);
    expect(back.report.values.get("t2_5.licensing.decisions")).toBe(2293);
    expect(back.oddities).toMatchObject([{ kind: "displaced", place: "表二!C9" }]);
  });

  it("a number that the sheet shows as a date is named", async () => {
    const dated = editParts(bytes, {
      "xl/styles.xml": (xml) =>
        xml.replace(
          /(<cellXfs[^>]*>.*?)<\/cellXfs>/s,
          '$1<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>',
        ),
      [sheet3]: (xml) => xml.replace(/<c r="D6" s="\d+"/, `<c r="D6" s="${String(countStyles(bytes))}"`),
    });
    const back = await read(dated);
    expect(back.oddities).toEqual([{ kind: "date", cell, place: "表三!D6", raw: "64" }]);
  });

  it("another unit on one of the sheets is named", async () => {
    const mixed = editParts(bytes, {
      [sheet4]: (xml) => xml.replace(/<c r="A2"([^>]*?) t="s"([^>]*)>.*?<\/c>/, `<c r="A2"$1$2${text("别的局")}`),
    });
    const back = await read(mixed);
    expect(back.report.unit).toBe(report.unit);
    expect(back.oddities).toEqual([{ kind: "unitDiffers", place: "表四!A2", raw: "别的局" }]);
  });
});

function countStyles(source: Uint8Array): number {
  const styles = partsOf(source)["xl/styles.xml"] ?? "";
  return (/<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1]?.match(/<xf /g) ?? []).length;
}
