import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, ElementHandle, Frame, Page } from "playwright-core";
import type { TryoutGlobal } from "../../../src/entries/tryout";
import { launchBrowser } from "./browser";

/** What a cell holds and what a person sees of it; colours as `#rrggbb`, null where nothing is painted. */
export type SeenCell = {
  readonly value: string | number | boolean | null;
  readonly formula: string | null;
  /** As displayed, number format applied. */
  readonly text: string;
  readonly fill: string | null;
  readonly color: string | null;
};

export type Tryout = {
  readonly page: Page;
  readonly url: string;
  /** Errors that the page or its frame reported. */
  readonly errors: readonly string[];
  /** Addresses of all requests so far. */
  readonly requests: readonly string[];
  /** The document of the task pane. */
  pane(): Frame;
  sheetNames(): Promise<readonly string[]>;
  /** Brings a tab to the front by clicking it. */
  showSheet(name: string): Promise<void>;
  /** Scrolls to the cell if need be and clicks into its middle. */
  clickCell(sheet: string, address: string): Promise<void>;
  /** Clicks the cell, types the text and presses Enter. */
  typeInCell(sheet: string, address: string, text: string): Promise<void>;
  /** Puts rows on the clipboard and pastes them at the cell with Ctrl+V. */
  pasteBlock(sheet: string, address: string, rows: readonly (readonly (string | number)[])[]): Promise<void>;
  /** Drags the corner of a cell down or right to another cell. */
  dragFill(sheet: string, from: string, to: string): Promise<void>;
  readCell(sheet: string, address: string): Promise<SeenCell>;
  /** Resolves once the cell shows this text, formula results included. */
  waitForText(sheet: string, address: string, text: string): Promise<void>;
  /** The selected cell or range, e.g. `表三!C7`. */
  selection(): Promise<string>;
  press(keys: string): Promise<void>;
  undo(): Promise<void>;
  /** Loads a file through the page's own 打开. */
  openFile(file: string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }): Promise<void>;
  /** Keeps a picture in out/screenshots and gives its path. */
  screenshot(name: string): Promise<string>;
  close(): Promise<void>;
};

type Site = { readonly url: string; close(): Promise<void> };
type StartScript = { readonly startServer: (options: { readonly port: number }) => Promise<Site> };
const { startServer } = createRequire(__filename)("../../../scripts/start.cjs") as StartScript;

const SCREENSHOTS = join(__dirname, "../../../out/screenshots");
// Long enough for a machine many times slower than a desk; what comes true sooner goes on sooner.
const TIMEOUT = 60_000;

/**
 * Opens the try-out page as a person does after `npm start`. With GOUJI_URL set, a server that already runs is used.
 */
export async function openTryout({ width = 1440, height = 900 } = {}): Promise<Tryout> {
  const server = await site();
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width, height }, acceptDownloads: true, locale: "zh-CN" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT);
  const errors: string[] = [];
  const requests: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(server.url);
  await page.waitForFunction(() => "tryout" in window);
  await page.locator(".grid canvas").first().waitFor();
  return { ...driver(page), url: server.url, errors, requests, close: () => closeAll(browser, server) };
}

async function site(): Promise<Site> {
  const running = process.env["GOUJI_URL"];
  if (running !== undefined) return { url: running, close: () => Promise.resolve() };
  return startServer({ port: 3100 });
}

async function closeAll(browser: Browser, server: Site): Promise<void> {
  await browser.close();
  await server.close();
}

/** Two frames with a breath between; on a busy page it takes as long as the page is busy. */
function frames(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(() => {
        requestAnimationFrame(() => {
          resolve();
        });
      }, 50);
    });
  });
}

function driver(page: Page): Omit<Tryout, "url" | "errors" | "requests" | "close"> {
  const showSheet = async (name: string): Promise<void> => {
    if ((await activeSheet(page)) === name) return;
    await page.locator(".grid [data-id]", { hasText: new RegExp(`^${escapePattern(name)}$`) }).click();
    await page.waitForFunction(
      (wanted) => (window as unknown as Globals).tryout.grid.workbook.getActiveSheet().getSheetName() === wanted,
      name,
    );
  };
  const clickCell = async (sheet: string, address: string): Promise<void> => {
    await showSheet(sheet);
    const { x, y } = await cellPoint(page, address);
    await page.mouse.click(x, y);
    await page.waitForFunction(isSelected, address);
    // The grid readies its editor for the cell in the frames after the click; keys that come sooner add to what is there.
    await page.evaluate(frames);
  };
  const press = (keys: string): Promise<void> => page.keyboard.press(keys);
  return {
    page,
    pane(): Frame {
      const frame = page.frame({ name: "taskpane" });
      if (frame === null) throw new Error("The page has no frame named taskpane");
      return frame;
    },
    sheetNames: () =>
      page.evaluate(() =>
        (window as unknown as Globals).tryout.grid.workbook.getSheets().map((sheet) => sheet.getSheetName()),
      ),
    showSheet,
    clickCell,
    async typeInCell(sheet, address, text): Promise<void> {
      await clickCell(sheet, address);
      await page.keyboard.type(text);
      await press("Enter");
    },
    async pasteBlock(sheet, address, rows): Promise<void> {
      await clickCell(sheet, address);
      await page.evaluate((text) => navigator.clipboard.writeText(text), rows.map((row) => row.join("\t")).join("\n"));
      await press("Control+v");
    },
    async dragFill(sheet, from, to): Promise<void> {
      await clickCell(sheet, from);
      const corner = await cellPoint(page, from, "corner");
      const end = await cellPoint(page, to);
      await page.mouse.move(corner.x, corner.y);
      await page.mouse.down();
      await page.mouse.move(end.x, end.y, { steps: 8 });
      await page.mouse.up();
    },
    readCell: (sheet, address) => page.evaluate(seeCell, { sheet, address }),
    async waitForText(sheet, address, text): Promise<void> {
      const read = `(${seeCell.toString()})(${JSON.stringify({ sheet, address })}).text`;
      await page.waitForFunction(`${read} === ${JSON.stringify(text)}`);
    },
    selection: () =>
      page.evaluate(() => {
        const { workbook } = (window as unknown as Globals).tryout.grid;
        const range = workbook.getActiveRange();
        return `${workbook.getActiveSheet().getSheetName()}!${range?.getA1Notation() ?? ""}`;
      }),
    press,
    undo: () => press("Control+z"),
    async openFile(file): Promise<void> {
      await page.setInputFiles('[data-testid="open-file"]', file);
    },
    async screenshot(name): Promise<string> {
      mkdirSync(SCREENSHOTS, { recursive: true });
      const path = join(SCREENSHOTS, `${name}.png`);
      await page.screenshot({ path });
      return path;
    },
  };
}

