/**
 * @jest-environment jsdom
 */
import { TextDecoder, TextEncoder } from "node:util";

import fc from "fast-check";

import { printed } from "../../src/formats/docx/printable";
import { htmlFragment, writeHtml } from "../../src/formats/html/write-html";
import { verifyHtml } from "../../src/formats/html/verify-html";
import { htmlText } from "../../src/formats/text/html-text";
import { placeGrid } from "../../src/formats/xlsx/place-grid";
import type { Report } from "../../src/core/model/report";
import { narrate } from "../../src/core/narrative/narrate";
import { narrativeText } from "../../src/core/narrative/narrative-text";
import { templates } from "../../src/templates";
import { nb2021 } from "../../src/templates/nb2021";
import { reportWith, savedReport, templateOf } from "../narrative/reports";
import { balancedReport } from "../properties/arbitraries";

Object.assign(globalThis, { TextDecoder, TextEncoder });

const reports = ["001-fengtai-2020-full", "001-fengtai-2020-beijing", "012-pingtan-2021", "002-desheng-2017"];
const free = ["000-fengtai-park-2017", "003-baoji-2019"];

const allowed =
  "html head meta title style body main article section h1 h2 h3 p span mark div table caption colgroup col thead tbody tr th td".split(
    " ",
  );

function pageOf(report: Report): string {
  const template = templateOf(report);
  return writeHtml(template, report, narrate(template, report));
}

/** Parsed twice: as the web does it, forgiving, and as XML, which forgives nothing. */
function parsed(page: string): Document {
  const strict = new DOMParser().parseFromString(page, "application/xhtml+xml");
  expect(strict.querySelector("parsererror")).toBeNull();
  return new DOMParser().parseFromString(page, "text/html");
}

/** Cells by their place in the grid of the table, as browsers lay it out. */
function gridOf(table: HTMLTableElement): ReadonlyMap<string, HTMLTableCellElement> {
  const grid = new Map<string, HTMLTableCellElement>();
  [...table.rows].forEach((row, r) => {
    for (const cell of row.cells) {
      let column = 0;
      while (grid.has(`${String(r)} ${String(column)}`)) column += 1;
      for (let down = 0; down < cell.rowSpan; down += 1)
        for (let right = 0; right < cell.colSpan; right += 1)
          grid.set(`${String(r + down)} ${String(column + right)}`, cell);
    }
  });
  return grid;
}

