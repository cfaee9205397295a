import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Target16Regular } from "@fluentui/react-icons/svg/target";
import type { ReactElement } from "react";
import type { CellChange, Suggestion } from "../core/locate/suggest";
import type { CellId } from "../core/model/cell";
import type { RuleBook } from "../core/rules/expand";
import { cellName, figureText } from "../messages/finding";
import { pane } from "../messages/pane";
import { slipName } from "../messages/suggestion";
import { useSurface } from "./surface";

const useStyles = makeStyles({
  place: { margin: 0, fontWeight: tokens.fontWeightSemibold, lineHeight: "20px", overflowWrap: "anywhere" },
  gap: { marginTop: "4px" },
  figure: { fontSize: "18px", lineHeight: "24px", padding: "0 2px", fontVariantNumeric: "tabular-nums" },
  quiet: { color: tokens.colorNeutralForeground2 },
  change: { marginTop: "8px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "10px" },
});

type SlipOptionProps = {
  readonly book: RuleBook;
  readonly suggestion: Suggestion;
  /** It is the only one, so its button may stand out. */
  readonly primary: boolean;
  readonly busy: boolean;
  readonly onApply: (suggestion: Suggestion) => void;
  readonly onGoTo: (cell: CellId) => void;
};

/** One explanation: the cell or cells, 应为 N, the kind of slip in words, one click to apply it. */
export function SlipOption({ book, suggestion, primary, busy, onApply, onGoTo }: SlipOptionProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const { changes, detail } = suggestion;
  const [first] = changes;
  const only = changes.length === 1 ? first : undefined;
  const isFill = changes.every(({ from }) => from === null);
  const place = (cell: CellId): string => cellName(book.template, cell);

  return (
    <>
      {only === undefined ? (
        <>
          <p className={mergeClasses(surface.text, styles.quiet)}>{slipName[detail]}</p>
          {changes.map((change) => (
            <div key={change.cell} className={styles.change}>
              <p className={styles.place}>{place(change.cell)}</p>
              <p className={surface.text}>
                <ShouldBe change={change} />
                <span className={styles.quiet}>（{pane.slip.change(change.from)}）</span>
              </p>
            </div>
          ))}
        </>
      ) : (
        <>
          <p className={styles.place}>{place(only.cell)}</p>
          <p className={mergeClasses(surface.text, styles.gap)}>
            <ShouldBe change={only} />
            <span className={styles.quiet}>{pane.slip.now(only.from, slipName[detail])}</span>
          </p>
        </>
      )}
      <div className={styles.actions}>
        <Button
          size="small"
          appearance={primary ? "primary" : "secondary"}
          disabledFocusable={busy}
          aria-label={only === undefined ? undefined : applyLabel(isFill, place(only.cell), only.to)}
          onClick={() => {
            onApply(suggestion);
          }}
        >
          {applyText(isFill, changes)}
        </Button>
        {first !== undefined && (
          <Button
            size="small"
            icon={<Target16Regular />}
            aria-label={pane.check.goToCell(place(first.cell))}
            onClick={() => {
              onGoTo(first.cell);
            }}
          >
            {pane.check.goTo}
          </Button>
        )}
      </div>
    </>
  );
}

function ShouldBe({ change }: { readonly change: CellChange }): ReactElement {
  const styles = useStyles();
  return (
    <>
      {pane.slip.shouldBe} <strong className={styles.figure}>{figureText(change.to)}</strong>
    </>
  );
}

function applyLabel(isFill: boolean, place: string, to: number): string {
  return isFill ? pane.slip.fillInto(place, to) : pane.slip.applyTo(place, to);
}

function applyText(isFill: boolean, changes: readonly CellChange[]): string {
  const [first] = changes;
  if (first !== undefined && changes.length === 1)
    return isFill ? pane.slip.fillIn(first.to) : pane.slip.apply(first.to);
  return isFill ? pane.slip.fillAll(changes.length) : pane.slip.applyAll(changes.length);
}
