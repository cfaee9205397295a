import type { CellId, CellValue } from "../../src/core/model/cell";
import type { Explanation, Report } from "../../src/core/model/report";
import { checkAll, outcome, summarize } from "../../src/core/rules/check";
import { bindRules } from "../../src/core/rules/expand";
import { reviewAnchor } from "../../src/formats/xlsx/form-layout";
import { placeForm } from "../../src/formats/xlsx/place-form";
import { reviewColumns, reviewItems, reviewRows } from "../../src/formats/xlsx/review-items";
import { readReviewRows, reviewRowsOf } from "../../src/formats/xlsx/review-read";
import { nb2021 } from "../../src/templates/nb2021";
import { editParts, partsOf, read, realReport, withoutIdentity, write } from "../xlsx/support/workbooks";

const book = bindRules(nb2021);
const base = realReport("012-pingtan-2021");
const floor: CellId = "t2_1.normative.inForce";
const rule = "nb2021.t2.validMin[normative]";

/** The report with figures that ask for a reason: more issued than in force. */
function report(explanations: Report["explanations"] = {}, values: Readonly<Record<string, CellValue>> = {}): Report {
  const changed: Record<string, CellValue> = {
    "t2_1.normative.issued": 9,
    "t2_1.normative.repealed": 0,
    [floor]: 4,
    ...values,
  };
  const all = new Map(base.values);
  for (const [cell, value] of Object.entries(changed)) all.set(cell as CellId, value);
  return { ...base, values: all, explanations };
}

const reason: Explanation = { text: "清理文件5件", left: 9, right: 4, by: "王某", at: "2027-01-12" };
const expired: Explanation = { ...reason, right: 3 };
const verdictOf = (found: Report) => outcome(summarize(book, checkAll(book, found)).findings, found.explanations);
const itemsOf = (found: Report) => reviewItems(book, summarize(book, checkAll(book, found)), found);

describe("one row for each finding that asks for a reason and for each reason", () => {
  test.each<[string, Report["explanations"], string]>([
    ["without a reason", {}, "open"],
    ["with one", { [rule]: reason }, "current"],
    ["with one for other figures", { [rule]: expired }, "expired"],
  ])("a 核实 %s", (_, explanations, state) => {
    const found = itemsOf(report(explanations)).find(({ key }) => key === rule);
    expect(found).toMatchObject({ state, severity: "核实", difference: 5, place: expect.stringContaining("表二") });
    expect(found?.sentence).toContain("本年制发（9）减本年废止大于现行有效件数（4）");
  });

  test("a 强制 stands above, a 提示 only when somebody has looked at it", () => {
    const hint = "nb2021.t2.blank";
    const blank = { "t2_6.coercion.decisions": null, "t3.granted.total": 999 };
    const states = (explanations: Report["explanations"]) =>
      itemsOf(report(explanations, blank)).map(({ key, state }) => [key, state]);
    expect(states({}).map(([, state]) => state)).toEqual(["mustFix", "mustFix", "open"]);
    expect(states({}).map(([key]) => key)).not.toContain(hint);
    const seen = { text: "本单位没有这一项", left: null, right: null, by: "王某", at: "" };
    expect(states({ [hint]: seen })).toContainEqual([hint, "noted"]);
  });

  test("no reason is left out: of a rule that holds by now, that cannot be told, that the form has not", () => {
    const states = itemsOf(
      report({ "nb2021.t4.sumRev": reason, "nb2021.t3.carryCross[total]": reason, "own.x": reason }),
    ).map(({ key, state }) => [key, state]);
    expect(states).toContainEqual(["nb2021.t4.sumRev", "settled"]);
    expect(states).toContainEqual(["nb2021.t3.carryCross[total]", "untold"]);
    expect(states).toContainEqual(["own.x", "unknown"]);
  });
});

