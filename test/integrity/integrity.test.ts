import fc from "fast-check";

import { inspectFile, repairFile } from "../../src/app/integrity";
import type { CellId } from "../../src/core/model/cell";
import type { Report } from "../../src/core/model/report";
import { placeForm } from "../../src/formats/xlsx/place-form";
import { address } from "../../src/formats/xlsx/a1";
import { nb2021 } from "../../src/templates/nb2021";
import { cellName } from "../../src/messages/finding";
import { gouji, memoryFiles } from "../support/memory-file";
import {
  editParts,
  insertColumns,
  insertRows,
  partsOf,
  read,
  realReport,
  withoutIdentity,
  write,
} from "../xlsx/support/workbooks";

const sheet3 = "xl/worksheets/sheet2.xml";
const strings = "xl/sharedStrings.xml";
const date = new Date(2027, 0, 12);
const placed = placeForm(nb2021);

let report: Report;
let bytes: Uint8Array;
let summed: Uint8Array;

beforeAll(async () => {
  const base = realReport("012-pingtan-2021");
  report = {
    ...base,
    explanations: { "nb2021.t4.sumRev": { text: "已核实", left: 3, right: 4, by: "王某", at: "2027-01-12" } },
  };
  bytes = await write(report);
  summed = await write(report, { totals: "formula" });
});

/** Replaces what stands in a cell, keeping its look. */
function put(source: Uint8Array, path: string, at: string, content: string): Uint8Array {
  return editParts(source, {
    [path]: (xml) => {
      const cell = new RegExp(`<c r="${at}"([^>]*?)(/>|>.*?</c>)`, "s");
      if (!cell.test(xml)) throw new Error(`no ${at}`);
      return xml.replace(cell, (_, rest: string) => `<c r="${at}" ${/\bs="\d+"/.exec(rest)?.[0] ?? ""}>${content}</c>`);
    },
  });
}

function placeOf(cell: CellId): string {
  const found = placed.values.get(cell);
  if (found === undefined) throw new Error(`no ${cell}`);
  return address(found.row, found.column);
}

function checkPlace(rule: string): string {
  const found = placed.sheets
    .flatMap(({ cells }) => cells)
    .find(({ content }) => content.kind === "check" && content.rule === rule);
  if (found === undefined) throw new Error(`no check of ${rule}`);
  return address(found.row, found.column);
}

const messages = async (file: Uint8Array) => (await inspectFile(file, "f.xlsx")).faults.map(({ message }) => message);

describe("what was done to a form is told by place", () => {
  test("a form as it was written has no fault, with typed totals or with formulas, moved or not", async () => {
    for (const file of [bytes, summed, await write(report, { checks: "custom" })])
      expect(await messages(file)).toEqual([]);
  });

  test("a label that says something else, and one that is gone", async () => {
    const relabelled = editParts(bytes, { [strings]: (xml) => xml.replace("（二）部分公开", "（二）部分同意") });
    expect(await messages(relabelled)).toEqual([
      expect.stringMatching(/^表三!.*应为“（二）部分公开.*现为“（二）部分同意/u),
    ]);
    const deleted = editParts(bytes, { [strings]: (xml) => xml.replace(">4.保护第三方合法权益<", "><") });
    expect(await messages(deleted)).toEqual([expect.stringMatching(/^表三!.*应为“4.保护第三方合法权益”，现为“”/u)]);
  });

  test.each([
    ["overwritten by a constant", "<v>0</v>", "checkConstant", /被改成了固定的内容。$/u],
    ["deleted", "", "checkLost", /被删除。$/u],
    [
      "made to add up other cells",
      '<f>IF(SUM(C7:G7)=H7,"√","差")</f><v>0</v>',
      "checkChanged",
      /核对的不是原来的格。$/u,
    ],
  ])("a check cell %s", async (_, content, kind, sentence) => {
    const at = checkPlace("nb2021.t3.rowSum[granted]");
    const { faults } = await inspectFile(put(bytes, sheet3, at, content), "f.xlsx");
    expect(faults).toEqual([{ kind, message: expect.stringMatching(sentence) }]);
    expect(faults[0]?.message).toContain(`表三!${at}的校验公式（自然人等6项之和＝总计）`);
  });

  test("a total that no longer adds itself up, in a form where the others do", async () => {
    const at = placeOf("t3.granted.total");
    const fixed = put(summed, sheet3, at, "<v>5</v>");
    expect(await messages(fixed)).toEqual([
      expect.stringContaining(`表三!${at}（表三 · （一）予以公开 · 总计）的合计公式是固定的数`),
    ]);
    const moved = put(summed, sheet3, at, "<f>SUM(C6:G6)</f><v>5</v>");
    expect(await messages(moved)).toEqual([expect.stringContaining("相加的不是原来各项")]);
  });

  test("the same formulas in other words are none of it: spaces, dollars, small letters", async () => {
    const respelled = editParts(bytes, {
      [sheet3]: (xml) =>
        xml.replace(
          /<f>([^<]*)<\/f>/g,
          (_, formula: string) => `<f>${formula.replace(/\b([A-Z])(\d+)/g, "$$$1$$$2").replace(/,/g, ", ")}</f>`,
        ),
    });
    expect(await messages(respelled)).toEqual([]);
  });
});