type Globals = { readonly tryout: TryoutGlobal };

function activeSheet(page: Page): Promise<string> {
  return page.evaluate(() => (window as unknown as Globals).tryout.grid.workbook.getActiveSheet().getSheetName());
}

function isSelected(address: string): boolean {
  const range = (window as unknown as Globals).tryout.grid.workbook.getActiveRange();
  return range?.getA1Notation().split(":")[0] === address.split(":")[0];
}

/** Where the middle of a cell, or its lower right corner, is on the screen, after scrolling it into view. */
async function cellPoint(
  page: Page,
  address: string,
  part: "middle" | "corner" = "middle",
): Promise<{ x: number; y: number }> {
  const canvas = await mainCanvas(page);
  const box = await canvas.boundingBox();
  if (box === null) throw new Error("The grid is not visible");
  const point = await page.evaluate(
    ({ wanted, width, height, half }) => {
      const sheet = (window as unknown as Globals).tryout.grid.workbook.getActiveSheet();
      const range = sheet.getRange(wanted);
      const place = (): { x: number; y: number } => {
        const rect = range.getCellRect();
        const { sheetViewStartColumn, sheetViewStartRow, offsetX, offsetY } = sheet.getScrollState();
        const frozenRows = sheet.getFrozenRows();
        const frozenColumns = sheet.getFrozenColumns();
        const corner = sheet.getRange(frozenRows, frozenColumns).getCellRect();
        const scrolled = sheet
          .getRange(Math.max(sheetViewStartRow, frozenRows), Math.max(sheetViewStartColumn, frozenColumns))
          .getCellRect();
        const left = range.getColumn() < frozenColumns ? 0 : scrolled.left - corner.left + offsetX;
        const top = range.getRow() < frozenRows ? 0 : scrolled.top - corner.top + offsetY;
        return {
          x: rect.left + (rect.right - rect.left) * half - left,
          y: rect.top + (rect.bottom - rect.top) * half - top,
        };
      };
      let middle = place();
      if (middle.x < 46 || middle.y < 20 || middle.x > width - 20 || middle.y > height - 20) {
        sheet.scrollToCell(range.getRow(), range.getColumn());
        middle = place();
      }
      return middle;
    },
    { wanted: address, width: box.width, height: box.height, half: part === "middle" ? 0.5 : 1 },
  );
  return { x: box.x + point.x, y: box.y + point.y };
}

/** Univer draws on several canvases; the sheet is the largest. */
async function mainCanvas(page: Page): Promise<ElementHandle<Element>> {
  const canvases = await page.$$(".grid canvas");
  let largest: { readonly canvas: ElementHandle<Element>; readonly area: number } | null = null;
  for (const canvas of canvases) {
    const box = await canvas.boundingBox();
    const area = box === null ? 0 : box.width * box.height;
    if (largest === null || area > largest.area) largest = { canvas: canvas, area };
  }
  if (largest === null) throw new Error("The page has no grid");
  return largest.canvas;
}

/** Runs in the page. */
function seeCell({ sheet: name, address }: { readonly sheet: string; readonly address: string }): SeenCell {
  const { workbook } = (window as unknown as Globals).tryout.grid;
  const sheet = workbook.getSheetByName(name);
  if (sheet === null) throw new Error(`No sheet ${name}`);
  const range = sheet.getRange(address);
  const core = sheet.getSheet();
  const raw = core.getCellRaw(range.getRow(), range.getColumn());
  const shown = core.getCell(range.getRow(), range.getColumn());
  const style = core.getComposedCellStyle(range.getRow(), range.getColumn());
  return {
    value: raw?.v ?? null,
    formula: range.getFormula() === "" ? null : range.getFormula(),
    text: String(shown?.v ?? ""),
    fill: style.bg?.rgb ?? null,
    color: style.cl?.rgb ?? null,
  };
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
