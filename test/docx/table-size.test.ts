import { mm, textWidth } from "../../src/formats/docx/page";
import { cellPadding, labelHeight, rowHeight, tableSize, type ColumnNeed } from "../../src/formats/docx/table-size";

const labels: readonly ColumnNeed[] = [
  { kind: "groups", characters: 1.2 },
  { kind: "groups", characters: 5 },
  { kind: "labels" },
];

function withFigures(figure: string): readonly ColumnNeed[] {
  const heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
  return [...labels, ...heads.map((head): ColumnNeed => ({ kind: "figures", figures: ["0", figure], heads: [head] }))];
}

const proportions = [4, 9.5, 26, 7.5, 9.5, 9.5, 13, 13, 7.5, 7.5];

test.each(["0", "12345", "1234567", "20000000"])("%s fits on one line in every column of 表三", (figure) => {
  const { widths, figureSize } = tableSize(proportions, withFigures(figure), () => 0);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(textWidth);
  for (const width of widths.slice(3))
    expect((figure.length * figureSize * 20) / 2).toBeLessThanOrEqual(width - 2 * cellPadding);
  expect(widths[2]).toBeGreaterThanOrEqual(mm(40));
});

test("ordinary figures are set in 12 pt", () => {
  expect(tableSize(proportions, withFigures("295"), () => 0).figureSize).toBe(12);
});

test("a table of few columns keeps the proportions of the form", () => {
  const { widths } = tableSize([26, 20, 20, 20], [{ kind: "labels" }, ...withFigures("1").slice(3, 6)], () => 0);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(textWidth);
  expect(widths[1]).toBeCloseTo((textWidth * 20) / 86, -1);
});

test("labels take as many lines as they need, and rows share what the page leaves", () => {
  const one = labelHeight("1.属于国家秘密", mm(50), 10.5);
  expect(labelHeight("1.属于国家秘密1.属于国家秘密1.属于国家秘密", mm(50), 10.5)).toBeGreaterThan(one);
  expect(rowHeight([one, one])).toBe(mm(8));
  const height = rowHeight(Array.from({ length: 32 }, () => one));
  expect(height).toBeLessThan(mm(8));
  expect(32 * height).toBeLessThan(mm(225));
});

test("what is too tall for a page is set smaller", () => {
  const size = tableSize(proportions, withFigures("295"), ({ labelSize }) => (labelSize > 8 ? mm(400) : mm(100)));
  expect(size.labelSize).toBe(7.5);
});
