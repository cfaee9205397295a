import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, type ReactElement } from "react";
import type { ValueChange } from "../app/mirror";
import type { OpenForm } from "../app/session-state";
import { cellsOfTable, type Template } from "../core/model/template";
import { cellName } from "../messages/finding";
import { pane } from "../messages/pane";
import { Disclosure } from "./Disclosure";
import type { PaneActions } from "./pane-actions";
import { useSurface } from "./surface";

const useStyles = makeStyles({
  root: { paddingBottom: "8px" },
  title: { marginBottom: "4px" },
  sheet: { marginTop: "10px" },
  sheetName: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: "20px", fontWeight: tokens.fontWeightSemibold },
  list: {
    listStyleType: "none",
    margin: "6px 0 0",
    padding: "4px 10px",
    // Whole lines and a half, so that one sees that there is more.
    maxHeight: "162px",
    overflowY: "auto",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  row: { display: "flex", gap: "12px", padding: "2px 0", lineHeight: "20px" },
  name: { flex: 1, minWidth: 0, overflowWrap: "anywhere" },
  value: { flex: "none", fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  button: { marginTop: "8px" },
});

type FillProposalsProps = {
  readonly form: OpenForm;
  readonly busy: boolean;
  readonly onWrite: PaneActions["write"];
};

/** 补合计 and 补零: what would be written is seen first, cell by cell. */
export function FillProposals({ form, busy, onWrite }: FillProposalsProps): ReactElement | null {
  const styles = useStyles();
  const surface = useSurface();
  const { template, proposals } = form;
  const { totals, zeros } = proposals;
  if (totals.length + zeros.length === 0) return null;

  return (
    <section className={mergeClasses(surface.card, styles.root)}>
      <h2 className={mergeClasses(surface.heading, styles.title)}>{pane.fill.title}</h2>
      {totals.length > 0 && (
        <Disclosure level={3} title={pane.fill.totals} note={pane.fill.cells(totals.length)}>
          <p className={surface.quiet}>{pane.fill.totalsMeaning}</p>
          {bySheet(template, totals).map((part) => (
            <Preview key={part.sheet} template={template} {...part} />
          ))}
          <Button
            className={styles.button}
            appearance="primary"
            size="small"
            disabledFocusable={busy}
            onClick={() => void onWrite(totals, "totals")}
          >
            {pane.fill.writeTotals(totals.length)}
          </Button>
        </Disclosure>
      )}
      {zeros.length > 0 && (
        <Disclosure level={3} title={pane.fill.zeros} note={pane.fill.cells(zeros.length)}>
          <p className={surface.quiet}>{pane.fill.zerosMeaning}</p>
          {bySheet(template, zeros).map(({ sheet, changes }) => (
            <div key={sheet}>
              <Preview template={template} sheet={sheet} changes={changes} />
              <Button
                className={styles.button}
                size="small"
                disabledFocusable={busy}
                aria-label={pane.fill.writeZerosOn(sheet, changes.length)}
                onClick={() => void onWrite(changes, "zeros")}
              >
                {pane.fill.writeZeros(changes.length)}
              </Button>
            </div>
          ))}
        </Disclosure>
      )}
    </section>
  );
}

type SheetChanges = { readonly sheet: string; readonly changes: readonly ValueChange[] };

/** In the order of the form, whatever order they were found in. */
function bySheet(template: Template, changes: readonly ValueChange[]): readonly SheetChanges[] {
  const byCell = new Map(changes.map((change) => [change.cell, change]));
  return template.sheets
    .map(({ name, tables }) => ({
      sheet: name,
      changes: template.tables
        .filter(({ id }) => tables.includes(id))
        .flatMap(cellsOfTable)
        .flatMap((cell) => byCell.get(cell) ?? []),
    }))
    .filter((part) => part.changes.length > 0);
}

/** The cells of one sheet with what they would hold. */
function Preview({ template, sheet, changes }: SheetChanges & { readonly template: Template }): ReactElement {
  const styles = useStyles();
  const heading = useId();
  return (
    <div className={styles.sheet}>
      <h4 id={heading} className={styles.sheetName}>
        {pane.fill.sheetCells(sheet, changes.length)}
      </h4>
      {/* A list that scrolls has to be reached by keyboard. */}
      <div className={styles.list} role="region" aria-labelledby={heading} tabIndex={0}>
        {changes.map(({ cell, to }) => (
          <div key={cell} className={styles.row} data-change>
            <span className={styles.name}>{cellName(template, cell).split(" · ").slice(1).join(" · ")}</span>
            <span className={styles.value}>{pane.fill.becomes(to)}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
