import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Suggestion } from "../core/locate/suggest";
import { cellParts, type CellId } from "../core/model/cell";
import type { RuleBook } from "../core/rules/expand";
import { sheetName } from "../messages/finding";
import { pane } from "../messages/pane";
import { SlipOption } from "./SlipOption";
import { useSurface } from "./surface";

const useStyles = makeStyles({
  root: { padding: "10px 12px 12px 13px" },
  gap: { marginTop: "4px" },
});

type FillCardProps = {
  readonly book: RuleBook;
  readonly suggestion: Suggestion;
  readonly busy: boolean;
  readonly onApply: (suggestion: Suggestion) => void;
  readonly onGoTo: (cell: CellId) => void;
};

/** A blank with a figure that follows from the others, and from which balances. */
export function FillCard({ book, suggestion, busy, onApply, onGoTo }: FillCardProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const lines = suggestion.because.map((rule) => lineName(book, rule)).filter((line) => line !== "");
  const cells = suggestion.changes.length;
  return (
    <section className={mergeClasses(surface.card, styles.root)} data-fill>
      <h3 className={surface.heading}>{cells === 1 ? pane.slip.fill : pane.slip.fills(cells)}</h3>
      {lines.length > 0 && <p className={surface.quiet}>{pane.slip.fillBecause(lines)}</p>}
      <div className={styles.gap}>
        <SlipOption book={book} suggestion={suggestion} primary={false} busy={busy} onApply={onApply} onGoTo={onGoTo} />
      </div>
    </section>
  );
}

/** The row or column that a balance is about: 表三“总计”列. */
function lineName(book: RuleBook, rule: string): string {
  const bound = book.byId.get(rule);
  const cell = bound?.cells[0];
  if (bound === undefined || cell === undefined) return "";
  const sheet = sheetName(book.template, cellParts(cell).table);
  return pane.slip.line(sheet, bound.labels);
}
