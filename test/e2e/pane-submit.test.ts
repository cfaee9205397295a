import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import type { Frame, Locator } from "playwright-core";
import { verifyFile } from "../../src/app/verify";
import { factId, type FactField, type Facts } from "../../src/core/model/facts";
import { narrate } from "../../src/core/narrative/narrate";
import { address, parseAddress } from "../../src/formats/xlsx/a1";
import { placeForm } from "../../src/formats/xlsx/place-form";
import { factColumns, factKey } from "../../src/formats/xlsx/fact-lines";
import { completeFacts, completeReport } from "../seal/support/complete";
import { editCell } from "../seal/support/edit-cell";
import { fillForm, until } from "./support/fill-form";
import { openTryout, type Tryout } from "./support/page";

// A cold start compiles the page first.
jest.setTimeout(480_000);

const { template, report } = completeReport("012-pingtan-2021");
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

let tryout: Tryout;
let pane: Frame;
/** The workbook as it came out of the mail. */
let sealed: Buffer;
beforeAll(async () => {
  tryout = await openTryout({ height: 1100 });
  pane = tryout.pane();
});
afterAll(async () => {
  await tryout.close();
});

function tab(name: string): Locator {
  return pane.getByRole("tab", { name });
}

function checklist(kind: string): Locator {
  return pane.locator(`[data-checklist] [data-item="${kind}"]`);
}

/** Inputs that the text needs so that nothing is missing in it, in the order of their sheet. */
function neededFields(): readonly FactField[] {
  const all = completeFacts(template);
  const missing = (fields: readonly FactField[]): number => {
    const facts: Facts = Object.fromEntries(
      Object.entries(all).map(([section, list]) => [
        section,
        list.filter(({ id }) => fields.some((field) => field.section === section && factId(field, 1) === id)),
      ]),
    );
    return narrate(template, { ...report, facts }).placeholders.length;
  };
  const needed: FactField[] = [];
  for (const field of template.facts.filter(({ partsOf }) => partsOf === undefined))
    if (missing([...needed, field]) < missing(needed)) needed.push(field);
  expect(missing(needed)).toBe(0);
  return needed;
}

/** Where an input of the text stands on the sheet 正文要素. */
function placeOf(field: FactField): { readonly row: number; readonly column: number } {
  const sheet = placeForm(template).sheets.find(({ name }) => name === "正文要素");
  const key = factKey("f", field.section, factId(field, 1));
  const line = sheet?.cells.find(({ content }) => content.kind === "text" && content.text === key);
  if (line === undefined) throw new Error(`no line ${key}`);
  return { row: line.row, column: factColumns.indexOf(field.kind === "text" ? "text" : "value") };
}

/** With the arrow keys, as the rows of this sheet grow with what stands in them. */
async function walkTo(wanted: { readonly row: number; readonly column: number }): Promise<void> {
  const here = async (): Promise<{ readonly row: number; readonly column: number }> => {
    const [, cell = ""] = (await tryout.selection()).split("!");
    return parseAddress(cell.split(":")[0] ?? "") ?? { row: 0, column: 0 };
  };
  if (!(await tryout.selection()).startsWith("正文要素!")) await tryout.clickCell("正文要素", "C5");
  for (let at = await here(); at.row !== wanted.row || at.column !== wanted.column; at = await here()) {
    const before = at;
    const key =
      at.row < wanted.row
        ? "ArrowDown"
        : at.row > wanted.row
          ? "ArrowUp"
          : at.column < wanted.column
            ? "ArrowRight"
            : "ArrowLeft";
    await tryout.press(key);
    await until(
      async () => {
        const now = await here();
        return now.row !== before.row || now.column !== before.column;
      },
      `${key} does not move on from ${address(before.row, before.column)}`,
    );
  }
}

/** With GOUJI_PICTURES set the pictures of the manual are taken anew, of the pane alone or of the whole page. */
async function picture(name: string, of: "pane" | "page" = "pane"): Promise<void> {
  if (process.env["GOUJI_PICTURES"] === undefined) return;
  const path = join("docs", "pictures", `${name}.png`);
  if (of === "page") await tryout.page.screenshot({ path, clip: { x: 0, y: 0, width: 1440, height: 760 } });
  else await tryout.page.locator('iframe[name="taskpane"]').screenshot({ path });
}

