import { readFileSync } from "node:fs";

import { textFormOf } from "../../src/app/audit-text";
import { forms, templateFor } from "../../src/app/forms";
import { parseReportFile } from "../../src/app/report-file";
import { cellsOf, figureRows, type Template } from "../../src/core/model/template";
import { applyVariant } from "../../src/core/model/variant";
import { narrate } from "../../src/core/narrative/narrate";
import { narrativeText } from "../../src/core/narrative/narrative-text";
import { checkAll, outcome, summarize } from "../../src/core/rules/check";
import { bindRules } from "../../src/core/rules/expand";
import { placeForm } from "../../src/formats/xlsx/place-form";
import { readForm } from "../../src/formats/xlsx/read-form";
import { writeForm } from "../../src/formats/xlsx/write-form";
import { nb2019 } from "../../src/templates/nb2019";
import { withoutIdentity } from "../xlsx/support/workbooks";

const beijing = templateFor({ template: "nb2019", variant: "bj2020" });
const report = parseReportFile(readFileSync("test/data/reports/001-fengtai-2020-beijing.json", "utf8"), "001");
const date = new Date(Date.UTC(2027, 0, 12));

test("two rows take the place of one, everything else stays as it is", () => {
  const others = cellsOf(nb2019).filter((cell) => !cell.startsWith("t2_5.otherServices."));
  const added = ["otherServicesInspection", "otherServicesConfirmation"].flatMap((row) =>
    ["previousItems", "change", "decisions"].map((column) => `t2_5.${row}.${column}`),
  );
  expect([...cellsOf(beijing)].sort()).toEqual([...others, ...added].sort());
  const rows = beijing.tables.find(({ id }) => id === "t2_5");
  expect(rows?.rows.map(({ id, label, role }) => [id, label, role])).toEqual([
    ["licensing", "行政许可", "leaf"],
    ["otherServices", "其他对外管理服务事项", "group"],
    ["otherServicesInspection", "行政检查", "leaf"],
    ["otherServicesConfirmation", "行政确认", "leaf"],
  ]);
  expect(beijing).toMatchObject({ id: "nb2019", variant: "bj2020" });
});

test("rules over lines are asked of each new row, with its own id", () => {
  const ids = bindRules(beijing).rules.map(({ id }) => id);
  for (const rule of ["deltaFloor", "itemsZeroDecisions", "itemsCross"])
    for (const row of ["otherServicesInspection", "otherServicesConfirmation"])
      expect(ids).toContain(`nb2019.t2.${rule}[t2_5.${row}]`);
  expect(ids.filter((id) => /otherServices[.\]]/u.test(id))).toEqual([]);
});

test("a rule that adds the row to others adds all of the new ones, in its condition too", () => {
  const sum: Template["rules"][number] = {
    id: "t2.some",
    kind: "comparison",
    severity: "hint",
    scope: "inTable",
    when: { left: [{ ref: "t2_5.otherServices.change" }], op: ">", const: 0 },
    left: [{ ref: "t2_5.licensing.decisions" }, { ref: "t2_5.otherServices.decisions", coef: 2 }],
    op: "<=",
    right: [{ ref: "t2_6.punishment.decisions" }],
    sentence: "",
    source: { type: "structural", ref: "" },
  };
  const form = applyVariant({ ...nb2019, rules: [sum] }, "bj2020");
  const [bound] = bindRules(form ?? nb2019).rules;
  expect(bound).toMatchObject({
    left: [
      { cell: "t2_5.licensing.decisions", coef: 1 },
      { cell: "t2_5.otherServicesInspection.decisions", coef: 2 },
      { cell: "t2_5.otherServicesConfirmation.decisions", coef: 2 },
    ],
    when: [{ cell: "t2_5.otherServicesInspection.change" }, { cell: "t2_5.otherServicesConfirmation.change" }],
  });
});

test("the label stands beside both rows, as the published form prints it", () => {
  const sheet = placeForm(beijing).sheets.find(({ name }) => name === "表二");
  const place = (text: string): unknown => {
    const found = sheet?.cells.find(({ content }) => content.kind === "text" && content.text === text);
    return found && { row: found.row, column: found.column, rows: found.rows, columns: found.columns };
  };
  expect(place("其他对外管理服务事项")).toEqual({ row: 9, column: 0, rows: 2, columns: 1 });
  expect(place("行政检查")).toEqual({ row: 9, column: 1, rows: 1, columns: 1 });
  expect(place("行政确认")).toEqual({ row: 10, column: 1, rows: 1, columns: 1 });
  expect(place("行政许可")).toEqual({ row: 8, column: 0, rows: 1, columns: 2 });
  expect(place("第二十条第（一）项")).toEqual({ row: 2, column: 0, rows: 1, columns: 5 });
});

test("the published figures satisfy every 强制 rule and are told row by row", () => {
  const book = bindRules(beijing);
  const { findings } = summarize(book, checkAll(book, report));
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(outcome(findings, report.explanations)).toBe("pass");
  const text = narrativeText(narrate(beijing, report));
  expect(text).toContain("作出行政检查处理决定295件。");
  expect(text).not.toContain("其他对外管理服务事项");
});

test("a text is held against the new rows, and against both together", () => {
  const topic = textFormOf(beijing)?.vocabulary.topics.find(({ id }) => id === "decisions");
  const known = new Set<string>(cellsOf(beijing));
  const picks = topic?.lines.flatMap((line) => line.picks.flat()) ?? [];
  expect(picks.length).toBeGreaterThan(4);
  for (const row of picks) expect([row, known.has(`${row}.decisions`)]).toEqual([row, true]);
});

test("the workbook gives everything back, with and without what it says of itself", async () => {
  const bytes = await writeForm(beijing, report, { date });
  const back = await readForm(bytes, forms);
  expect(back).toMatchObject({ ok: true, report, damage: [], oddities: [] });
  const bare = await readForm(withoutIdentity(bytes), forms);
  expect(bare).toMatchObject({ ok: true, report: { variant: "bj2020", values: report.values } });
});

test("a form as it was issued is not taken for its variant", async () => {
  const plain = parseReportFile(readFileSync("test/data/reports/001-fengtai-2020.json", "utf8"), "001");
  const bare = await readForm(withoutIdentity(await writeForm(nb2019, plain, { date })), forms);
  expect(bare).toMatchObject({ ok: true, report: { variant: null, values: plain.values } });
  await expect(writeForm(nb2019, report, { date })).rejects.toThrow("bj2020");
});

test("a workbook with a variant that is not known is named, not misread", async () => {
  const bytes = await writeForm(beijing, report, { date });
  expect(await readForm(bytes, [nb2019])).toEqual({
    ok: false,
    failure: { code: "unknownVariant", template: "nb2019", variant: "bj2020" },
  });
});

test("a variant that does not fit its form is refused when it is applied", () => {
  const [variant] = nb2019.variants ?? [];
  if (variant === undefined) throw new Error("the form has lost its variant");
  const broken = { ...nb2019, variants: [{ ...variant, row: "nothing" }] };
  expect(() => applyVariant(broken, "bj2020")).toThrow("t2_5 has no row nothing");
});

test("no row of figures is left that holds none", () => {
  for (const form of forms)
    for (const table of form.tables) expect(figureRows(table).length * table.columns.length).toBeGreaterThan(0);
});
