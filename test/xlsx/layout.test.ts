import type { CellId } from "../../src/core/model/cell";
import { cellsOf, type Template } from "../../src/core/model/template";
import { bindRules } from "../../src/core/rules/expand";
import { address, parseRange, range } from "../../src/formats/xlsx/a1";
import { placeForm } from "../../src/formats/xlsx/place-form";
import { invalidFormula } from "../../src/formats/xlsx/place-invalid";
import { factColumns } from "../../src/formats/xlsx/fact-lines";
import type { PlacedForm, PlacedSheet, Rect } from "../../src/formats/xlsx/placed-form";
import { columnsPixels } from "../../src/formats/xlsx/text-size";
import { templates } from "../../src/templates";

const form = (id: string): PlacedForm => {
  const template = templates.find((known) => known.id === id);
  if (template === undefined) throw new Error(id);
  return placeForm(template);
};
const sheetOf = (placed: PlacedForm, name: string): PlacedSheet => {
  const sheet = placed.sheets.find((known) => known.name === name);
  if (sheet === undefined) throw new Error(name);
  return sheet;
};
const at = (sheet: PlacedSheet, text: string): string => {
  const cell = sheet.cells.find(({ content }) => content.kind === "text" && content.text === text);
  if (cell === undefined) throw new Error(text);
  return range(cell);
};
const checkAt = (sheet: PlacedSheet, place: string): { native: string; custom: string } => {
  const cell = sheet.cells.find(({ row, column }) => address(row, column) === place);
  if (cell?.content.kind !== "check") throw new Error(place);
  return cell.content.formula;
};

describe.each(templates.map((template): [string, Template] => [template.id, template]))(
  "every form: %s",
  (_, template) => {
    const placed = placeForm(template);

    it("shows every cell for a figure exactly once", () => {
      expect([...placed.values.keys()].sort()).toEqual([...cellsOf(template)].sort());
      const places = [...placed.values.values()].map(({ sheet, row, column }) => `${sheet}!${address(row, column)}`);
      expect(new Set(places).size).toBe(places.length);
    });

    it("puts no cell over another", () => {
      for (const sheet of placed.sheets) {
        const taken = new Set<string>();
        for (const cell of sheet.cells) {
          for (const key of cellsIn(cell)) {
            expect(taken.has(key)).toBe(false);
            taken.add(key);
          }
        }
      }
    });

    it("names a block for each table that holds just its figures", () => {
      for (const { id } of template.tables) {
        const anchor = placed.anchors.find(({ name }) => name === `GOUJI.${id}`);
        const own = [...placed.values].filter(([cell]) => cell.startsWith(`${id}.`));
        expect(own.every(([, place]) => anchor?.sheet === place.sheet && contains(anchor, place))).toBe(true);
        const others = [...placed.values].filter(([cell]) => !cell.startsWith(`${id}.`));
        expect(others.some(([, place]) => anchor?.sheet === place.sheet && contains(anchor, place))).toBe(false);
      }
    });

    it("keeps the checks out of the print area and shows each rule of the layout", () => {
      const shown = placed.sheets.flatMap(({ cells, print }) =>
        cells.flatMap(({ content, ...area }) => {
          if (content.kind !== "check") return [];
          expect(contains(print.area, area)).toBe(false);
          return [content.rule];
        }),
      );
      const wanted = new Set(template.sheets.flatMap(({ layout }) => layout.checks.map(({ rule }) => rule)));
      const bound = bindRules(template).rules.filter(({ rule }) => wanted.has(rule.id));
      expect(shown.filter((rule) => rule.startsWith(template.id)).sort()).toEqual(bound.map(({ id }) => id).sort());
    });

    it("has a rule for what may be typed into every figure", () => {
      for (const [cell, place] of placed.values) {
        const rules = sheetOf(placed, place.sheet).validations.filter(({ area }) =>
          contains(area, { ...place, columns: 1 }),
        );
        expect([cell, rules.length]).toEqual([cell, 1]);
      }
    });
  },
);

