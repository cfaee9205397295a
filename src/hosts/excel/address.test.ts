import { parseAddress } from "./address";

test.each([
  ["D12", { row: 11, column: 3, rows: 1, columns: 1 }],
  ["$D$12", { row: 11, column: 3, rows: 1, columns: 1 }],
  ["'表 三'!AA1:AB2", { row: 0, column: 26, rows: 2, columns: 2 }],
  ["3:4", { row: 2, column: 0, rows: 2, columns: 16_384 }],
  ["B:B", { row: 0, column: 1, rows: 1_048_576, columns: 1 }],
])("%s", (address, expected) => {
  expect(parseAddress("id", address)).toEqual({ sheet: "id", ...expected });
});

test.each(["", "#REF!", "Sheet!", "D12:"])("%j is no address", (address) => {
  expect(parseAddress("id", address)).toBeUndefined();
});
