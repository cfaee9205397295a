import type { RawCell, SheetChange } from "../../app/ports";
import { parseAddress } from "./address";

type ChangedEvent = Pick<Excel.WorksheetChangedEventArgs, "address" | "changeType" | "worksheetId"> & {
  readonly details?: { readonly valueAfter: unknown } | undefined;
};

/** Translates Excel's event without asking Excel again: a single cell brings its value along. */
export function toChanges(event: ChangedEvent): readonly SheetChange[] {
  if (event.changeType !== "RangeEdited") return [{ kind: "structure" }];
  return event.address.split(",").map((address): SheetChange => {
    const area = parseAddress(event.worksheetId, address.trim());
    if (area === undefined) return { kind: "structure" };
    const { sheet, row, column, rows, columns } = area;
    const value = event.details?.valueAfter;
    if (rows === 1 && columns === 1 && isRawCell(value)) return { kind: "cell", sheet, row, column, value };
    return { kind: "area", area };
  });
}

function isRawCell(value: unknown): value is RawCell {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
