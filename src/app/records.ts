import { summarize, type Verdicts } from "../core/rules/check";
import { identityText } from "../formats/xlsx/custom-part";
import { identityAnchor, reviewAnchor } from "../formats/xlsx/form-layout";
import { identityCells } from "../formats/xlsx/identity-carriers";
import { reviewRows } from "../formats/xlsx/review-items";
import { restore } from "../formats/xlsx/cell-text";
import { review as words } from "../messages/review";
import type { ChangeLog } from "./change-log";
import { bookOf, reportOf, type FormInWorkbook } from "./form-in-workbook";
import { readKeptLog, writeKeptLog } from "./kept-log";
import { typed } from "./mirror";
import type { Block, CellWrite, RawCell, WorkbookPort } from "./ports";
import { createSheetReasons } from "./sheet-reasons";

/** The open form with its verdicts, at one moment. */
type Moment = { readonly form: FormInWorkbook; readonly verdicts: Verdicts };

/**
 * What the workbook keeps beside the figures: the sheet 校验与说明, the cells that repeat the identity, the change log.
 * Written only with commands and when the pane goes out of sight, never after an edit: before ExcelApi 1.19 any write
 * takes the clerk's undo away.
 */
export type Records = {
  /**
   * Takes over reasons that people typed into the sheet.
   * @param today ISO date for reasons without one
   * @returns the form with them, if there are any, and a sentence about reasons that belong to no rule
   */
  readonly heed: (moment: Moment, today: string) => { readonly form: FormInWorkbook; readonly remark: string | null };
  /** The log that the workbook has kept. Up to two round trips. */
  readonly recallLog: () => Promise<ChangeLog>;
  /** A form was inserted: its log begins anew. */
  readonly beginLog: () => void;
  /** Whether there are reasons or changes of figures that the workbook does not know of yet. */
  readonly isDue: (log: ChangeLog) => boolean;
  /**
   * Writes what has changed: nothing, or up to one round trip for cells and two for each custom XML part.
   * @param describe writes the custom XML part with the reasons that were taken over
   */
  readonly keep: (moment: () => Moment | null, log: ChangeLog, describe: () => Promise<void>) => Promise<void>;
};

/** One for each session, for the one workbook of which it knows what was written. */
export function createRecords(workbook: WorkbookPort): Records {
  const reasons = createSheetReasons();
  let isUntold = false;
  /** Null until it is known what the workbook has kept. */
  let kept: ChangeLog | null = null;

  return {
    heed: ({ form, verdicts }, today) => {
      const { explanations, stray } = reasons.take(form, verdicts, today);
      isUntold ||= explanations !== null;
      const remarks = stray.map(({ row, text }) => words.stray(`${words.sheet}!${String(row)}`, text));
      return {
        form:
          explanations === null ? form : { ...form, identity: { ...form.identity, explanations: { ...explanations } } },
        remark: remarks.length === 0 ? null : remarks.join("\n"),
      };
    },
    recallLog: async () => {
      kept = readKeptLog(await workbook.readLog());
      return kept;
    },
    beginLog: () => {
      kept = null;
    },
    isDue: (log) => isUntold || log !== kept,
    keep: async (moment, log, describe) => {
      if (isUntold) {
        await describe();
        isUntold = false;
      }
      const now = moment();
      if (now === null) return;
      const edits = [...reviewEdits(now), ...identityEdits(now.form)];
      if (edits.length > 0) {
        // The mirror goes first, so that the events of these writes tell nothing new.
        for (const { area, value } of edits) now.form.mirror.put(area, typed(value));
        await workbook.writeCells(edits);
      }
      reasons.forget();
      if (log === kept) return;
      await workbook.writeLog(writeKeptLog(log));
      kept = log;
    },
  };
}

/** The sheet as it should be now; nothing where it was deleted. */
function reviewEdits({ form, verdicts }: Moment): readonly CellWrite[] {
  const block = form.mirror.block(reviewAnchor);
  if (block === undefined) return [];
  const book = bookOf(form);
  return differing(block, reviewRows(book, summarize(book, verdicts), reportOf(form), block.rows));
}

/** The hidden cells that repeat the identity, for programs that drop custom XML parts. */
function identityEdits(form: FormInWorkbook): readonly CellWrite[] {
  const block = form.mirror.block(identityAnchor);
  if (block === undefined) return [];
  return differing(
    block,
    identityCells(identityText(reportOf(form))).map((text) => [text]),
  );
}

function differing(block: Block, wanted: readonly (readonly (string | number)[])[]): readonly CellWrite[] {
  return wanted.flatMap((line, row) =>
    line.flatMap((value, column): readonly CellWrite[] => {
      const stands = block.values[row]?.[column];
      if (stands === undefined || plain(stands) === plain(value)) return [];
      return [
        {
          area: { sheet: block.sheet, row: block.row + row, column: block.column + column, rows: 1, columns: 1 },
          value,
        },
      ];
    }),
  );
}

function plain(value: RawCell): string {
  return typeof value === "string" ? restore(value) : String(value);
}
