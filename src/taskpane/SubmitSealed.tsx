import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle32Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircle20Filled } from "@fluentui/react-icons/svg/error-circle";
import { useEffect, useState, type ReactElement } from "react";
import type { OpenForm } from "../app/session-state";
import type { SubmitCommands } from "../app/submit-commands";
import type { Verification } from "../app/verify";
import { changeLines } from "../app/verify-report";
import type { CellId } from "../core/model/cell";
import { submit } from "../messages/submit";
import { submitPane } from "../messages/submit-pane";
import { useSurface } from "./surface";

const words = submitPane.sealed;
const shownAtFirst = 20;

const useStyles = makeStyles({
  head: { display: "flex", gap: "12px", alignItems: "center" },
  intact: { display: "flex", flex: "none", color: tokens.colorBrandForeground1 },
  changed: { display: "flex", flex: "none", color: tokens.colorStatusDangerForeground1 },
  title: { fontSize: tokens.fontSizeBase400, lineHeight: "24px" },
  gap: { marginTop: "8px" },
  list: { margin: "8px 0 0", padding: "0 0 0 18px", lineHeight: "22px", overflowWrap: "anywhere" },
  place: {
    padding: "0 2px",
    border: "none",
    background: "none",
    color: tokens.colorBrandForegroundLink,
    font: "inherit",
    textAlign: "left",
    verticalAlign: "top",
    cursor: "pointer",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "12px" },
});

type SubmitSealedProps = {
  readonly form: OpenForm;
  readonly busy: boolean;
  readonly commands: Pick<SubmitCommands, "verifySeal" | "returnToWork">;
  readonly onGoTo: (cell: CellId) => void;
};

/** A workbook that carries a seal: verified as soon as it is shown, and again after every edit. */
export function SubmitSealed({ form, busy, commands, onGoTo }: SubmitSealedProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const [found, setFound] = useState<Verification | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [all, setAll] = useState(false);
  const { verifySeal, returnToWork } = commands;
  const stamp = JSON.stringify([...form.report.values]);

  useEffect(() => {
    let isOld = false;
    void verifySeal().then((answer) => {
      if (!isOld && answer !== null) setFound(answer);
    });
    return () => {
      isOld = true;
    };
  }, [verifySeal, stamp]);

  if (found === null)
    return (
      <section className={surface.card}>
        <p className={surface.quiet}>{words.checking}</p>
      </section>
    );
  const lines = changeLines(found);
  const shown = all ? lines : lines.slice(0, shownAtFirst);
  const { manifest } = found.seal ?? {};
  return (
    <section className={surface.card} data-verification={found.intact ? "intact" : "changed"}>
      <div className={styles.head} role="status">
        <span className={found.intact ? styles.intact : styles.changed}>
          {found.intact ? <CheckmarkCircle32Regular /> : <ErrorCircle20Filled />}
        </span>
        <h2 className={mergeClasses(surface.heading, styles.title)}>{found.intact ? words.intact : words.changed}</h2>
      </div>
      {manifest !== undefined && (
        <p className={mergeClasses(surface.quiet, styles.gap)}>
          {words.sealedAt(submit.time(manifest.sealedAt), manifest.by)}
        </p>
      )}
      <p className={mergeClasses(surface.text, styles.gap)}>
        {found.intact ? words.intactText : words.changedText(lines.length)}
      </p>
      {lines.length > 0 && (
        <ul className={styles.list}>
          {shown.map(({ text, cell }, index) => (
            <li key={`${text}${String(index)}`}>
              {cell === null ? (
                text
              ) : (
                <button
                  type="button"
                  className={styles.place}
                  onClick={() => {
                    onGoTo(cell);
                  }}
                >
                  {text}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {shown.length < lines.length && (
        <Button
          size="small"
          appearance="subtle"
          onClick={() => {
            setAll(true);
          }}
        >
          {words.more(lines.length - shown.length)}
        </Button>
      )}
      <p className={mergeClasses(surface.quiet, styles.gap)}>
        {submit.totals(form.template.controlTotals ?? [], found.controlTotals)}
      </p>
      {isAsking && <p className={mergeClasses(surface.text, styles.gap)}>{words.returnText}</p>}
      <div className={styles.actions}>
        {isAsking ? (
          <>
            <Button size="small" appearance="primary" disabledFocusable={busy} onClick={() => void returnToWork()}>
              {words.confirm}
            </Button>
            <Button
              size="small"
              onClick={() => {
                setAsking(false);
              }}
            >
              {words.cancel}
            </Button>
          </>
        ) : (
          <Button
            size="small"
            disabledFocusable={busy}
            onClick={() => {
              setAsking(true);
            }}
          >
            {words.returnToWork}
          </Button>
        )}
      </div>
    </section>
  );
}
