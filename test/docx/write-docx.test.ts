import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

import type { Report } from "../../src/core/model/report";
import type { Template } from "../../src/core/model/template";
import { narrate } from "../../src/core/narrative/narrate";
import { readDocx } from "../../src/formats/docx/read-docx";
import { readDocxFigures, verifyDocx } from "../../src/formats/docx/verify-docx";
import { writeDocx } from "../../src/formats/docx/write-docx";
import { templates } from "../../src/templates";
import { nb2021 } from "../../src/templates/nb2021";
import { reportWith, savedReport, templateOf } from "../narrative/reports";
import { balancedReport } from "../properties/arbitraries";

const reports = ["001-fengtai-2020-full", "001-fengtai-2020", "004-henan-2020-full", "012-pingtan-2021"];

async function write(template: Template, report: Report, prior?: Report): Promise<Uint8Array> {
  return writeDocx(template, report, narrate(template, report, prior), prior);
}

function part(bytes: Uint8Array, name: string): string {
  const found = unzipSync(bytes)[name];
  if (found === undefined) throw new Error(`no ${name}`);
  return strFromU8(found);
}

/** The document with something in its body exchanged. */
function tampered(bytes: Uint8Array, from: string | RegExp, to: string): Uint8Array {
  const files = unzipSync(bytes);
  const body = part(bytes, "word/document.xml");
  const changed = body.replace(from, to);
  if (changed === body) throw new Error("nothing was changed");
  return zipSync({ ...files, "word/document.xml": strToU8(changed) });
}

describe.each(reports)("%s as a document", (name) => {
  const report = savedReport(name);
  const template = templateOf(report);
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await write(template, report);
  });

  test("holds every figure of every table", () => {
    const figures = readDocxFigures(template, bytes);
    expect(figures.size).toBe(report.values.size);
    for (const [cell, value] of report.values) expect([cell, figures.get(cell)]).toEqual([cell, String(value ?? "")]);
  });

  test("holds the text in its order, the tables in their sections", () => {
    const { sections, title } = narrate(template, report);
    const order = readDocx(bytes).map((block) => (block.kind === "table" ? "table" : block.text.replace("\n", "")));
    expect(order[0]).toBe(title);
    for (const section of sections) {
      const at = order.indexOf(section.title);
      const expected = ["s2", "s3", "s4"].includes(section.id) ? ["table"] : section.paragraphs.map(({ text }) => text);
      expect(order.slice(at + 1, at + 1 + expected.length)).toEqual(expected);
    }
  });
});

describe("reading back", () => {
  const report = savedReport("001-fengtai-2020-full");
  const template = templateOf(report);
  const narrative = narrate(template, report);
  const inputs = { template, report, prior: undefined };

  test("finds a figure that is another one", async () => {
    const bytes = tampered(await write(template, report), ">295<", ">296<");
    expect(() => {
      verifyDocx(bytes, inputs, narrative);
    }).toThrow("应为“295”，文件中是“296”");
  });

  test("finds a number in the text that is another one", async () => {
    const bytes = tampered(await write(template, report), "信息263条", "信息236条");
    expect(() => {
      verifyDocx(bytes, inputs, narrative);
    }).toThrow("文件与报告正文不一致");
  });

  test("finds a table that is missing a row", async () => {
    const bytes = tampered(await write(template, report), /<w:tr>(?:(?!<w:tr>).)*?<\/w:tr><\/w:tbl>/su, "</w:tbl>");
    expect(() => {
      verifyDocx(bytes, inputs, narrative);
    }).toThrow("no cell in row");
  });

  test("refuses a text that was made from other figures, before anything is handed out", async () => {
    const values = new Map([...report.values, ["t3.newReceived.total", 7] as const]);
    await expect(writeDocx(template, { ...report, values }, narrative)).rejects.toThrow(
      "正文中的“6件”与它的来源不一致",
    );
  });

  test("knows last year's figures where the text compares with them", async () => {
    const values = { "t3.newReceived.naturalPerson": 2, "t3.newReceived.total": 2, "t3.carriedForward.total": 2 };
    const now = reportWith(nb2021, values);
    const prior = reportWith(nb2021, { "t3.newReceived.total": 5 });
    await expect(write(nb2021, now, prior)).resolves.toBeInstanceOf(Uint8Array);
    await expect(writeDocx(nb2021, now, narrate(nb2021, now, prior))).rejects.toThrow("正文中的“3件”");
  });
});

test.each(templates)("any figures of $id survive", async (template) => {
  await fc.assert(
    fc.asyncProperty(balancedReport(template), async (report) => {
      const figures = readDocxFigures(template, await write(template, report));
      for (const [cell, value] of report.values) expect(figures.get(cell)).toBe(String(value));
    }),
    { numRuns: 4 },
  );
});

