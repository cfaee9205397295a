/** The page of `npm start`: a spreadsheet grid in place of Excel, beside the real task pane. */
import "../../assets/tryout/tryout.css";
import { workbookFileName } from "../app/file-names";
import { parseIdentity } from "../app/identity";
import { partNamespace } from "../formats/xlsx/custom-part";
import type { FunctionsMetadata } from "../hosts/embedded/client/custom-functions";
import { observePane } from "../hosts/embedded/client/observe-pane";
import { createOfficeHost, type OfficeHost } from "../hosts/embedded/client/office-host";
import { createExecutor, type Executor } from "../hosts/embedded/executor/create-executor";
import { createPageGrid } from "../hosts/embedded/grid/create-grid";
import { exportWorkbook } from "../hosts/embedded/grid/export-xlsx";
import type { Grid } from "../hosts/embedded/grid/grid";
import { guardProtection } from "../hosts/embedded/grid/guard-protection";
import { importWorksheets } from "../hosts/embedded/grid/import-xlsx";
import type { ImportedWorkbook } from "../hosts/embedded/grid/imported";
import { openWorkbook } from "../hosts/embedded/grid/open-workbook";
import { download } from "../hosts/embedded/page/download";
import { createPage, type Page } from "../hosts/embedded/page/page";
import { tryoutTexts } from "../messages/tryout";

/**
 * `window.tryout`: what the frame of the task pane finds in its parent, and what scripts look at. `executor` is another
 * one after a workbook was opened; the frame is loaded anew then, as Excel gives each workbook a pane of its own.
 */
export type TryoutGlobal = {
  readonly grid: Grid;
  readonly executor: Executor;
  readonly showPane: () => void;
  readonly hidePane: () => void;
  readonly isPaneShown: () => boolean;
  /** What the Office.js in the frame asks of this page. */
  readonly office: OfficeHost;
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const PANE = "taskpane.html";
/** The file that was opened; null while the workbook has none. */
let fileName: string | null = null;

async function start(): Promise<void> {
  const root = document.getElementById("page");
  if (root === null) throw new Error("The page has no place for the try-out workbook");
  const page = createPage(root, tryoutTexts, {
    onAction: (action) => {
      page.showPane();
      void tryout.office.runAction(action);
    },
    onOpen: (file) => void open(page, tryout, file),
    onSave: () => void save(page, tryout),
  });
  const grid = await createPageGrid(page.gridPlace);
  guardProtection(grid, () => {
    page.say("status", tryoutTexts.lockedCell);
  });
  const functions = await readFunctions();
  const executor = createExecutor(grid);
  const tryout: Mutable<TryoutGlobal> = {
    grid,
    executor,
    office: officeHost(page, executor, functions),
    showPane: page.showPane,
    hidePane: page.hidePane,
    isPaneShown: page.isPaneShown,
  };
  Object.assign(window, { tryout });
  page.paneFrame.src = PANE;
}

/** The custom functions that the add-in's own metadata declares, with their Chinese descriptions. */
async function readFunctions(): Promise<FunctionsMetadata> {
  const response = await fetch("functions-zh.json");
  return (await response.json()) as FunctionsMetadata;
}

function officeHost(page: Page, executor: Executor, functions: FunctionsMetadata): OfficeHost {
  return createOfficeHost({ executor, pane: observePane(page), locale: "zh-CN", functions, namespace: "GOUJI" });
}

/** Loads a file in place of the workbook that is open; where that fails, the open one stays as it is. */
async function open(page: Page, tryout: Mutable<TryoutGlobal>, file: File): Promise<void> {
  page.say("error", "");
  page.say("status", tryoutTexts.busyOpening);
  let imported: ImportedWorkbook;
  try {
    imported = await importWorksheets(new Uint8Array(await file.arrayBuffer()));
  } catch {
    page.say("error", tryoutTexts.notAWorkbook(file.name));
    return;
  }
  // The old pane goes first, so that it does not see its workbook being taken apart.
  page.paneFrame.src = "about:blank";
  tryout.executor.dispose();
  tryout.office.forget();
  await openWorkbook(tryout.grid, imported);
  tryout.executor = createExecutor(tryout.grid, { properties: imported.properties });
  for (const part of imported.customXmlParts) {
    const id = part.id ?? `{${crypto.randomUUID().toUpperCase()}}`;
    tryout.executor.document.xmlParts.set(id, { id, namespace: part.namespace ?? "", xml: part.xml });
  }
  tryout.office = officeHost(page, tryout.executor, tryout.office.functions);
  fileName = file.name;
  page.paneFrame.src = PANE;
  page.say("status", tryoutTexts.opened(file.name));
}

async function save(page: Page, { grid, executor }: TryoutGlobal): Promise<void> {
  page.say("error", "");
  page.say("status", tryoutTexts.busySaving);
  try {
    await executor.settled();
    const { properties, xmlParts } = executor.document;
    const name = fileName ?? nameOf(executor);
    download(name, await exportWorkbook(grid, { properties, customXmlParts: [...xmlParts.values()] }));
    page.say("status", tryoutTexts.saved(name));
  } catch (error) {
    page.say("error", tryoutTexts.notSaved(error instanceof Error ? error.message : String(error)));
  }
}

/** A workbook that was never a file is called after the report in it. */
function nameOf({ document: { xmlParts } }: Executor): string {
  const part = [...xmlParts.values()].find(({ namespace }) => namespace === partNamespace);
  return part === undefined ? tryoutTexts.newFileName : workbookFileName(parseIdentity(part.xml));
}

void start();
