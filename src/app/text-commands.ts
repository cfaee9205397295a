import { session as sessionWords } from "../messages/session";
import { textSheet as words } from "../messages/text-sheet";
import type { Desk } from "./desk";
import { isSealed } from "./form-in-workbook";
import { UserError } from "./user-error";

/** What a clerk can ask for about the text. Methods never throw: what goes wrong becomes a notice. */
export type TextCommands = {
  /** 更新正文: writes the sheet 年报正文, untouched paragraphs as the figures are now; edited ones stay. */
  readonly updateText: () => Promise<void>;
  /** Takes new figures into a paragraph that the clerk edited: its row, and which of its figures. */
  readonly takeFigures: (row: number, figures: readonly number[]) => Promise<void>;
  /** Brings a paragraph back that the clerk took out, by its key. */
  readonly restoreParagraph: (key: string) => Promise<void>;
  /** Puts the sheet 年报正文 into a workbook that has lost it. */
  readonly makeTextSheet: () => Promise<void>;
  /** Goes to a row of the text. */
  readonly goToParagraph: (row: number) => Promise<void>;
};

type Updating = {
  /** Writes the sheet where it is behind the figures; before sealing too. */
  readonly bringUpToDate: () => Promise<void>;
};

/** The text is loaded when it is first asked for. */
export function textCommands(desk: Desk): TextCommands & Updating {
  const { perform, form, readAll, tell } = desk;

  async function bringUpToDate(): Promise<void> {
    const open = form();
    if (open === null || isSealed(open)) return;
    const { writeSheet } = await import("./write-text-sheet");
    await writeSheet(desk, open);
  }

  return {
    bringUpToDate,
    updateText: () =>
      perform("writing", async () => {
        const open = await readAll();
        if (open === null) return;
        if (desk.isSealed()) throw new UserError(sessionWords.sealed);
        const { textBlock } = await import("./text-in-workbook");
        if (textBlock(open) === undefined) throw new UserError(words.noSheet);
        await bringUpToDate();
        tell(words.updated);
      }),
    takeFigures: (row, figures) =>
      perform("writing", async () => {
        const open = await readAll();
        if (open === null) return;
        const { takeIntoRow } = await import("./write-text-sheet");
        await takeIntoRow(desk, open, row, figures);
      }),
    restoreParagraph: (key) =>
      perform("writing", async () => {
        const open = await readAll();
        if (open === null) return;
        const { writeSheet } = await import("./write-text-sheet");
        await writeSheet(desk, open, key);
      }),
    makeTextSheet: () =>
      perform("inserting", async () => {
        const open = await readAll();
        if (open === null) return;
        const { insertTextSheet } = await import("./write-text-sheet");
        await insertTextSheet(desk, open);
      }),
    goToParagraph: (row) =>
      perform("going", async () => {
        const open = form();
        if (open === null) return;
        const { rowAreas } = await import("./text-in-workbook");
        const areas = rowAreas(open, row);
        if (areas !== undefined) await desk.workbook.select(areas.text);
      }),
  };
}