test("blanks stay blank, strokes stay strokes, signs of XML and control characters do no harm", async () => {
  const report = {
    ...reportWith(
      nb2021,
      { "t2_1.regulation.issued": "/", "t2_1.regulation.repealed": null, "t2_1.regulation.inForce": "<&\u0001>" },
      { other: [{ id: "matter1", text: "甲<乙>&“丙”\u0007。\n第二行" }] },
    ),
    unit: "某<某>&局\u0002",
  };
  const figures = readDocxFigures(nb2021, await write(nb2021, report));
  expect(figures.get("t2_1.regulation.issued")).toBe("/");
  expect(figures.get("t2_1.regulation.repealed")).toBe("");
  expect(figures.get("t2_1.regulation.inForce")).toBe("<& >");
});

describe("the layout of a 公文", () => {
  const report = savedReport("012-pingtan-2021");
  let body: string;
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await write(nb2021, report);
    body = part(bytes, "word/document.xml");
  });

  test("A4 with margins of 37, 26, 35 and 28 mm", () => {
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/u);
    expect(body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/u);
  });

  test("28 pt lines and two characters of indent for the text", () => {
    const styles = part(bytes, "word/styles.xml");
    const body = /<w:style [^>]*w:styleId="Body".*?<\/w:style>/su.exec(styles)?.[0];
    expect(body).toMatch(/w:line="560" w:lineRule="exact"/u);
    expect(body).toMatch(/w:firstLineChars="200"/u);
  });

  test("page numbers outside, in — 1 — of their own for odd and even pages", () => {
    expect(part(bytes, "word/settings.xml")).toMatch(/<w:evenAndOddHeaders(?: w:val="true")?\/>/u);
    const footers = ["word/footer1.xml", "word/footer2.xml"].map((name) => part(bytes, name));
    const sides = footers.map((xml) => /<w:jc w:val="(\w+)"/u.exec(xml)?.[1]);
    expect(sides.sort()).toEqual(["left", "right"]);
    for (const xml of footers) expect(xml).toMatch(/— .*PAGE.* —/su);
  });

  test("fonts by name, with a substitute for the one that many offices lack", () => {
    for (const font of ["方正小标宋简体", "黑体", "楷体", "仿宋", "宋体"])
      expect(body).toContain(`w:eastAsia="${font}"`);
    expect(part(bytes, "word/fontTable.xml")).toContain(
      '<w:font w:name="方正小标宋简体"><w:altName w:val="华文中宋,宋体"/>',
    );
  });

  test("merged heads, vertical 三、本年度办理结果, repeated heads", () => {
    const tables = body.match(/<w:tbl>.*?<\/w:tbl>/gsu) ?? [];
    expect(tables).toHaveLength(3);
    expect(tables.map((table) => (table.match(/<w:tblHeader/gu) ?? []).length)).toEqual([2, 3, 3]);
    expect(tables[1]).toContain('<w:textDirection w:val="tbRl"/>');
    expect(tables[1]).toMatch(/<w:gridSpan w:val="7"\/>/u);
    expect((tables[1]?.match(/<w:vMerge w:val="restart"\/>/gu) ?? []).length).toBeGreaterThanOrEqual(8);
  });

  test("every table says what it is to those who hear it", () => {
    const captions = [
      ...body.matchAll(/<w:tblCaption w:val="([^"]+)"\/><w:tblDescription w:val="([^"]+)"\/><\/w:tblPr>/gu),
    ];
    expect(captions.map(([, caption]) => caption)).toEqual([
      "二、主动公开政府信息情况",
      "三、收到和处理政府信息公开申请情况",
      "四、政府信息公开行政复议、行政诉讼情况",
    ]);
    expect(captions[1]?.[2]).toBe(
      "表三：收到和处理政府信息公开申请情况。表头行在每页重复，最左各列是项目名称，其余各列是数字。",
    );
  });

  test("tables are exactly as wide as the text", () => {
    for (const [, grid = ""] of body.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/gsu)) {
      const widths = [...grid.matchAll(/w:w="(\d+)"/gu)].map(([, width]) => Number(width));
      const sum = widths.reduce((left, width) => left + width, 0);
      expect(Math.abs(sum - 8845)).toBeLessThan(8);
    }
  });

  test("a long name of a unit is divided into lines of about the same length", async () => {
    const unit = "某某省某某自治州某某高新技术产业开发区管理委员会科学技术和工业信息化局";
    const [title] = readDocx(await write(nb2021, { ...report, unit }));
    expect(title).toEqual({
      kind: "paragraph",
      text: "某某省某某自治州某某高新技术产业开发\n区管理委员会科学技术和工业信息化局\n2021年政府信息公开工作年度报告",
    });
  });

  test("what is missing is marked", () => {
    expect(body).toMatch(/<w:highlight w:val="yellow"\/>(?:(?!<\/w:r>).)*【待填：主动公开信息的渠道和数量】/su);
  });

  test("title and subject are in the file's properties, and no author", () => {
    const core = part(bytes, "docProps/core.xml");
    expect(core).toContain("<dc:title>平潭综合实验区管委会2021年政府信息公开工作年度报告</dc:title>");
    expect(core).toContain("2021年政府信息公开工作年度报告</dc:subject>");
    expect(core).not.toMatch(/creator|lastModifiedBy/u);
  });
});