describe("a repair gives the official form back and changes no figure", () => {
  const damages: Readonly<Record<string, (source: Uint8Array) => Uint8Array>> = {
    "labels changed": (source) =>
      editParts(source, {
        [strings]: (xml) => xml.replace("（二）部分公开", "部分").replace(">科研机构<", ">研究所<"),
      }),
    "check formulas gone": (source) => editParts(source, { [sheet3]: (xml) => xml.replace(/<f>.*?<\/f>/gs, "") }),
    "rows put in between": (source) =>
      editParts(source, { [sheet3]: (xml) => insertRows(insertRows(xml, 20, 2), 9, 1) }),
    "columns put in between": (source) => editParts(source, { [sheet3]: (xml) => insertColumns(xml, 5, 1) }),
    "identity lost": withoutIdentity,
    "names lost": (source) =>
      editParts(source, { "xl/workbook.xml": (xml) => xml.replace(/<definedNames>.*<\/definedNames>/s, "") }),
    "a row deleted": (source) =>
      editParts(source, { [sheet3]: (xml) => insertRows(xml.replace(/<row r="12".*?<\/row>/s, ""), 13, -1) }),
    "a sheet deleted": (source) =>
      editParts(source, { "xl/workbook.xml": (xml) => xml.replace(/<sheet name="表四"[^>]*\/>/, "") }),
    "the inputs of the text deleted": (source) =>
      editParts(source, { "xl/workbook.xml": (xml) => xml.replace(/<sheet name="正文要素"[^>]*\/>/, "") }),
  };

  test("whatever happened to it, alone or together: every figure that can be read is kept, every other one is named", async () => {
    const names = Object.keys(damages);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...names), { maxLength: 4 }),
        fc.boolean(),
        async (chosen, sums) => {
          const damaged = chosen.reduce((source, name) => damages[name]?.(source) ?? source, sums ? summed : bytes);
          const before = await read(damaged);
          const repaired = await repairFile(damaged, "f.xlsx", date);
          const after = await read(repaired.bytes);
          expect(after.damage).toEqual([]);
          // A total is never replaced: where parts were lost it stays as it was, and is named.
          const left = (await inspectFile(repaired.bytes, "f.xlsx")).reading.formulas;
          expect(left.map(({ of }) => of)).toEqual(repaired.typed.map((total) => ({ total })));
          for (const total of repaired.typed) expect(repaired.notes.join("")).toContain(cellName(nb2021, total));
          for (const [cell, value] of before.report.values)
            expect([cell, after.report.values.get(cell)]).toEqual([cell, value]);
          const lost = [...after.report.values.keys()].filter((cell) => !before.report.values.has(cell));
          expect([...repaired.unread].sort()).toEqual([...lost].sort());
          for (const cell of lost) expect(after.report.values.get(cell)).toBeNull();
          expect({ ...after.report, values: 0 }).toEqual({ ...before.report, values: 0 });
        },
      ),
      { numRuns: 25, examples: [[["rows put in between", "labels changed"], true]] },
    );
  }, 120_000);

  test("what was lost is told, and sheets of others are named because they stay behind", async () => {
    const gone = damages["a row deleted"]?.(bytes) ?? bytes;
    const extra = editParts(gone, {
      "xl/workbook.xml": (xml) => xml.replace("</sheets>", '<sheet name="备注" sheetId="40" r:id="rId40"/></sheets>'),
      "xl/_rels/workbook.xml.rels": (xml) =>
        xml.replace(
          "</Relationships>",
          '<Relationship Id="rId40" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet9.xml"/></Relationships>',
        ),
      "xl/worksheets/sheet9.xml": () =>
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>',
    });
    const { notes, unread } = await repairFile(extra, "f.xlsx", date);
    expect(unread).toHaveLength(7);
    expect(notes).toEqual([
      expect.stringMatching(/^有7格没有读到，修复后为空/u),
      "表式以外的工作表没有带入修复后的文件：备注。",
    ]);
  });

  test("totals that added themselves up still do; formulas of the clerk become their results and are named", async () => {
    const clerk = put(summed, sheet3, placeOf("t3.granted.naturalPerson"), "<f>1+2</f><v>3</v>");
    const repaired = await repairFile(clerk, "f.xlsx", date);
    const formulas = (await read(repaired.bytes)).formulasInCells.map(({ cell }) => cell);
    expect(formulas).toContain("t3.newReceived.total");
    expect(repaired.report.values.get("t3.granted.naturalPerson")).toBe(3);
    expect(repaired.notes).toEqual([
      "有2格合计与读到的各项之和不符，保留原数，没有写成公式：表三 · （一）予以公开 · 总计、表三 · （七）总计 · 自然人。",
      "有1格原来是公式，已按其结果保存为数字：表三 · （一）予以公开 · 自然人。",
    ]);
  });
});

