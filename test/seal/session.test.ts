import { createSession } from "../../src/app/session";
import type { Session } from "../../src/app/session-state";
import type { SealStep } from "../../src/app/seal-open-form";
import { mailtoLink } from "../../src/app/mail";
import { reportFileName } from "../../src/app/file-names";
import { verifyFile } from "../../src/app/verify";
import { cellKey } from "../../src/formats/xlsx/cell-key";
import { openWorkbook } from "../../src/formats/xlsx/open-workbook";
import { writeForm } from "../../src/formats/xlsx/write-form";
import { createMemoryWorkbook, type MemoryWorkbook } from "../../src/hosts/memory/memory-workbook";
import { completeReport } from "./support/complete";

const { template, report } = completeReport();
jest.setTimeout(60_000);

const date = new Date(Date.UTC(2027, 0, 12));
const name = `${report.unit}_2021_政府信息公开工作年度报告`;

type Desk = { readonly session: Session; readonly workbook: MemoryWorkbook; readonly saved: Map<string, Uint8Array> };

/** A workbook at work in which everything has been filled in. */
async function opened(): Promise<Desk> {
  const { sheets } = openWorkbook(await writeForm(template, report, { date }));
  const workbook = createMemoryWorkbook(
    (sheet, row, column) => sheets.find((known) => known.name === sheet)?.cells.get(cellKey(row, column))?.value ?? "",
  );
  const saved = new Map<string, Uint8Array>();
  const session = createSession({
    workbook,
    files: { save: (file, bytes) => Promise.resolve(void saved.set(file, bytes)) },
    pause: () => Promise.resolve(),
    now: () => date,
    clock: () => performance.now(),
  });
  await session.start();
  await session.insertForm({ template: template.id, unit: report.unit, year: report.year });
  await session.describeUnit({ unitType: report.unitType, rulemaking: report.rulemaking });
  return { session, workbook, saved };
}

const request = { by: "王某", to: "a@b.cn；c@d.cn", cc: "", onStep: () => undefined, isCancelled: () => false };

test("the open report is sealed step by step, a draft is saved, and the recipients are remembered", async () => {
  const { session, saved } = await opened();
  const steps: SealStep[] = [];
  const made = await session.seal({ ...request, onStep: (step) => steps.push(step) });
  expect(session.getState().notice).toBeNull();
  expect(steps).toEqual(["reading", "sealing", "document", "mail"]);
  expect([...saved.keys()]).toEqual([`${name}.eml`]);
  expect(session.lastSealed()).toBe(made);
  expect(made?.body).toContain("新收70件");
  expect(await verifyFile(made?.workbook.bytes ?? new Uint8Array(), "s.xlsx")).toMatchObject({ intact: true });
  expect(await session.recallRecipients()).toEqual({ to: "a@b.cn；c@d.cn", cc: "" });
  expect(await session.recallPerson()).toBe("王某");
  expect(await session.saveFiles([made?.workbook, made?.document].flatMap((file) => file ?? []))).toBe(true);
  expect([...saved.keys()].slice(1)).toEqual([`${name}.xlsx`, `${name}.docx`]);
});

test("given up between two steps nothing is saved and nothing is said", async () => {
  const { session, saved } = await opened();
  let step: SealStep | null = null;
  const made = await session.seal({
    ...request,
    onStep: (next) => {
      step = next;
    },
    isCancelled: () => step === "document",
  });
  expect([made, saved.size, session.getState().notice]).toEqual([null, 0, null]);
});

test("a wrong address or a figure that does not balance is said, and nothing is saved", async () => {
  const { session, workbook, saved } = await opened();
  expect(await session.seal({ ...request, to: "张三" })).toBeNull();
  expect(session.getState().notice).toMatchObject({ kind: "error", text: expect.stringContaining("张三") as string });
  workbook.type("表三", 5, 3, 65);
  expect(await session.seal(request)).toBeNull();
  expect(session.getState().notice).toMatchObject({ text: expect.stringContaining("没有封存") as string });
  expect(saved.size).toBe(0);
});

test("names of files are safe on Windows, whatever the unit is called", () => {
  expect(reportFileName({ unit: ' 某/某:局*?"<>|\u202e\u200b. ', year: 2026 })).toBe(
    "某某局_2026_政府信息公开工作年度报告",
  );
  expect(reportFileName({ unit: "局".repeat(200), year: 2026 }).length).toBeLessThan(120);
});

test("a link to write a mail is never longer than systems pass on, and keeps whole lines", () => {
  const link = mailtoLink(
    { to: ["a@b.cn"], cc: ["c@d.cn"] },
    { subject: "报送", body: `第一行\n${"很长".repeat(900)}\n` },
  );
  expect(link.length).toBeLessThan(2000);
  expect(decodeURIComponent(link)).toBe("mailto:a@b.cn?cc=c@d.cn&subject=报送&body=第一行");
});
