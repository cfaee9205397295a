import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import { livingText, publishedNarrative, updatedSheet, type LivingText } from "../core/narrative/living";
import { parseExpression, pathText } from "../core/narrative/expression";
import { narrate } from "../core/narrative/narrate";
import type { Narrative, Placeholder } from "../core/narrative/narrative";
import { narrativeText } from "../core/narrative/narrative-text";
import type { TextSheet } from "../core/narrative/text-row";
import { textSheet } from "../messages/text-sheet";
import { UserError } from "./user-error";

/** The text of a report: everything that shows, saves, audits or seals it takes it from here. */
export type ReportText = {
  /** As it will be published: the clerk's words where she edited the sheet 年报正文. */
  readonly narrative: Narrative;
  /** The sheet beside what the figures give now; all paragraphs are `new` where the sheet holds nothing. */
  readonly living: LivingText;
};

/**
 * The report text from the figures, and from the sheet 年报正文 (`report.text`) where the clerk has edited it.
 * @param prior last year's report, where it is known
 */
export function reportText(template: Template, report: Report, prior?: Report): ReportText {
  const generated = narrate(template, report, prior);
  const living = livingText({ template, report, prior }, generated, report.text ?? { rows: [], known: [] });
  return { narrative: publishedNarrative(generated, living), living };
}

/** What the sheet 年报正文 should hold: untouched paragraphs say what the figures say, the clerk's words stay. */
export function sheetOf({ living }: ReportText): TextSheet {
  return updatedSheet(living);
}

/** A figure in the clerk's words that has another value now. */
export type StaleFigure = {
  readonly section: string | null;
  /** The paragraph in which it stands. */
  readonly paragraph: string;
  readonly text: string;
  readonly now: string;
  readonly source: string;
};

/** What stands against publishing the text: what is still to be filled in, and figures that have changed since. */
export function openMatters({ narrative, living }: ReportText): {
  readonly placeholders: readonly Placeholder[];
  readonly stale: readonly StaleFigure[];
} {
  const stale = living.paragraphs.flatMap(({ section, text: paragraph, figures }) =>
    figures.flatMap((figure): readonly StaleFigure[] => {
      const now = figure.now?.text;
      return now === undefined ? [] : [{ section, paragraph, text: figure.text, now, source: figure.source }];
    }),
  );
  return { placeholders: narrative.placeholders, stale };
}

/** Whether the clerk has changed, added or taken out anything: only then is the text more than the figures say. */
export function isEdited({ living }: ReportText): boolean {
  return living.paragraphs.some(({ state }) => state === "edited" || state === "added" || state === "removed");
}

/** The text of the edited sheet 年报正文 as it will be published, for rules over the text; undefined where it is as made. */
export function editedText(template: Template, report: Report, prior?: Report): string | undefined {
  if (report.text === undefined) return undefined;
  const text = reportText(template, report, prior);
  return isEdited(text) ? narrativeText(text.narrative) : undefined;
}

/** Whether a figure with this source comes from one of the places: cell ids, or fact paths and all that is below them. */
export function comesFrom(source: string, places: readonly string[]): boolean {
  const paths = parseExpression(source).map(({ path }) => pathText(path));
  return places.some((place) => paths.some((path) => path === place || path.startsWith(`${place}.`)));
}

/** @throws UserError naming the figures in the clerk's sentences that have changed since: no file may carry them */
export function requireCurrent(text: ReportText): void {
  const { stale } = openMatters(text);
  if (stale.length > 0) throw new UserError(textSheet.stale(stale));
}
