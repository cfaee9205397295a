/**
 * @jest-environment jsdom
 */
import { FluentProvider } from "@fluentui/react-components";
import { TextDecoder, TextEncoder } from "node:util";
import type { ReactElement } from "react";

import { ruleBook } from "../../src/app/forms";
import { reportText, sheetOf } from "../../src/app/report-text";
import type { Report } from "../../src/core/model/report";
import { AuditFile } from "../../src/taskpane/AuditFile";
import { AuditText } from "../../src/taskpane/AuditText";
import { themes } from "../../src/taskpane/theme";
import { savedReport, templateOf } from "../narrative/reports";
import { byName, cleanUp, click, render, settle } from "../pane/support/render";

// Every browser has them, the page of the tests has not.
Object.assign(globalThis, { TextDecoder, TextEncoder });

afterEach(cleanUp);

const report = savedReport("012-pingtan-2021");
const template = templateOf(report);
const book = ruleBook(template);

type Asked = { readonly places: string[]; readonly rows: number[] };

function panel(subject: Report, asked: Asked, last?: Report): ReactElement {
  const links = {
    book,
    onGoTo: (place: string) => asked.places.push(place),
    onGoToRow: (row: number) => asked.rows.push(row),
  };
  return (
    <FluentProvider theme={themes.light}>
      <AuditText report={subject} prior={last} text={reportText(template, subject, last)} {...links} />
      <AuditFile subject={{ template, report: subject, prior: last }} {...links} />
    </FluentProvider>
  );
}

function edited(from: string, to: string): { readonly subject: Report; readonly row: number } {
  const sheet = sheetOf(reportText(template, report));
  const row = sheet.rows.findIndex(({ text }) => text.includes(from));
  const rows = sheet.rows.map((one, index) => (index === row ? { ...one, text: one.text.replace(from, to) } : one));
  return { subject: { ...report, text: { ...sheet, rows } }, row };
}

/** Chooses a file as a person does; jsdom has no file dialog. */
async function choose(place: HTMLElement, name: string, content: string | Uint8Array<ArrayBuffer>): Promise<void> {
  const input = place.querySelector<HTMLInputElement>("input[type=file]");
  if (input === null) throw new Error("No file can be chosen");
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const file = Object.assign(new File([bytes], name), { arrayBuffer: () => Promise.resolve(bytes.buffer) });
  Object.defineProperty(input, "files", { value: [file], configurable: true });
  Object.defineProperty(input, "value", { value: "", writable: true, configurable: true });
  await settle(() => input.dispatchEvent(new Event("change", { bubbles: true })));
  await settle(() => undefined);
}

const asked = (): Asked => ({ places: [], rows: [] });

it("says that all agrees while nobody edited anything", async () => {
  const place = await render(panel(report, asked()));
  expect(place.textContent).toMatch(/\d+ 处与表内一致，没有不一致的/u);
  expect(place.querySelectorAll("li")).toHaveLength(0);
});

it("shows a number that was edited wrongly with its sentence and why, and leads to the sentence and the cell", async () => {
  const { subject, row } = edited("70件", "71件");
  const calls = asked();
  const place = await render(panel(subject, calls));
  expect(place.textContent).toMatch(/有 1 处与表内不一致/u);
  const [card] = place.querySelectorAll("li");
  expect(card?.querySelector("mark")?.textContent).toBe("71件");
  expect(card?.textContent).toContain("为70件");
  await click(byName(place, "button", "看“71件”所在的一句"));
  await click(byName(place, "button", "看“71件”对应的“表三"));
  expect(calls).toEqual({ places: ["t3.newReceived.total"], rows: [row] });
});

it("holds growth against last year's figures, where they are known", async () => {
  const values = new Map(report.values).set("t3.newReceived.naturalPerson", 24).set("t3.newReceived.total", 30);
  const place = await render(panel(report, asked(), { ...report, year: report.year - 1, values }));
  expect(place.textContent).toMatch(/处与表内一致，没有不一致的/u);
  expect(place.textContent).not.toContain("无法判断");
  await choose(
    place,
    "年报.txt",
    "收到政府信息公开申请70件，比上年增长133.3%。收到政府信息公开申请70件，比上年增长33.3%。",
  );
  expect(byName(place, "section", "核对文件").textContent).toContain("有 1 处与表内不一致，其余 3 处一致");
});

it("audits a chosen file against the open workbook, and folds away what cannot be told", async () => {
  const calls = asked();
  const place = await render(panel(report, calls));
  await choose(place, "年报.txt", "全年收到政府信息公开申请77件，办结69件。开展政民互动200余场。");
  const part = byName(place, "section", "核对文件");
  expect(part.textContent).toContain("年报.txt");
  expect(part.textContent).toContain("有 1 处与表内不一致，其余 1 处一致");
  expect(part.textContent).not.toContain("200余场");
  await click(byName(part, "button", "无法判断"));
  expect(part.textContent).toContain("200余场");
  await click(byName(part, "button", "看“77件”对应的"));
  expect(calls).toEqual({ places: ["t3.newReceived.total"], rows: [] });
  await click(byName(part, "button", "收起"));
  expect(part.textContent).not.toContain("年报.txt");
});

it("says in one sentence why a file cannot be read, and takes another", async () => {
  const place = await render(panel(report, asked()));
  await choose(place, "年报.docx", new Uint8Array([1, 2, 3]));
  expect(place.querySelector("[role=alert]")?.textContent).toMatch(/^年报\.docx：文件已损坏/u);
  await choose(place, "年报.pdf", "x");
  expect(place.querySelector("[role=alert]")?.textContent).toContain(".txt .md .docx");
  await choose(place, "年报.md", "# 一、总体情况\n办结政府信息公开申请69件。");
  expect(place.querySelector("[role=alert]")).toBeNull();
  expect(place.textContent).toContain("正文的其他问题");
});
