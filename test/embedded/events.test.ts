import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { eventsArrive, openExcel, type OpenExcel } from "./support/open-excel";

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => excel.close());

type Changed = Excel.WorksheetChangedEventArgs;

async function listen(): Promise<Changed[]> {
  const seen: Changed[] = [];
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").onChanged.add((args) => {
      seen.push(args);
      return Promise.resolve();
    });
    await context.sync();
  });
  return seen;
}

function type(address: string, value: string | number): void {
  excel.grid.workbook.getActiveSheet().getRange(address).setValue(value);
}

test("typing into one cell tells old and new value, and that it was not the add-in", async () => {
  const seen = await listen();
  type("B2", 4);
  await eventsArrive();
  type("B2", 5);
  await eventsArrive();
  expect(seen).toHaveLength(2);
  expect(seen[1]).toMatchObject({
    type: "WorksheetChanged",
    address: "B2",
    changeType: "RangeEdited",
    source: "Local",
    triggerSource: "Unknown",
    details: { valueBefore: 4, valueAfter: 5, valueTypeBefore: "Double", valueTypeAfter: "Double" },
  });
});

test("clearing a cell tells the blank as an empty text", async () => {
  type("A1", "甲");
  const seen = await listen();
  excel.grid.workbook.getActiveSheet().getRange("A1").clearContent();
  await eventsArrive();
  expect(seen.map((args) => args.details)).toEqual([
    { valueBefore: "甲", valueAfter: "", valueTypeBefore: "String", valueTypeAfter: "Empty" },
  ]);
});

test("a block written at once is one change without details", async () => {
  const seen = await listen();
  excel.grid.workbook
    .getActiveSheet()
    .getRange("B2:C3")
    .setValues([
      [1, 2],
      [3, 4],
    ]);
  await eventsArrive();
  expect(seen.map(({ address, details }) => ({ address, details }))).toEqual([
    { address: "B2:C3", details: undefined },
  ]);
});

test("undo and redo are changes too", async () => {
  type("A1", 1);
  type("A1", 2);
  const seen = await listen();
  excel.grid.workbook.undo();
  await eventsArrive();
  excel.grid.workbook.redo();
  await eventsArrive();
  expect(seen.map((args) => args.details)).toEqual([
    expect.objectContaining({ valueBefore: 2, valueAfter: 1 }),
    expect.objectContaining({ valueBefore: 1, valueAfter: 2 }),
  ]);
});

test("results of formulas and colours are no changes", async () => {
  type("A1", 1);
  type("A2", "=A1*2");
  await excel.executor.settled();
  const seen = await listen();
  type("A1", 5);
  await excel.executor.settled();
  excel.grid.workbook.getActiveSheet().getRange("A1:A3").setBackground("#ff0000");
  excel.grid.workbook.undo();
  await eventsArrive();
  expect(seen.map((args) => args.address)).toEqual(["A1"]);
});

test("the add-in's own writes come back marked as its own", async () => {
  const seen = await listen();
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1:A2").values = [[1], [2]];
    await context.sync();
  });
  await eventsArrive();
  expect(seen).toMatchObject([{ address: "A1:A2", triggerSource: "ThisLocalAddin" }]);
});

test("no events while they are switched off", async () => {
  const seen = await listen();
  await excel.Excel.run(async (context) => {
    context.runtime.enableEvents = false;
    await context.sync();
  });
  type("A1", 1);
  await eventsArrive();
  expect(seen).toEqual([]);
});

test("a handler gets the changed cells by getRange", async () => {
  const seen = await listen();
  type("C4", 7);
  await eventsArrive();
  await excel.Excel.run(async (context) => {
    const range = seen[0]?.getRange(context);
    if (range === undefined) throw new Error("no change arrived");
    range.load("address,values");
    await context.sync();
    expect(range.address).toBe("Sheet1!C4");
    expect(range.values).toEqual([[7]]);
  });
});

test("a removed handler hears nothing more", async () => {
  let calls = 0;
  await excel.Excel.run(async (context) => {
    const result = context.workbook.worksheets.onChanged.add(() => {
      calls += 1;
      return Promise.resolve();
    });
    await context.sync();
    type("A1", 1);
    await eventsArrive();
    result.remove();
    await context.sync();
  });
  type("A1", 2);
  await eventsArrive();
  expect(calls).toBe(1);
});

