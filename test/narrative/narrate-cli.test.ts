import { readFileSync } from "node:fs";

import type { Narrative } from "../../src/core/narrative/narrative";
import { readDocx } from "../../src/formats/docx/read-docx";
import { gouji, memoryFiles, type MemoryFiles } from "../support/memory-file";

const saved = (name: string): string => readFileSync(`test/data/reports/${name}.json`, "utf8");
const pingtan = (): MemoryFiles =>
  memoryFiles({ "2021.json": saved("012-pingtan-2021"), "2022.json": saved("013-pingtan-2022") });

test("narrate -o writes the page for the website, or the document, by the name of the file", async () => {
  const files = pingtan();
  expect(await gouji(files, "narrate", "2022.json", "-o", "报告.html")).toEqual({
    status: 0,
    out: "",
    told: "已生成：报告.html",
  });
  const page = new TextDecoder().decode(await files.read("报告.html"));
  expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/u);
  expect(page).toContain("<title>平潭综合实验区管委会2022年政府信息公开工作年度报告</title>");
  expect(await gouji(files, "narrate", "2022.json", "-o", "报告.docx")).toMatchObject({ status: 0 });
  expect(readDocx(await files.read("报告.docx"))[0]).toMatchObject({ kind: "paragraph" });
});

test("another kind of file is refused before anything is read or written", async () => {
  const files = pingtan();
  const { status, told } = await gouji(files, "narrate", "2022.json", "-o", "报告.pdf");
  expect([status, told]).toEqual([2, "报告.pdf：输出文件的扩展名应为 .docx 或 .html。"]);
  await expect(files.read("报告.pdf")).rejects.toThrow();
});

test("with last year's report the text compares, and each percentage says what it is computed from", async () => {
  const { out } = await gouji(pingtan(), "narrate", "2022.json", "--prior", "2021.json", "--json");
  const { sections } = JSON.parse(out) as Narrative;
  const paragraph = sections
    .flatMap(({ paragraphs }) => paragraphs)
    .find(({ text }) => text.includes("新收申请比上年增加4件，增长5.7%。"));
  expect(paragraph?.sentences.find(({ text }) => text.startsWith("新收申请"))?.rule).toBe(
    "nb2021.s1.application.compared.more",
  );
  expect(paragraph?.claims.find(({ text }) => text === "5.7%")).toMatchObject({
    value: 5.7,
    source: "(100*t3.newReceived.total-100*prior.t3.newReceived.total)/(prior.t3.newReceived.total)",
  });
  expect(paragraph?.text).toContain("行政诉讼案件比上年减少11件，下降91.7%。");
});

test("the page and the document of a text that compares are read back with last year's figures", async () => {
  const files = pingtan();
  for (const name of ["r.html", "r.docx"])
    expect(await gouji(files, "narrate", "2022.json", "--prior", "2021.json", "-o", name)).toMatchObject({ status: 0 });
  expect(new TextDecoder().decode(await files.read("r.html"))).toContain("新收申请比上年增加4件，增长5.7%。");
});

test.each(["r.html", "r.docx"])(
  "%s of a report that is filled in is consistent throughout when it is audited",
  async (name) => {
    const files = memoryFiles({ "r.json": saved("001-fengtai-2020-full") });
    await gouji(files, "narrate", "r.json", "-o", name);
    const { out, status } = await gouji(files, "audit", name, "--against", "r.json", "--json");
    const { claims, findings } = JSON.parse(out) as {
      readonly claims: readonly { readonly verdict: string }[];
      readonly findings: readonly unknown[];
    };
    expect(status).toBe(0);
    expect(claims.length).toBeGreaterThan(30);
    expect(new Set(claims.map(({ verdict }) => verdict))).toEqual(new Set(["consistent"]));
    expect(findings).toEqual([]);
  },
);
