import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { codeOf, openExcel, type OpenExcel } from "./support/open-excel";

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => excel.close());

test("sheets are added at the end, renamed, moved, hidden, counted and deleted", async () => {
  await excel.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const added = worksheets.add("表三");
    const other = worksheets.add();
    added.position = 0;
    other.visibility = "Hidden";
    added.tabColor = "#C00000";
    added.showGridlines = false;
    worksheets.load("items/name,items/visibility,items/position,items/tabColor,items/showGridlines");
    const count = worksheets.getCount();
    const visible = worksheets.getCount(true);
    const active = worksheets.getActiveWorksheet().load("name");
    await context.sync();
    expect(worksheets.items.map((sheet) => [sheet.name, sheet.visibility, sheet.position])).toEqual([
      ["表三", "Visible", 0],
      ["Sheet1", "Visible", 1],
      ["Sheet3", "Hidden", 2],
    ]);
    expect(worksheets.items[0]).toMatchObject({ tabColor: "#C00000", showGridlines: false });
    expect([count.value, visible.value, active.name]).toEqual([3, 2, "Sheet1"]);
    added.name = "表 三";
    await context.sync();
    added.activate();
    other.delete();
    const last = worksheets.getLast().load("name");
    const first = worksheets.getFirst().load("name");
    const current = worksheets.getActiveWorksheet().load("name");
    await context.sync();
    expect([first.name, last.name, current.name]).toEqual(["表 三", "Sheet1", "表 三"]);
  });
});

test("a proxy of a sheet still works after it was renamed in the grid", async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1").load("id");
    await context.sync();
    excel.grid.workbook.getActiveSheet().setName("改名");
    const range = sheet.getRange("A1").load("address");
    await context.sync();
    expect(range.address).toBe("改名!A1");
  });
});

test.each([
  ["a/b", "InvalidArgument"],
  ["", "InvalidArgument"],
  ["sheet1", "ItemAlreadyExists"],
])("the sheet name %j is refused", async (name, code) => {
  const added = excel.Excel.run(async (context) => {
    context.workbook.worksheets.add("x").name = name;
    await context.sync();
  });
  expect(await codeOf(added)).toBe(code);
});

test("the only visible sheet can be neither hidden nor deleted", async () => {
  for (const spoil of [
    (sheet: Excel.Worksheet): void => {
      sheet.delete();
    },
    (sheet: Excel.Worksheet): void => {
      sheet.visibility = "Hidden";
    },
  ]) {
    const done = excel.Excel.run(async (context) => {
      spoil(context.workbook.worksheets.getItem("Sheet1"));
      await context.sync();
    });
    expect(await codeOf(done)).toBe("InvalidOperation");
  }
});

test("panes are frozen and tell where", async () => {
  await excel.Excel.run(async (context) => {
    const { freezePanes } = context.workbook.worksheets.getItem("Sheet1");
    const none = freezePanes.getLocationOrNullObject().load("address");
    freezePanes.freezeAt("A1:B4");
    const both = freezePanes.getLocation().load("address");
    await context.sync();
    expect([none.isNullObject, both.address]).toEqual([true, "Sheet1!A1:B4"]);
    freezePanes.freezeRows(3);
    const rows = freezePanes.getLocation().load("address");
    await context.sync();
    expect(rows.address).toBe("Sheet1!1:3");
    freezePanes.unfreeze();
    const again = freezePanes.getLocationOrNullObject().load("address");
    await context.sync();
    expect(again.isNullObject).toBe(true);
  });
});