test("inserted and deleted rows are told as whole rows", async () => {
  type("A5", "x");
  const seen = await listen();
  excel.grid.workbook.getActiveSheet().insertRows(1, 2);
  await eventsArrive();
  excel.grid.workbook.getActiveSheet().deleteRows(0, 1);
  await eventsArrive();
  expect(seen.map(({ address, changeType }) => [address, changeType])).toEqual([
    ["2:3", "RowInserted"],
    ["1:1", "RowDeleted"],
  ]);
});

test("selection and activation are told with the sheet's id", async () => {
  const seen: unknown[] = [];
  await excel.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.add("第二页");
    worksheets.onSelectionChanged.add((args) => Promise.resolve(void seen.push([args.type, args.address])));
    worksheets.onActivated.add((args) => Promise.resolve(void seen.push([args.type, args.worksheetId])));
    await context.sync();
  });
  excel.grid.workbook.getActiveSheet().getRange("B2:C3").activate();
  await eventsArrive();
  const second = excel.grid.workbook.getSheetByName("第二页");
  second?.activate();
  await eventsArrive();
  expect(seen).toEqual([
    ["WorksheetSelectionChanged", "B2:C3"],
    ["WorksheetActivated", second?.getSheetId()],
  ]);
});

test("sheets that come, go and change their names are told", async () => {
  const seen: unknown[] = [];
  await excel.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onAdded.add((args) => Promise.resolve(void seen.push([args.type, args.worksheetId])));
    worksheets.onDeleted.add((args) => Promise.resolve(void seen.push([args.type, args.worksheetId])));
    worksheets.onNameChanged.add((args) => Promise.resolve(void seen.push([args.nameBefore, args.nameAfter])));
    await context.sync();
  });
  const { workbook } = excel.grid;
  const added = workbook.insertSheet("第二页");
  const id = added.getSheetId();
  await eventsArrive();
  added.setName("改名");
  await eventsArrive();
  workbook.deleteSheet(added);
  await eventsArrive();
  expect(seen).toEqual([
    ["WorksheetAdded", id],
    ["第二页", "改名"],
    ["WorksheetDeleted", id],
  ]);
});

test("computed cells are told apart from edited ones", async () => {
  type("A1", 1);
  type("B1", "=A1*2");
  await excel.executor.settled();
  const seen: string[] = [];
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets
      .getItem("Sheet1")
      .onCalculated.add((args) => Promise.resolve(void seen.push(args.address)));
    await context.sync();
  });
  type("A1", 5);
  await excel.executor.settled();
  await eventsArrive();
  expect(seen).toEqual(["B1"]);
});

test("a formula's new value is its result, its old one what stood there", async () => {
  type("A2", 7);
  const seen = await listen();
  type("A1", "=1+1");
  await excel.executor.settled();
  await eventsArrive();
  type("A2", "=A1*10");
  await excel.executor.settled();
  await eventsArrive();
  type("A2", 3);
  await eventsArrive();
  expect(seen.map((args) => args.details)).toEqual([
    { valueBefore: "", valueAfter: 2, valueTypeBefore: "Empty", valueTypeAfter: "Double" },
    { valueBefore: 7, valueAfter: 20, valueTypeBefore: "Double", valueTypeAfter: "Double" },
    { valueBefore: 20, valueAfter: 3, valueTypeBefore: "Double", valueTypeAfter: "Double" },
  ]);
});

test("cells that are filled apart are told as rectangles of their own", async () => {
  const seen = await listen();
  excel.grid.univerAPI.syncExecuteCommand("sheet.command.set-range-values", {
    unitId: "workbook",
    subUnitId: "sheet-1",
    range: { startRow: 0, startColumn: 0, endRow: 4, endColumn: 3 },
    value: { 0: { 0: { v: 1 }, 1: { v: 2 } }, 1: { 0: { v: 3 }, 1: { v: 4 } }, 4: { 3: { v: 5 } } },
  });
  await eventsArrive();
  expect(seen.map((args) => args.address)).toEqual(["A1:B2", "D5"]);
});
