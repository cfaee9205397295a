import { toChanges } from "./changes";

const edited = { changeType: "RangeEdited", worksheetId: "w1" } as const;

test("a single cell brings its new value along", () => {
  expect(toChanges({ ...edited, address: "D12", details: { valueAfter: 5 } })).toEqual([
    { kind: "cell", sheet: "w1", row: 11, column: 3, value: 5 },
  ]);
});

test("a block, or a cell of which Excel tells nothing, has to be read", () => {
  expect(toChanges({ ...edited, address: "D12:E13" })).toMatchObject([{ kind: "area", area: { rows: 2, columns: 2 } }]);
  expect(toChanges({ ...edited, address: "D12" })).toMatchObject([{ kind: "area", area: { rows: 1, columns: 1 } }]);
});

test("several areas are told one by one", () => {
  expect(toChanges({ ...edited, address: "D12:D13,F1" })).toHaveLength(2);
});

test("whatever moves cells makes every address doubtful", () => {
  expect(toChanges({ ...edited, changeType: "RowInserted", address: "3:3" })).toEqual([{ kind: "structure" }]);
});