describe("the sheet in the file", () => {
  /** The row (from 1) of the sheet where a rule stands, and what stands in its cells. */
  async function sheetOf(found: Report) {
    const bytes = await write(found);
    const placed = placeForm(nb2021);
    const path = `xl/worksheets/sheet${String(placed.sheets.length)}.xml`;
    return { bytes, path, firstRow: (placed.anchors.find(({ name }) => name === reviewAnchor)?.row ?? 0) + 1 };
  }

  /** Types a text into a cell, as a program without shared strings would. */
  function typed(bytes: Uint8Array, path: string, address: string, text: string): Uint8Array {
    return editParts(bytes, {
      [path]: (xml) => {
        const cell = new RegExp(`<c r="${address}"([^>]*?)(?:/>|>.*?</c>)`, "s");
        if (!cell.test(xml)) throw new Error(`no ${address}`);
        return xml.replace(cell, (_, rest: string) => {
          const style = /\bs="\d+"/.exec(rest)?.[0] ?? "";
          return text === ""
            ? `<c r="${address}" ${style}/>`
            : `<c r="${address}" ${style} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
        });
      },
    });
  }

  const at = (found: Report): number => itemsOf(found).findIndex(({ key }) => key === rule);

  test("what was not touched comes back as it was, current or expired", async () => {
    for (const given of [reason, expired]) {
      const found = report({ [rule]: given, "own.x": reason });
      const back = await read(await write(found));
      expect(back.report.explanations).toEqual(found.explanations);
      expect(back.oddities).toEqual([]);
    }
  });

  test("a reason typed into it counts, bound to the figures as they are", async () => {
    const found = report();
    const { bytes, path, firstRow } = await sheetOf(found);
    const row = String(firstRow + at(found));
    const edited = typed(
      typed(typed(bytes, path, `F${row}`, "清理文件5件"), path, `G${row}`, "李某"),
      path,
      `H${row}`,
      "2027年1月9日",
    );
    const back = await read(edited);
    expect(back.report.explanations[rule]).toEqual({
      text: "清理文件5件",
      left: 9,
      right: 4,
      by: "李某",
      at: "2027-01-09",
    });
    expect(verdictOf(report())).toBe("explain");
    expect(verdictOf(back.report)).toBe("pass");
  });

  test("a text edited there wins over what the workbook carries; a text taken out is withdrawn", async () => {
    const found = report({ [rule]: expired });
    const { bytes, path, firstRow } = await sheetOf(found);
    const row = String(firstRow + at(found));
    const edited = await read(typed(bytes, path, `F${row}`, "已核实"));
    expect(edited.report.explanations).toEqual({ [rule]: { ...reason, text: "已核实" } });
    expect((await read(typed(bytes, path, `F${row}`, ""))).report.explanations).toEqual({});
  });

  test("a name added to a reason does not make an expired one current", async () => {
    const found = report({ [rule]: { ...expired, by: "" } });
    const { bytes, path, firstRow } = await sheetOf(found);
    const row = String(firstRow + at(found));
    expect((await read(typed(bytes, path, `G${row}`, "李某"))).report.explanations[rule]).toEqual({
      ...expired,
      by: "李某",
    });
  });

  test("a text in a row of no rule is named, never lost in silence", async () => {
    const { bytes, path, firstRow } = await sheetOf(report());
    const row = firstRow + itemsOf(report()).length + 2;
    const back = await read(typed(bytes, path, `F${String(row)}`, "另有情况"));
    expect(back.oddities).toEqual([{ kind: "reasonText", place: `校验与说明!${String(row)}`, raw: "另有情况" }]);
  });

  test("where the workbook has lost its parts, the sheet still knows the reasons and what they were given for", async () => {
    const found = report({ [rule]: expired });
    const back = await read(withoutIdentity(await write(found)));
    expect(back.report.explanations).toEqual(found.explanations);
  });

  test("without the sheet the workbook's own reasons stand", async () => {
    const found = report({ [rule]: reason });
    const bytes = editParts(await write(found), {
      "xl/workbook.xml": (xml) => xml.replace(/<sheet name="校验与说明"[^>]*\/>/, ""),
    });
    expect((await read(bytes)).report.explanations).toEqual(found.explanations);
  });

  test("it prints in landscape with its head on every page, and hides its bookkeeping", async () => {
    const { bytes, path } = await sheetOf(report());
    const xml = partsOf(bytes)[path] ?? "";
    expect(xml.includes('orientation="landscape"')).toBe(true);
    expect(/<col [^>]*min="10"[^>]*hidden="true"/u.test(xml)).toBe(true);
    expect(partsOf(bytes)["xl/workbook.xml"]).toMatch(/Print_Titles[^>]*>[^<]*校验与说明[^<]*\$1:\$4</);
  });
});

describe("the rows for an open workbook", () => {
  const result = (found: Report) => summarize(book, checkAll(book, found));

  test("fill the block exactly, and read back as what was said", () => {
    const found = report({ [rule]: reason });
    const rows = reviewRows(book, result(found), found, 20);
    expect(rows).toHaveLength(20);
    expect(rows.every((row) => row.length === reviewColumns.length)).toBe(true);
    expect(readReviewRows(reviewRowsOf(rows), found.explanations, () => undefined)).toEqual({
      explanations: found.explanations,
      stray: [],
    });
  });

  test("say so when there is nothing to say, and how many do not fit", () => {
    const quiet = { ...base, explanations: {} };
    expect(reviewRows(book, { findings: [], undecided: [], passed: [] }, quiet, 3).map((row) => row[1])).toEqual([
      "没有需要说明的事项。",
      "",
      "",
    ]);
    const many = report({}, { "t3.granted.total": 999, "t3.partial.total": 999, "t3.carriedForward.total": 999 });
    const all = itemsOf(many).length;
    expect(all).toBeGreaterThan(3);
    expect(reviewRows(book, result(many), many, 3).at(-1)?.[1]).toBe(
      `另有${String(all - 2)}条未列出，请生成校验报告查看。`,
    );
  });

  test("a reason given in the pane since the sheet was written stays; one edited in the sheet wins", () => {
    const stale = reviewRowsOf(reviewRows(book, result(report()), report(), 10));
    const known = { [rule]: reason };
    expect(readReviewRows(stale, known, () => undefined).explanations).toEqual(known);
    const edited = stale.map((row) => (row.key === rule ? { ...row, text: "另写" } : row));
    expect(readReviewRows(edited, known, () => undefined).explanations[rule]).toMatchObject({
      text: "另写",
      left: 9,
      right: 4,
    });
  });
});
