import { Button, makeStyles } from "@fluentui/react-components";
import { useRef, type ReactElement } from "react";
import type { OpenForm } from "../app/session-state";
import { ruleOf } from "../core/rules/expand";
import { figure } from "../core/model/cell";
import { pane } from "../messages/pane";
import type { PaneActions } from "./pane-actions";
import { useSurface } from "./surface";
import { useLostFocus } from "./use-lost-focus";
import { ZeroReportForm } from "./ZeroReportForm";

const useStyles = makeStyles({ gap: { marginTop: "4px" }, button: { marginTop: "8px" } });

type ZeroReportCardProps = {
  readonly form: OpenForm;
  readonly busy: boolean;
  readonly actions: Pick<PaneActions, "confirmZeros" | "recallPerson">;
};

/** 零报告 where all figures are zero: asks for the confirmation, or says who gave it. Else nothing. */
export function ZeroReportCard({ form, busy, actions }: ZeroReportCardProps): ReactElement | null {
  const styles = useStyles();
  const surface = useSurface();
  const card = useRef<HTMLElement>(null);
  const { zeroReport, values } = form.report;
  useLostFocus(zeroReport, card);
  const isAsked = form.result.findings.some(({ rule }) => ruleOf(form.book, rule)?.rule.kind === "zeroReport");
  if (!isAsked && zeroReport === null) return null;
  const hasFigures = [...values.values()].some((value) => (figure(value) ?? 0) !== 0);

  return (
    <section ref={card} tabIndex={-1} className={surface.card}>
      <h2 className={surface.heading}>{pane.zeroReport.title}</h2>
      {zeroReport === null ? (
        <>
          <p className={surface.quiet}>{pane.zeroReport.meaning}</p>
          <ZeroReportForm busy={busy} recallPerson={actions.recallPerson} onConfirm={actions.confirmZeros} />
        </>
      ) : (
        <>
          <p className={surface.text}>{pane.zeroReport.confirmed(zeroReport.by, zeroReport.at)}</p>
          {hasFigures && <p className={surface.quiet}>{pane.zeroReport.notZero}</p>}
          <Button
            className={styles.button}
            size="small"
            disabledFocusable={busy}
            onClick={() => void actions.confirmZeros(null)}
          >
            {pane.zeroReport.takeBack}
          </Button>
        </>
      )}
    </section>
  );
}
