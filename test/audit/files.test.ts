import { readFileSync } from "node:fs";
import { join } from "node:path";

import { strToU8, zipSync } from "fflate";

import { auditText, readTextFile } from "../../src/app/audit-text";
import { narrateReport } from "../../src/app/narrate-report";
import { savedReport, templateOf } from "../narrative/reports";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe.each(["000-fengtai-park-2017-full", "001-fengtai-2020-full", "001-suqian-2023", "002-desheng-2017-full"])(
  "%s",
  (name) => {
    const report = savedReport(name);
    const template = templateOf(report);
    const made = narrateReport(template, report);

    test.each([
      [".docx", made.document],
      [".html", made.page],
    ])("the %s that we make of it agrees throughout", async (ending, write) => {
      const text = readTextFile(await write(), `年报${ending}`);
      const { claims } = auditText({ template, report }, text);
      expect(claims.filter(({ verdict }) => verdict !== "consistent")).toEqual([]);
      expect(claims.length).toBeGreaterThan(2);
      for (const { text: said, offset } of claims) expect(text.startsWith(said, offset)).toBe(true);
    });
  },
);

test("008 as it was published on the web: its six contradictions and no other", () => {
  const report = savedReport("008-shanghai-2019");
  const page = readFileSync(join(__dirname, "../data/texts/008-shanghai-2019.html"));
  const { claims } = auditText({ template: templateOf(report), report }, readTextFile(page, "008.html"));
  expect(claims.filter(({ verdict }) => verdict === "inconsistent").map(({ text }) => text.split("，")[0])).toEqual([
    "258件",
    "258件",
    "33.9%",
    "4.34%",
    "265件",
    "均获维持",
  ]);
});

describe("the text of a file", () => {
  const said = "全年收到政府信息公开申请69件。";

  test("a plain file comes back as it is, in the encodings that offices use", () => {
    const national = [
      200, 171, 196, 234, 202, 213, 181, 189, 213, 254, 184, 174, 208, 197, 207, 162, 185, 171, 191, 170, 201, 234, 199,
      235, 54, 57, 188, 254, 161, 163,
    ];
    const wide = new Uint8Array(Buffer.from(`\uFEFF${said}`, "utf16le"));
    for (const bytes of [bytesOf(said), bytesOf(`\uFEFF${said}`), new Uint8Array(national), wide])
      expect(readTextFile(bytes, "年报.TXT")).toBe(said);
  });

  test("of a page it is what a reader sees", () => {
    const page = `<html><head><title>x</title><style>p{}</style></head><body><script>var a = "收到申请1件";</script>
      <p>全年收到政府<b>信息公开</b>申请<span>6</span><span>9</span>件。</p><table><tr><td>新收</td><td>69</td></tr></table></body></html>`;
    expect(readTextFile(bytesOf(page), "a.htm")).toBe(`${said}\n\n新收\t69`);
  });

  test("of a Word file it is what is printed: nothing deleted, no field codes, cells apart by tabs", () => {
    const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
    const body = `<w:p>${run("全年收到政府信息公开申请")}<w:del><w:r><w:delText>7</w:delText></w:r></w:del>${run("69件。")}
      <w:r><w:instrText>PAGE</w:instrText></w:r></w:p><w:tbl><w:tr><w:tc><w:p>${run("新收")}</w:p></w:tc><w:tc><w:p>${run("69")}</w:p></w:tc></w:tr></w:tbl>`;
    const word = zipSync({
      "[Content_Types].xml": strToU8("<Types/>"),
      "word/document.xml": strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
    });
    expect(readTextFile(word, "a.docx")).toBe(`${said}\n新收\t69\t\n`);
  });

  test.each<[string, Uint8Array, string, RegExp]>([
    ["of a kind that has none", bytesOf("x"), "a.pdf", /^a\.pdf：这类文件不能审核文字/u],
    ["that is no Word file", bytesOf("x"), "a.docx", /^a\.docx：文件已损坏/u],
    ["that is another archive", zipSync({ "a.txt": strToU8("x") }), "a.docx", /^a\.docx：文件已损坏/u],
    ["that is empty", bytesOf("  \n"), "a.txt", /^a\.txt：没有读到文字/u],
    ["in no known encoding", new Uint8Array([0x80, 0xff, 0x00, 0x01]), "a.txt", /^a\.txt：看不出文字的编码/u],
  ])("%s is told in a sentence", (_, bytes, name, sentence) => {
    expect(() => readTextFile(bytes, name)).toThrow(sentence);
  });
});