test("表三 of 2021 stands as the official form prints it", () => {
  const sheet = sheetOf(form("nb2021"), "表三");
  expect(at(sheet, "三、收到和处理政府信息公开申请情况")).toBe("A1:J1");
  expect(at(sheet, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）")).toBe("A3:C5");
  expect(at(sheet, "申请人情况")).toBe("D3:J3");
  expect(at(sheet, "法人或其他组织")).toBe("E4:I4");
  expect(at(sheet, "三、本年度办理结果")).toBe("A8:A29");
  expect(at(sheet, "（三）不予公开")).toBe("B10:B17");
  expect(at(sheet, "（六）其他处理")).toBe("B26:B28");
  expect(at(sheet, "（七）总计")).toBe("B29:C29");
  expect(sheet.print).toMatchObject({
    area: parseRange("A1:J30"),
    orientation: "portrait",
    pagesTall: 1,
    titleRows: 5,
  });
  expect(sheet.freeze).toEqual({ rows: 5, columns: 3 });
});

test("表二 merges what the official form merges", () => {
  const sheet = sheetOf(form("nb2021"), "表二");
  expect(at(sheet, "第二十条第（一）项")).toBe("A3:D3");
  expect(form("nb2021").values.get("t2_8.fee.amount")).toMatchObject({ sheet: "表二", row: 15, column: 1, columns: 3 });
  expect(sheet.print.area).toEqual(parseRange("A1:D16"));
});

test("columns are wide enough for the heads and rows tall enough for the labels", () => {
  const sheet = sheetOf(form("nb2021"), "表三");
  const column =
    sheet.cells.find(({ content }) => content.kind === "text" && content.text === "社会公益组织")?.column ?? -1;
  // Six characters of 16 pixels and the cell's padding.
  expect(columnsPixels([sheet.columnWidths[column] ?? 0])).toBeGreaterThanOrEqual(6 * 16 + 6);
  const fee =
    sheet.cells.find(({ content }) => content.kind === "text" && content.text.startsWith("2.申请人逾期未按"))?.row ??
    -1;
  // 36 characters of 12 points in a column of 26 half characters take three lines.
  expect(sheet.rowHeights[fee]).toBeGreaterThanOrEqual(3 * 12 * 1.2);
});

describe("check formulas come from the rules", () => {
  it("a row against its total, open while the total or all parts are blank", () => {
    const { native, custom } = checkAt(sheetOf(form("nb2021"), "表三"), "L6");
    expect(custom).toBe('=IF(COUNT(D6:I6)=0,"",GOUJI.ROWCHECK(D6:I6,J6))');
    expect(native).toMatch(/^=IF\(COUNT\(D6:I6\)=0,"",IFERROR\(IF\(COUNT\(J6\)=0/);
  });

  it("the flow of a column; in the total column every part is a total and must be known", () => {
    const sheet = sheetOf(form("nb2021"), "表三");
    expect(checkAt(sheet, "D32").custom).toBe('=IF(COUNT(D6:D7)=0,"",GOUJI.FLOWCHECK(D6,D7,D29,D30))');
    expect(checkAt(sheet, "J32").custom).toBe('=IF(COUNT(J6:J7,J30)<3,"",GOUJI.FLOWCHECK(J6,J7,J29,J30))');
  });

  it("the outcomes of a column against their total", () => {
    const sheet = sheetOf(form("nb2021"), "表三");
    expect(checkAt(sheet, "E33").custom).toBe('=IF(COUNT(E8:E28)=0,"",GOUJI.SUMCHECK(E8:E28,E29))');
  });

  it("a comparison is open while any of its cells is blank; what is taken away changes sides", () => {
    const sheet = sheetOf(form("nb2021"), "表二");
    expect(checkAt(sheet, "F5").custom).toBe('=IF(COUNT(B5:D5)<3,"",GOUJI.ATMOST(B5,SUM(D5,C5)))');
  });

  it("the three sums of 表四 stand side by side below their totals", () => {
    const sheet = sheetOf(form("nb2021"), "表四");
    expect(["E8", "J8", "O8"].map((place) => checkAt(sheet, place).custom)).toEqual([
      '=IF(COUNT(A6:D6)=0,"",GOUJI.ROWCHECK(A6:D6,E6))',
      '=IF(COUNT(F6:I6)=0,"",GOUJI.ROWCHECK(F6:I6,J6))',
      '=IF(COUNT(K6:N6)=0,"",GOUJI.ROWCHECK(K6:N6,O6))',
    ]);
  });
});

test("a broken check colours itself and the sums involved, with few rules", () => {
  const { conditionals } = sheetOf(form("nb2021"), "表三");
  const [invalid, ...balances] = [...conditionals].reverse();
  // What cannot stand in a figure's cell is tinted there.
  expect(invalid).toMatchObject({
    look: "involved",
    formula: invalidFormula("D6", { kind: "integer", sign: "nonneg" }),
  });
  expect(invalid && range(invalid.area)).toBe("D6:J30");
  expect(balances.reverse().map(({ area, formula, look }) => [range(area), formula, look])).toEqual([
    ["L6:L30", '=LEFT(L6,1)="差"', "differs"],
    ["D32:J33", '=LEFT(D32,1)="差"', "differs"],
    ["D6:J7", '=LEFT(D$32,1)="差"', "involved"],
    ["J6:J30", '=LEFT($L6,1)="差"', "involved"],
    ["D29:J30", '=LEFT(D$32,1)="差"', "involved"],
    ["D29:J29", '=LEFT(D$33,1)="差"', "involved"],
  ]);
});

test("totals can add themselves up, blank while their parts are", () => {
  const sums = new Map(
    form("nb2021").sheets.flatMap(({ cells }) =>
      cells.flatMap(({ content }): [CellId, string][] =>
        content.kind === "figure" && content.sum !== undefined ? [[content.cell, content.sum]] : [],
      ),
    ),
  );
  expect(sums.get("t3.granted.total")).toBe('=IF(COUNT(D8:I8)=0,"",SUM(D8:I8))');
  expect(sums.get("t3.totalHandled.other")).toBe('=IF(COUNT(I8:I28)=0,"",SUM(I8:I28))');
  expect(sums.get("t4.cases.directTotal")).toBe('=IF(COUNT(F6:I6)=0,"",SUM(F6:I6))');
  expect(sums.has("t3.granted.naturalPerson")).toBe(false);
});

function cellsIn({ row, column, rows, columns }: Rect): readonly string[] {
  return Array.from({ length: rows * columns }, (_, index) =>
    address(row + Math.floor(index / columns), column + (index % columns)),
  );
}

function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

test.each(["nb2019", "nb2021"])("表三 of %s stands whole beside an open task pane, the check column included", (id) => {
  const { columnWidths } = sheetOf(form(id), "表三");
  // A screen of 1440 pixels without the pane (350), its edge, the row numbers and the scroll bar.
  expect(columnsPixels(columnWidths)).toBeLessThanOrEqual(1440 - 350 - 6 - 46 - 16);
});

test("正文要素 is printed upright, without the hints for the screen", () => {
  const { print } = sheetOf(form("nb2021"), "正文要素");
  expect(print.orientation).toBe("portrait");
  expect(print.area.columns).toBe(factColumns.indexOf("hint"));
});