describe("on the command line", () => {
  test("repair tells what was wrong and writes the form anew", async () => {
    const at = checkPlace("nb2021.t3.rowSum[granted]");
    const files = memoryFiles({ "a.xlsx": put(bytes, sheet3, at, "<v>0</v>") });
    const { status, out, told } = await gouji(files, "repair", "a.xlsx", "-o", "b.xlsx", "--json");
    expect(status).toBe(0);
    expect(told).toBe("已生成：b.xlsx");
    expect(JSON.parse(out)).toMatchObject({
      file: "a.xlsx",
      output: "b.xlsx",
      template: "nb2021",
      faults: [{ kind: "checkConstant" }],
      unread: [],
      otherSheets: [],
    });
    const [before, after] = await Promise.all(["a.xlsx", "b.xlsx"].map((file) => gouji(files, "read", file, "--json")));
    expect(after?.out).toBe(before?.out);
    expect(before?.told).toContain("表三有1处校验公式被改成了固定的内容");
    expect(after?.told).toBe("");
    expect((await gouji(files, "check", "a.xlsx", "--json")).told).toContain("gouji repair");
  });

  test("what cannot be repaired is one sentence, and nothing is written", async () => {
    const files = memoryFiles({ "r.json": "{}", "x.xlsx": "hello", "a.xlsx": bytes });
    for (const [words, sentence] of [
      [["repair", "r.json", "-o", "b.xlsx"], /^r\.json：是填报数据文件/u],
      [["repair", "x.xlsx", "-o", "b.xlsx"], /^x\.xlsx：.*不是 Excel 工作簿/u],
      [["repair", "a.xlsx"], /-o/u],
      [["repair", "a.xlsx", "-o", "b.pdf"], /\.xlsx/u],
    ] as const) {
      const { status, out, told } = await gouji(files, ...words);
      expect({ status, out }).toEqual({ status: 2, out: "" });
      expect(told).toMatch(sentence);
    }
    expect([...files.stored.keys()]).toEqual(["r.json", "x.xlsx", "a.xlsx"]);
  });
});

test("the sheets of the tests are where they are taken to be", () => {
  expect(partsOf(bytes)[sheet3]).toContain('r="A1"');
  expect(placed.sheets[1]?.name).toBe("表三");
});
