import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { afterOffice } from "../../src/hosts/embedded/client/frame";
import { createOfficeHost, type OfficeHost } from "../../src/hosts/embedded/client/office-host";
import { openExcel, type OpenExcel } from "./support/open-excel";

const METADATA = {
  allowErrorForDataTypeAny: true,
  functions: [
    { id: "SUMCHECK", name: "SUMCHECK", parameters: [matrix("parts"), matrix("total")] },
    {
      id: "SHARE",
      name: "SHARE",
      parameters: [
        { name: "part", type: "number" },
        { name: "whole", type: "number" },
        { name: "digits", type: "number", optional: true },
      ],
    },
    { id: "LATER", name: "LATER", parameters: [{ name: "value", type: "number" }] },
    { id: "FAILS", name: "FAILS", parameters: [matrix("cells")] },
  ],
};

function matrix(name: string): { readonly name: string; readonly type: string; readonly dimensionality: string } {
  return { name, type: "any", dimensionality: "matrix" };
}

let excel: OpenExcel;
let host: OfficeHost;
let shown = true;
const listeners = new Set<(isShown: boolean) => void>();
const pane = {
  show: (): void => {
    shown = true;
    listeners.forEach((listener) => {
      listener(true);
    });
  },
  hide: (): void => {
    shown = false;
    listeners.forEach((listener) => {
      listener(false);
    });
  },
  isShown: (): boolean => shown,
  onChange: (listener: (isShown: boolean) => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

beforeEach(async () => {
  excel = await openExcel();
  host = createOfficeHost({ executor: excel.executor, pane, locale: "zh-CN", functions: METADATA, namespace: "GOUJI" });
  afterOffice(excel.frame, host);
});
afterEach(async () => {
  host.forget();
  await excel.close();
});

type OfficeGlobal = typeof Office;
const office = (): OfficeGlobal => excel.frame.Office as unknown as OfficeGlobal;

test("Office.onReady says Excel, and the context what Excel LTSC 2021 supports", async () => {
  const told: unknown[] = [];
  const info = await office().onReady((one) => void told.push(one));
  expect(info).toEqual({ host: "Excel", platform: "OfficeOnline" });
  expect(told).toEqual([info]);
  const { requirements, displayLanguage } = office().context;
  expect(displayLanguage).toBe("zh-CN");
  expect(["1.9", "1.14", "1.15"].map((version) => requirements.isSetSupported("ExcelApi", version))).toEqual([
    true,
    true,
    false,
  ]);
  expect(requirements.isSetSupported("SharedRuntime", "1.1")).toBe(true);
  expect(requirements.isSetSupported("MailboxApi")).toBe(false);
});

test("document settings and workbook settings are one store", async () => {
  const { settings } = office().context.document;
  settings.set("unit", { name: "某某局" });
  expect(excel.executor.document.settings.has("unit")).toBe(false);
  const status = await new Promise((resolve) => {
    settings.saveAsync((result) => {
      resolve(result.status);
    });
  });
  expect(status).toBe("succeeded");
  await excel.Excel.run(async (context) => {
    const setting = context.workbook.settings.getItem("unit").load("value");
    await context.sync();
    expect(setting.value).toEqual({ name: "某某局" });
  });
});

test("the workbook comes out as a file in slices", async () => {
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [["勾稽"]];
    await context.sync();
  });
  const file = await new Promise<Office.File>((resolve) => {
    office().context.document.getFileAsync(
      "compressed" as unknown as Office.FileType,
      { sliceSize: 1000 },
      (result) => {
        resolve(result.value);
      },
    );
  });
  expect(file.sliceCount).toBe(Math.ceil(file.size / 1000));
  const first = await new Promise<Office.Slice>((resolve) => {
    file.getSliceAsync(0, (result) => {
      resolve(result.value);
    });
  });
  expect(String.fromCharCode(...(first.data as number[]).slice(0, 2))).toBe("PK");
});

test("the add-in shows and hides its pane and hears of it", async () => {
  const modes: string[] = [];
  const stop = await office().addin.onVisibilityModeChanged((message) => void modes.push(message.visibilityMode));
  await office().addin.hide();
  expect(shown).toBe(false);
  await office().addin.showAsTaskpane();
  await stop();
  await office().addin.hide();
  expect(modes).toEqual(["Hidden", "Taskpane"]);
});

