import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { toReportFile } from "../../src/app/report-file";
import { openWorkbook } from "../../src/formats/xlsx/open-workbook";
import { completeReport } from "../seal/support/complete";
import { gouji, memoryFiles, type MemoryFiles } from "../support/memory-file";
import { convert } from "../support/soffice";
import { dumpWorkbook } from "../xlsx/support/openpyxl";
import { editParts, partsOf } from "../xlsx/support/workbooks";

const { template, report } = completeReport();

let folder: string;
let files: MemoryFiles;
let sealed: Uint8Array;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gouji-seal-"));
  await mkdir(join(folder, "out"));
  files = memoryFiles({ "r.json": JSON.stringify(toReportFile(report, template)) });
  const made = await gouji(files, "seal", "r.json", "-o", "s.xlsx");
  expect(made.status).toBe(0);
  sealed = await files.read("s.xlsx");
  await writeFile(join(folder, "s.xlsx"), sealed);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function verify(bytes: Uint8Array): Promise<Record<string, unknown>> {
  await files.write("back.xlsx", bytes);
  const { out } = await gouji(files, "verify", "back.xlsx", "--json");
  return JSON.parse(out) as Record<string, unknown>;
}

/** What every formula shows, by sheet and cell. */
function shown(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    openWorkbook(bytes).sheets.flatMap(({ name, cells }) =>
      [...cells].flatMap(([key, { formula, value }]) =>
        formula === undefined ? [] : [[`${name}!${key}`, value === "" ? null : value]],
      ),
    ),
  );
}

test("LibreOffice computes every native twin anew to the same text, and its saving breaks no seal", async () => {
  const strip = (xml: string): string => xml.replace(/<\/f>(?:<v>[^<]*<\/v>|<v\/>)/gu, "</f>");
  const sheets = Object.keys(partsOf(sealed)).filter((path) => path.startsWith("xl/worksheets/sheet"));
  await writeFile(
    join(folder, "bare.xlsx"),
    editParts(sealed, Object.fromEntries(sheets.map((path) => [path, strip]))),
  );
  const saved = await readFile(await convert(join(folder, "bare.xlsx"), "xlsx", join(folder, "out")));
  const before = shown(sealed);
  expect(Object.keys(before).length).toBeGreaterThan(40);
  expect(shown(saved)).toEqual(before);
  expect(await verify(saved)).toMatchObject({ sealed: true, intact: true, changedCells: [], remarks: [] });
}, 120_000);

test("a figure changed in LibreOffice's own format and saved there is named, old and new, and nothing else", async () => {
  const out = join(folder, "out");
  const flat = await convert(join(folder, "s.xlsx"), "fods", out);
  const before = await readFile(flat, "utf8");
  const sheet = before.indexOf('<table:table table:name="表三"');
  expect(sheet).toBeGreaterThan(0);
  const cell = before.indexOf('office:value="64"', sheet);
  const after = before.slice(0, cell) + before.slice(cell).replace('office:value="64"', 'office:value="65"');
  await writeFile(join(folder, "edited.fods"), after);
  const saved = await readFile(await convert(join(folder, "edited.fods"), "xlsx", out));
  expect(await verify(saved)).toMatchObject({
    sealed: true,
    intact: false,
    changedCells: [{ cell: "t3.newReceived.naturalPerson", from: 64, to: 65 }],
    changedText: [],
    changedReasons: [],
    changedDetails: [],
    remarks: [],
  });
}, 120_000);

test("openpyxl opens it without a complaint: no unknown function, no link outside, no author, all sheets protected", async () => {
  const { warnings, sheets, properties } = await dumpWorkbook(join(folder, "s.xlsx"));
  expect(warnings).toEqual([]);
  expect(properties.slice(0, 2)).toEqual(["openpyxl", null]);
  expect(sheets.map(({ name }) => name)).toEqual(["表二", "表三", "表四", "年报正文", "校验与说明"]);
  const parts = partsOf(sealed);
  const all = Object.entries(parts)
    .map(([path, text]) => `${path}\n${text}`)
    .join("\n");
  expect(all).not.toMatch(/_xldudf|GOUJI\.[A-Z]|#NAME|TargetMode="External"|externalLink|<dc:creator|hyperlink/u);
  for (const path of Object.keys(parts).filter((name) => name.startsWith("xl/worksheets/sheet")))
    expect(parts[path]).toContain('<sheetProtection sheet="1"');
});

test("Python's mail parser gets the workbook and the document out of the draft byte for byte", async () => {
  await gouji(files, "narrate", "r.json", "-o", "报告.docx");
  const words = ["--to", "gongkai@example.gov.cn", "--cc", "ban@example.gov.cn", "--attach", "报告.docx"];
  expect((await gouji(files, "mail", "s.xlsx", ...words, "-o", "d.eml")).status).toBe(0);
  const script = `
import sys, json, hashlib
from email import policy, message_from_bytes
m = message_from_bytes(sys.stdin.buffer.read(), policy=policy.default)
print(json.dumps([m["X-Unsent"], m["To"], m["Cc"], m["Subject"], m.get_body().get_content(), [[p.get_filename(), hashlib.sha256(p.get_content()).hexdigest()] for p in m.iter_attachments()]]))`;
  const out = execFileSync("/usr/bin/python3", ["-c", script], { input: await files.read("d.eml") });
  const [unsent, to, cc, subject, body, attachments] = JSON.parse(out.toString("utf8")) as readonly unknown[];
  const sha = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
  expect([unsent, to, cc]).toEqual(["1", "gongkai@example.gov.cn", "ban@example.gov.cn"]);
  expect(subject).toBe("平潭综合实验区管委会报送2021年度政府信息公开工作年度报告");
  expect(body).toContain("新收70件，上年结转0件，总计69件，结转下年度1件，行政复议3件，行政诉讼12件");
  expect(attachments).toEqual([
    ["平潭综合实验区管委会_2021_政府信息公开工作年度报告.xlsx", sha(sealed)],
    ["报告.docx", sha(await files.read("报告.docx"))],
  ]);
});
