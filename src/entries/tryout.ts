/** The page of `npm start`: a spreadsheet grid in place of Excel, beside the real task pane. */
import "../../assets/tryout/tryout.css";
import { createPageGrid } from "../hosts/embedded/grid/create-grid";
import type { Grid } from "../hosts/embedded/grid/grid";
import { importWorksheets } from "../hosts/embedded/grid/import-xlsx";
import { openWorkbook } from "../hosts/embedded/grid/open-workbook";
import { createPage } from "../hosts/embedded/page/page";
import { tryoutTexts } from "../messages/tryout";

/** For scripts and tests that look at the workbook: `window.tryout`. */
export type TryoutGlobal = { readonly grid: Grid };

async function start(): Promise<void> {
  const root = document.getElementById("page");
  if (root === null) throw new Error("The page has no place for the try-out workbook");
  const page = createPage(root, tryoutTexts, {
    onAction: () => {
      page.showPane();
    },
    onOpen: (file) => void open(file),
    onSave: () => undefined,
  });
  const grid = await createPageGrid(page.gridPlace);
  Object.assign(window, { tryout: { grid } satisfies TryoutGlobal });

  async function open(file: File): Promise<void> {
    page.say("status", tryoutTexts.busyOpening);
    try {
      await openWorkbook(grid, await importWorksheets(new Uint8Array(await file.arrayBuffer())));
      page.say("status", tryoutTexts.opened(file.name));
    } catch {
      page.say("error", tryoutTexts.notAWorkbook(file.name));
    }
  }
}

void start();