describe.each([...reports, ...free])("%s as a page", (name) => {
  const report = savedReport(name);
  const template = templateOf(report);
  const narrative = narrate(template, report);
  const page = pageOf(report);
  const document = parsed(page);

  test("has one title, its sections and aspects as headings, and the text in its order", () => {
    expect(document.documentElement.lang).toBe("zh-CN");
    expect(document.title).toBe(narrative.title);
    expect(document.querySelectorAll("main")).toHaveLength(1);
    const texts = (selector: string): readonly string[] =>
      [...document.querySelectorAll(selector)].map((node) => node.textContent);
    expect(texts("h1")).toEqual([narrative.title]);
    expect(texts("h2")).toEqual(narrative.sections.map(({ title }) => title));
    expect(texts("section > h3, section > p:not(.note), article > p")).toEqual([
      ...narrative.preamble.map(({ text }) => text),
      ...narrative.sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
    ]);
    for (const section of document.querySelectorAll("section"))
      expect(document.getElementById(section.getAttribute("aria-labelledby") ?? "")?.tagName).toBe("H2");
  });

  test("holds every figure of every table in its place, under headings that reach it", () => {
    const sheets = template.sheets.filter(({ sectionId }) => sectionId !== null);
    const tables = [...document.querySelectorAll("table")];
    expect(tables).toHaveLength(sheets.length);
    sheets.forEach((sheet, index) => {
      const table = tables[index];
      if (table === undefined) throw new Error("no table");
      expect(table.caption?.textContent).not.toBe("");
      expect(table.tHead?.rows.length).toBeGreaterThan(0);
      const grid = gridOf(table);
      const place = placeGrid(template, sheet, 0);
      expect(grid.size).toBe(place.rows * place.columns);
      for (const { row, column, cell } of place.figures) {
        const found = grid.get(`${String(row)} ${String(column)}`);
        expect([cell, found?.tagName, found?.textContent]).toEqual([cell, "TD", printed(report.values.get(cell))]);
        const above = Array.from({ length: row }, (_, at) => grid.get(`${String(at)} ${String(column)}`));
        expect(above.some((head) => /^col(?:group)?$/u.test(head?.scope ?? ""))).toBe(true);
      }
      // 表四 has a single line of figures, which needs no name.
      const lines = [...table.rows].filter((row) => row.querySelector("td") !== null);
      expect(lines.every((row) => row.querySelector("th[scope=row]") !== null)).toBe(sheet.id !== "t4");
    });
  });

  test("asks nothing of anybody: no script, no address, no handler", () => {
    expect(page).not.toMatch(
      /<script|<link|<img|<iframe|<object|<base|<form|https?:|\burl\(|@import|\son\w+=|javascript:/iu,
    );
    const tags = new Set([...document.querySelectorAll("*")].map(({ tagName }) => tagName.toLowerCase()));
    for (const tag of tags) expect(allowed).toContain(tag);
    expect(new TextEncoder().encode(page).length).toBeLessThan(40_000);
  });

  test("is read again by the reader of texts", () => {
    const text = htmlText(page);
    for (const line of narrativeText(narrative).split("\n")) {
      const isTitle = line === narrative.title;
      if (line !== "") expect(isTitle ? text.replace(/\n/gu, "") : text).toContain(line);
    }
  });

  test("pasted into another page it brings its lines along, and nothing else", () => {
    const fragment = htmlFragment(template, report, narrative);
    const pasted = parsed(`<div>${fragment}</div>`);
    expect(fragment).not.toMatch(/<style|<html|<body|class=|id=/u);
    expect(pasted.querySelectorAll("td").length).toBe(document.querySelectorAll("td").length);
    for (const cell of pasted.querySelectorAll("td, th"))
      expect(cell.getAttribute("style")).toMatch(/border:1px solid/u);
  });
});

test.each(templates)("any figures of $id survive", (template) => {
  fc.assert(
    fc.property(balancedReport(template), (report) => {
      const page = parsed(writeHtml(template, report, narrate(template, report)));
      const figures = [...page.querySelectorAll("td")].map(({ textContent }) => textContent);
      expect(figures.sort()).toEqual([...report.values.values()].map(printed).sort());
    }),
    { numRuns: 4 },
  );
});

describe("whatever is in it", () => {
  const hostile = "<script>alert(1)</script>&\"'<b>\u0001\u2028";
  const report: Report = {
    ...reportWith(
      nb2021,
      { "t2_1.regulation.issued": "<img src=x onerror=1>", "t2_1.regulation.repealed": null },
      { other: [{ id: "matter1", text: hostile }] },
    ),
    unit: `某${hostile}局`,
  };

  test("stays text", () => {
    const document = parsed(pageOf(report));
    expect(document.querySelectorAll("script, img, b")).toHaveLength(0);
    expect(document.body.textContent).toContain("<script>alert(1)</script>&\"'<b>");
    expect(document.querySelector("td")?.textContent).toBe("<img src=x onerror=1>");
  });

  test("what is missing is marked", () => {
    const marks = [...parsed(pageOf(report)).querySelectorAll("mark")].map(({ textContent }) => textContent);
    expect(marks).toEqual(narrate(nb2021, report).placeholders.map(({ text }) => text));
  });
});

describe("reading back", () => {
  const report = savedReport("001-fengtai-2020-full");
  const template = templateOf(report);
  const narrative = narrate(template, report);
  const inputs = { template, report, prior: undefined };
  const tampered = (from: string, to: string): string => {
    const page = pageOf(report);
    expect(page).toContain(from);
    return page.replace(from, to);
  };

  test.each([
    ["a figure that is another one", ">295<", ">296<", "应为“295”，文件中是“296”"],
    ["a number in the text that is another one", "信息263条", "信息236条", "文件与报告正文不一致"],
    ["a merged head that is narrower", 'colspan="7"', 'colspan="6"', "不一致"],
  ])("finds %s", (_, from, to, message) => {
    expect(() => {
      verifyHtml(tampered(from, to), inputs, narrative);
    }).toThrow(message);
  });

  test("refuses a text that was made from other figures", () => {
    const values = new Map([...report.values, ["t3.newReceived.total", 7] as const]);
    expect(() => writeHtml(template, { ...report, values }, narrative)).toThrow("正文中的“6件”与它的来源不一致");
  });
});
