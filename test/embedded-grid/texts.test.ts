import { expect, test } from "@jest/globals";
import { columnIndex, columnLetters, formatArea, parseArea } from "../../src/hosts/embedded/grid/a1";
import { parseClipboardText } from "../../src/hosts/embedded/grid/clipboard-text";
import { formulaFromFile, formulaToFile, renameSheets } from "../../src/hosts/embedded/grid/formula-text";
import { formatText } from "../../src/hosts/embedded/grid/text-format";
import { columnPixels, columnWidth, digitWidth } from "../../src/hosts/embedded/grid/units";
import { scanXml } from "../../src/hosts/embedded/grid/xml-scan";

test.each([
  ["A", 0],
  ["Z", 25],
  ["AA", 26],
  ["XFD", 16383],
])("column %s is number %i, both ways", (letters, index) => {
  expect(columnIndex(letters)).toBe(index);
  expect(columnLetters(index)).toBe(letters);
});

test("areas are read with or without dollars, and backwards", () => {
  expect(formatArea(parseArea("$C$7:I31"))).toBe("C7:I31");
  expect(formatArea(parseArea("I31:C7"))).toBe("C7:I31");
  expect(formatArea(parseArea("b2"))).toBe("B2");
  expect(() => parseArea("表三!A1")).toThrow("表三!A1");
});

test.each([
  ["_xldudf_GOUJI_ROWCHECK(D6:I6,J6)", "GOUJI.ROWCHECK(D6:I6,J6)"],
  ['IF(A1="_xldudf_GOUJI_X(",_xlfn.IFS(B1,1),_xlfn._xlws.SORT(C:C))', 'IF(A1="_xldudf_GOUJI_X(",IFS(B1,1),SORT(C:C))'],
  ["_xlfn.NORM.S.DIST(1,TRUE)+SUM('GOUJI.X(1)'!A1)", "NORM.S.DIST(1,TRUE)+SUM('GOUJI.X(1)'!A1)"],
  ["NETWORKDAYS.INTL(A1,A2)", "NETWORKDAYS.INTL(A1,A2)"],
])("the stored formula %s is shown as %s, both ways", (stored, shown) => {
  expect(formulaFromFile(stored)).toBe(shown);
  expect(formulaToFile(shown)).toBe(stored);
});

test("formulas follow sheets to their new names, texts that look like sheets do not", () => {
  const names = new Map([
    ["表三", "表三 (2)"],
    ["a's", "b"],
  ]);
  expect(renameSheets(`='表三'!A1+表三!B2&"表三!C3"&'a''s'!D4+其他!E5`, names)).toBe(
    `='表三 (2)'!A1+'表三 (2)'!B2&"表三!C3"&'b'!D4+其他!E5`,
  );
});

test("blank cells at the edges of a pasted block stay where they are", () => {
  expect(parseClipboardText("\t1\t\n\t\t2\r\n")).toEqual([
    ["", "1", ""],
    ["", "", "2"],
  ]);
  expect(parseClipboardText("")).toEqual([[""]]);
});

test("a quoted cell may hold line breaks, tabs and quotes", () => {
  expect(parseClipboardText('"第一行\n第二行"\t3\n"他说""好"""\t"甲"')).toEqual([
    ["第一行\n第二行", "3"],
    ['他说"好"', '"甲"'],
  ]);
});

test.each([
  ["某某局", '"填报单位："@', "填报单位：某某局"],
  ["甲", "0;-0;0;[Red]@\\件", "甲件"],
  ["甲", '0"年度"', null],
  ["甲", "@", null],
  ["甲", "General", null],
])("the text %s in the format %s shows as %s", (text, pattern, shown) => {
  expect(formatText(text, pattern)).toBe(shown);
});

test("widths are those of Excel: 8.38 digits of 宋体 12 are 72 pixels, 8.43 of Calibri 11 are 64", () => {
  expect(columnPixels(9, digitWidth({ name: "宋体", size: 12 }))).toBe(72);
  expect(columnPixels(9.140625, digitWidth({ name: "Calibri", size: 11 }))).toBe(64);
  for (let pixels = 1; pixels < 400; pixels += 1) expect(columnPixels(columnWidth(pixels, 8), 8)).toBe(pixels);
});

test("XML is read tag by tag, with entities, odd quotes and comments; a document type is refused", () => {
  const tags = [...scanXml(`<?xml version="1.0"?><a:b x='1>"2' y="&lt;&#x4E2D;"><!-- <no/> -->文&amp;字<c/></a:b>`)];
  expect(tags.map(({ prefix, name, attributes }) => [prefix, name, attributes])).toEqual([
    ["a", "b", { x: '1>"2', y: "<中" }],
    ["", "c", {}],
  ]);
  expect(() => [...scanXml('<!DOCTYPE x [<!ENTITY e "e">]><x/>')]).toThrow();
});