test("a ribbon button runs the action of its name and waits for it", async () => {
  const pressed: string[] = [];
  office().actions.associate("showCheck", (event: Office.AddinCommands.Event) => {
    pressed.push(event.source.id);
    event.completed();
  });
  expect(await host.runAction("showCheck")).toBe(true);
  expect(await host.runAction("showReport")).toBe(false);
  expect(pressed).toEqual(["showCheck"]);
});

test.each<[string, (global: OfficeGlobal) => unknown]>([
  [
    "Office.context.ui.displayDialogAsync",
    (global) => {
      global.context.ui.displayDialogAsync("https://example.org");
    },
  ],
  [
    "Office.context.document.bindings.getByIdAsync",
    (global) => {
      global.context.document.bindings.getByIdAsync("x");
    },
  ],
  ["Office.ribbon.requestUpdate", (global) => global.ribbon.requestUpdate({ tabs: [] })],
  [
    "Office.context.document.getSelectedDataAsync",
    (global) => {
      global.context.document.getSelectedDataAsync("text" as unknown as Office.CoercionType);
    },
  ],
])("%s throws NotImplemented and is named", (call, use) => {
  expect(() => use(office())).toThrow(
    expect.objectContaining({ name: "NotImplemented", message: expect.stringContaining(call) }),
  );
});

describe("custom functions in cells", () => {
  const put = (address: string, value: string | number): void => {
    excel.grid.workbook.getActiveSheet().getRange(address).setValue(value);
  };
  const show = async (address: string): Promise<unknown> => {
    await excel.executor.settled();
    return excel.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange(address).load("values");
      await context.sync();
      return range.values[0]?.[0] as unknown;
    });
  };
  const associate = (id: string, code: (...args: never[]) => unknown): void => {
    (excel.frame.CustomFunctions as unknown as { associate: typeof CustomFunctions.associate }).associate(id, code);
  };

  test("blocks arrive as arrays with blanks as empty texts, and follow edits", async () => {
    const calls: unknown[][] = [];
    associate("SUMCHECK", (parts: unknown[][], total: unknown[][]) => {
      calls.push([parts, total]);
      const sum = parts.flat().reduce<number>((a, b) => a + Number(b), 0);
      return sum === total[0]?.[0] ? "√" : `差 ${String(sum - Number(total[0]?.[0]))}`;
    });
    put("A1", 1);
    put("A3", 2);
    put("B1", 3);
    put("C1", "=GOUJI.SUMCHECK(A1:A3,B1)");
    expect(await show("C1")).toBe("√");
    expect(calls.at(-1)).toEqual([[[1], [""], [2]], [[3]]]);
    put("A2", 4);
    expect(await show("C1")).toBe("差 4");
  });

  test("a single value is declared as a number, an omitted one is null", async () => {
    associate(
      "SHARE",
      (part: number, whole: number, digits: number | null) => part / whole + (digits === null ? 100 : 0),
    );
    put("A1", "=GOUJI.SHARE(1,4)");
    put("A2", '=GOUJI.SHARE("x",4)');
    expect(await show("A1")).toBe(100.25);
    expect(await show("A2")).toBe("#VALUE!");
  });

  test("a promise is awaited", async () => {
    associate("LATER", (value: number) => Promise.resolve(value * 2));
    put("A1", "=GOUJI.LATER(21)");
    await excel.executor.settled();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await show("A1")).toBe(42);
  });

  test("an error of the library becomes its error value, any other #VALUE!", async () => {
    const { CustomFunctions: library } = excel.frame as unknown as { CustomFunctions: typeof CustomFunctions };
    associate("FAILS", (cells: unknown[][]) => {
      if (cells[0]?.[0] === 1) {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- the library's type does not say that it is an Error
        throw new library.Error(library.ErrorCode.notAvailable);
      }
      throw new Error("x");
    });
    put("A1", 1);
    put("B1", "=GOUJI.FAILS(A1)");
    put("B2", "=GOUJI.FAILS(A2)");
    expect(await show("B1")).toBe("#N/A");
    expect(await show("B2")).toBe("#VALUE!");
  });
});