test("the print set-up is kept", async () => {
  await excel.Excel.run(async (context) => {
    const layout = context.workbook.worksheets.getItem("Sheet1").pageLayout;
    layout.orientation = "Landscape";
    layout.paperSize = "A4";
    layout.zoom = { horizontalFitToPages: 1 };
    layout.centerHorizontally = true;
    layout.setPrintArea("A1:J30");
    layout.setPrintTitleRows("$1:$3");
    layout.setPrintMargins("Centimeters", { top: 2.54, left: 1.27 });
    layout.headersFooters.defaultForAllPages.centerFooter = "第 &P 页";
    const area = layout.getPrintArea().load("address");
    const rows = layout.getPrintTitleRowsOrNullObject().load("address");
    layout.load();
    layout.headersFooters.defaultForAllPages.load("centerFooter,leftFooter");
    await context.sync();
    expect(layout.toJSON()).toMatchObject({
      orientation: "Landscape",
      paperSize: "A4",
      zoom: { horizontalFitToPages: 1 },
      centerHorizontally: true,
      leftMargin: 36,
    });
    expect(layout.topMargin).toBeCloseTo(72);
    expect([area.address, rows.address]).toEqual(["Sheet1!A1:J30", "Sheet1!1:3"]);
    expect(layout.headersFooters.defaultForAllPages.toJSON()).toEqual({ centerFooter: "第 &P 页", leftFooter: "" });
  });
});

test("a sheet keeps properties of its own", async () => {
  await excel.Excel.run(async (context) => {
    const { customProperties } = context.workbook.worksheets.getItem("Sheet1");
    customProperties.add("template", "nb2021");
    customProperties.add("Template", "nb2019");
    const item = customProperties.getItem("TEMPLATE").load("key,value");
    const none = customProperties.getItemOrNullObject("x").load("key");
    customProperties.load("items");
    await context.sync();
    expect([item.key, item.value, none.isNullObject, customProperties.items.length]).toEqual([
      "template",
      "nb2019",
      true,
      1,
    ]);
  });
});

describe("a protected sheet", () => {
  const protect = (options?: Excel.WorksheetProtectionOptions, password?: string): Promise<void> =>
    excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("B2:C3").format.protection.locked = false;
      sheet.protection.protect(options, password);
      await context.sync();
    });
  const attempt = (work: (sheet: Excel.Worksheet) => void): Promise<string> =>
    codeOf(
      excel.Excel.run(async (context) => {
        work(context.workbook.worksheets.getItem("Sheet1"));
        await context.sync();
      }),
    );
  const DONE = "no code: undefined";

  test("takes values in unlocked cells only", async () => {
    await protect();
    expect(
      await attempt((sheet) => {
        sheet.getRange("B2:C3").values = [
          [1, 2],
          [3, 4],
        ];
      }),
    ).toBe(DONE);
    expect(
      await attempt((sheet) => {
        sheet.getRange("A1:C3").clear();
      }),
    ).toBe("AccessDenied");
    expect(
      await attempt((sheet) => {
        sheet.getRange("D4").values = [[1]];
      }),
    ).toBe("AccessDenied");
  });

  test("refuses formats and rows unless they are allowed", async () => {
    await protect();
    expect(
      await attempt((sheet) => {
        sheet.getRange("B2").format.fill.color = "red";
      }),
    ).toBe("AccessDenied");
    await attempt((sheet) => {
      sheet.protection.unprotect();
    });
    await protect({ allowFormatCells: true, allowInsertRows: true });
    expect(
      await attempt((sheet) => {
        sheet.getRange("B2").format.fill.color = "red";
      }),
    ).toBe(DONE);
    expect(
      await attempt((sheet) => {
        sheet.getRange("2:2").insert("Down");
      }),
    ).toBe(DONE);
    expect(
      await attempt((sheet) => {
        sheet.getRange("2:2").delete("Up");
      }),
    ).toBe("AccessDenied");
  });

  test("tells its options and opens with the password only", async () => {
    await protect({ allowFormatCells: true, selectionMode: "Unlocked" }, "秘密");
    await excel.Excel.run(async (context) => {
      const { protection } = context.workbook.worksheets.getItem("Sheet1");
      protection.load("protected,options");
      const locked = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2").format.protection.load("locked");
      await context.sync();
      expect(protection.protected).toBe(true);
      expect(protection.options).toMatchObject({ allowFormatCells: true, allowSort: false, selectionMode: "Unlocked" });
      expect(locked.locked).toBeNull();
    });
    expect(
      await attempt((sheet) => {
        sheet.protection.unprotect("错的");
      }),
    ).toBe("AccessDenied");
    expect(
      await attempt((sheet) => {
        sheet.protection.unprotect("秘密");
      }),
    ).toBe(DONE);
  });
});