/** What Python's own mail parser finds in the draft. */
function parsed(eml: Uint8Array): {
  readonly to: string;
  readonly subject: string;
  readonly files: Record<string, string>;
} {
  const script = `
import sys, json, base64
from email import policy, message_from_bytes
m = message_from_bytes(sys.stdin.buffer.read(), policy=policy.default)
print(json.dumps({"to": m["To"], "subject": m["Subject"], "files": {p.get_filename(): base64.b64encode(p.get_content()).decode() for p in m.iter_attachments()}}))`;
  const out = execFileSync("/usr/bin/python3", ["-c", script], { input: eml, maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(out.toString("utf8")) as ReturnType<typeof parsed>;
}

describe("a real report", () => {
  test("is filled in, and 上报 says what is missing until nothing is", async () => {
    await pane.getByLabel("报告年度").selectOption("2021");
    await pane.getByLabel("单位名称").fill(report.unit);
    await picture("insert");
    await pane.getByRole("button", { name: "插入表式" }).click();
    await pane.locator("[data-verdict]", { hasText: "还没填完（0%）" }).waitFor();
    await tab("上报").click();
    await checklist("blank").getByText("还有空格").waitFor();
    await tryout.screenshot("submit-empty");
    await picture("submit-open");
    await fillForm(tryout, template, report.values);
    await tryout.typeInCell("表三", "D6", "65");
    await checklist("error").getByText("有必须改的问题").waitFor();
    await tab("校验").click();
    await pane.getByRole("button", { name: "改为 64" }).first().waitFor();
    await picture("wrong-figure", "page");
    await pane.getByRole("button", { name: "改为 64" }).first().click();
    await pane.getByText("都对得上，没有要处理的问题").waitFor();
    await picture("clear");
    await tab("上报").click();
    await checklist("blank").getByText("数字已全部填写").waitFor();
    await checklist("error").getByText("没有必须改的问题").waitFor();
    expect(await pane.getByRole("button", { name: "封存并生成邮件" }).getAttribute("aria-disabled")).toBe("true");
    await checklist("placeholder")
      .getByRole("button", { name: /存在的主要问题/u })
      .first()
      .click();
    await pane.getByRole("tab", { name: "报告", selected: true }).waitFor();
    await pane
      .getByRole("heading", { name: /一、总体情况/u })
      .first()
      .waitFor();
    await picture("report");
    await tab("上报").click();
    for (const field of neededFields()) {
      const words = field.kind === "text" ? `${field.label}的有关情况` : "3";
      const place = placeOf(field);
      await walkTo(place);
      await tryout.page.keyboard.insertText(words);
      await tryout.press("Enter");
      await until(
        async () => String((await tryout.readCell("正文要素", address(place.row, place.column))).value) === words,
        `${field.id} did not arrive`,
      );
    }
    await checklist("placeholder").getByText("正文没有待填的地方").waitFor();
    await pane.getByText("各项都已完成，可以封存").waitFor();
    await picture("facts", "page");
    await tryout.screenshot("submit-ready");
  });

  test("is sealed and put into a mail by keyboard, and the open workbook stays as it is", async () => {
    const before = await tryout.sheetNames();
    await pane.getByLabel("封存人").focus();
    await tryout.page.keyboard.insertText("王某");
    await tryout.press("Tab");
    await tryout.page.keyboard.insertText("张三");
    await tryout.press("Enter");
    await pane.getByText("不是邮箱地址").waitFor();
    await pane.getByLabel("收件人").fill("gongkai@example.gov.cn");
    await pane.getByLabel("收件人").focus();
    await picture("submit-ready");
    const coming = tryout.page.waitForEvent("download");
    await tryout.press("Enter");
    const download = await coming;
    await pane.locator("[data-sealed]").getByText("已封存，邮件草稿已生成").waitFor();
    await tryout.screenshot("submit-sealed");
    await picture("submit-sealed");
    expect(download.suggestedFilename()).toBe(`${report.unit}_2021_政府信息公开工作年度报告.eml`);
    const { to, subject, files } = parsed(await readFile(await download.path()));
    expect([to, subject]).toEqual(["gongkai@example.gov.cn", `${report.unit}报送2021年度政府信息公开工作年度报告`]);
    expect(Object.keys(files)).toEqual(
      ["xlsx", "docx"].map((kind) => `${report.unit}_2021_政府信息公开工作年度报告.${kind}`),
    );
    sealed = Buffer.from(Object.values(files)[0] ?? "", "base64");
    const verified = await verifyFile(sealed, "s.xlsx");
    expect(verified).toMatchObject({ sealed: true, intact: true });
    expect(verified.controlTotals).toMatchObject({ newReceived: 70, totalHandled: 69, carriedForward: 1 });
    expect(await tryout.sheetNames()).toEqual(before);
    await pane.getByRole("button", { name: "复制邮件正文" }).click();
    await pane.getByRole("button", { name: "已复制" }).waitFor();
    expect(await tryout.page.evaluate(() => navigator.clipboard.readText())).toContain("新收70件");
  });
});

describe("a sealed workbook", () => {
  test("is verified as soon as it is opened", async () => {
    await tryout.openFile({ name: "sealed.xlsx", mimeType: xlsx, buffer: sealed });
    pane = tryout.pane();
    await pane.locator('[data-verification="intact"]').getByText("已封存，完好").waitFor();
    await tryout.screenshot("submit-intact");
    await picture("intact");
  });

  test("that was edited elsewhere names the cell, leads to it, and can be returned to work", async () => {
    const edited = editCell(sealed, { sheet: "表三", row: 5, column: 3 }, 65);
    await tryout.openFile({ name: "edited.xlsx", mimeType: xlsx, buffer: Buffer.from(edited) });
    pane = tryout.pane();
    await pane.locator('[data-verification="changed"]').waitFor();
    await pane.getByRole("button", { name: "自然人：64 → 65" }).click();
    await until(async () => (await tryout.selection()) === "表三!D6", "表三!D6 is not selected");
    await tryout.screenshot("submit-changed");
    await picture("changed", "page");
    await pane.getByRole("button", { name: "退回修改" }).click();
    await pane.getByRole("button", { name: "确认退回修改" }).click();
    await checklist("error").getByText("有必须改的问题").waitFor();
    await tryout.typeInCell("表三", "D6", "64");
    await pane.getByText("各项都已完成，可以封存").waitFor();
    expect(tryout.errors).toEqual([]);
  });
});
