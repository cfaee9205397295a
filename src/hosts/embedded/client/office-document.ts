import { asyncCall, notImplementedCalls, notImplementedPart } from "./office-async";
import type { OfficeHost } from "./office-host";

/** Excel hands out a file in slices of at most 4 MB. */
const MAX_SLICE = 4_194_304;

/** `Office.context.document`: settings of the add-in in this workbook, and the workbook as a file. */
export function createDocument(host: OfficeHost): object {
  return {
    mode: "readWrite",
    url: host.executor.grid.workbook.getName(),
    settings: createSettings(host),
    bindings: notImplementedPart("Office.context.document.bindings"),
    customXmlParts: notImplementedPart("Office.context.document.customXmlParts"),
    getFileAsync: (...args: readonly unknown[]): void => {
      asyncCall(args, () => openFile(host, args));
    },
    getFilePropertiesAsync: (...args: readonly unknown[]): void => {
      asyncCall(args, () => ({ url: host.executor.grid.workbook.getName() }));
    },
    ...notImplementedCalls("Office.context.document", [
      "addHandlerAsync",
      "removeHandlerAsync",
      "getActiveViewAsync",
      "getSelectedDataAsync",
      "setSelectedDataAsync",
      "goToByIdAsync",
    ]),
  };
}

/** Kept in memory until `saveAsync`, then in the workbook, where `Excel.run` sees them too. */
function createSettings(host: OfficeHost): object {
  const stored = host.executor.document.settings;
  let working = new Map(stored);
  return {
    get: (name: string): unknown => structuredClone(working.get(name) ?? null),
    set(name: string, value: unknown): void {
      working.set(name, structuredClone(value));
    },
    remove(name: string): void {
      working.delete(name);
    },
    saveAsync: (...args: readonly unknown[]): void => {
      asyncCall(args, () => {
        stored.clear();
        working.forEach((value, name) => stored.set(name, value));
      });
    },
    refreshAsync: (...args: readonly unknown[]): void => {
      asyncCall(args, () => {
        working = new Map(stored);
      });
    },
    ...notImplementedCalls("Office.context.document.settings", ["addHandlerAsync", "removeHandlerAsync"]),
  };
}

type OfficeFile = {
  readonly size: number;
  readonly sliceCount: number;
  getSliceAsync(index: number, ...args: readonly unknown[]): void;
  closeAsync(...args: readonly unknown[]): void;
};

async function openFile(host: OfficeHost, [type, options]: readonly unknown[]): Promise<OfficeFile> {
  if (type !== "compressed") {
    const error = new Error(
      `Office.context.document.getFileAsync("${String(type)}") is not implemented in the try-out workbook.`,
    );
    error.name = "NotImplemented";
    throw error;
  }
  const bytes = await host.saveFile();
  const wanted =
    typeof options === "object" && options !== null && "sliceSize" in options ? Number(options.sliceSize) : MAX_SLICE;
  const sliceSize = Math.min(MAX_SLICE, Math.max(1, wanted));
  const sliceCount = Math.ceil(bytes.length / sliceSize);
  return {
    size: bytes.length,
    sliceCount,
    getSliceAsync(index, ...args): void {
      asyncCall(args, () => {
        if (!Number.isInteger(index) || index < 0 || index >= sliceCount) {
          throw new RangeError(`There is no slice ${String(index)} of the file.`);
        }
        const data = Array.from(bytes.subarray(index * sliceSize, (index + 1) * sliceSize));
        return { index, size: data.length, data };
      });
    },
    closeAsync(...args): void {
      asyncCall(args, () => undefined);
    },
  };
}
