import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import type { Report } from "../../src/core/model/report";
import { narrate } from "../../src/core/narrative/narrate";
import { writeDocx } from "../../src/formats/docx/write-docx";
import { savedReport, templateOf } from "../narrative/reports";
import { convert } from "../support/soffice";

const run = promisify(execFile);

/** What python-docx reads, by the first Python that has it. */
async function readByPython(file: string): Promise<Read> {
  const failures: string[] = [];
  for (const python of ["python3", "/usr/bin/python3", "python"]) {
    try {
      const { stdout } = await run(python, [join(__dirname, "read-docx.py"), file]);
      return JSON.parse(stdout) as Read;
    } catch (error) {
      failures.push(String(error));
    }
  }
  throw new Error(`python-docx is needed for this test:\n${failures.join("\n")}`);
}

type Read = {
  readonly title: string;
  readonly author: string;
  readonly paragraphs: readonly (readonly [style: string, text: string])[];
  readonly tables: readonly (readonly (readonly string[])[])[];
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gouji-docx-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function written(name: string): Promise<{ readonly file: string; readonly report: Report }> {
  const report = savedReport(name);
  const template = templateOf(report);
  const file = join(folder, `${name}.docx`);
  await writeFile(file, await writeDocx(template, report, narrate(template, report)));
  return { file, report };
}

const names = ["001-fengtai-2020-full", "004-henan-2020-full", "012-pingtan-2021"];

describe.each(names)("%s", (name) => {
  test("is read by python-docx with the same figures, heads and text", async () => {
    const { file, report } = await written(name);
    const read = await readByPython(file);
    const { title, sections } = narrate(templateOf(report), report);
    expect(read.title).toBe(title);
    expect(read.author).toBe("");
    const texts = read.paragraphs.map(([, text]) => text.replace("\n", ""));
    for (const { title: heading, paragraphs } of sections)
      for (const text of [heading, ...paragraphs.map((paragraph) => paragraph.text)]) expect(texts).toContain(text);
    expect(read.paragraphs.filter(([style]) => style === "Heading 1").map(([, text]) => text)).toEqual(
      sections.map((section) => section.title),
    );
    const [, applications = [], cases = []] = read.tables;
    // A merged cell is repeated in each place that it covers, so that figures stand in the last seven columns.
    const total = applications.find((row) => row.includes("（七）总计"))?.slice(-7);
    const columns = ["naturalPerson", "enterprise", "research", "publicInterest", "legalService", "other", "total"];
    const expected = columns.map((column) => String(report.values.get(`t3.totalHandled.${column}`)));
    expect(total).toEqual(expected);
    expect(applications[0]?.slice(3)).toEqual(new Array(7).fill("申请人情况"));
    expect(cases.at(-1)).toHaveLength(15);
    expect(cases.at(-1)?.[4]).toBe(String(report.values.get("t4.cases.reviewTotal")));
  });

  test("is laid out by LibreOffice with 表三 whole on one page, and nothing cut off", async () => {
    const { file, report } = await written(name);
    const pdf = await convert(file, "pdf", folder);
    const { stdout } = await run("pdftotext", ["-layout", pdf, "-"]);
    const pages = stdout.split("\f").map((text) => text.replace(/\s/gu, ""));
    const tall = pages.filter((text) => text.includes("申请人情况"));
    expect(tall).toHaveLength(1);
    expect(tall[0]).toContain("三、收到和处理政府信息公开申请情况");
    expect(tall[0]).toMatch(/四、结转下年度继续办理\d{7}/u);
    const whole = pages.join("");
    for (const page of pages.slice(0, -1)) expect(page).toMatch(/—\d+—$/u);
    for (const { text } of narrate(templateOf(report), report).sections.flatMap((section) => section.paragraphs)) {
      const start = text.replace(/\s/gu, "").slice(0, 12);
      expect(whole).toContain(start);
    }
  });
});
