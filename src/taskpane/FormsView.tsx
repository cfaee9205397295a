import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { lazy, Suspense, type ReactElement } from "react";
import type { AgainstCommands } from "../app/against-commands";
import type { IntegrityCommands } from "../app/integrity-commands";
import { futureYearRemark } from "../app/future-year";
import type { OpenForm } from "../app/session-state";
import { AgainstSlot } from "./AgainstSlot";
import { IntegritySlot } from "./IntegritySlot";
import { LastCommand } from "./LastCommand";
import { NextStepCard } from "./NextStepCard";
import { nextStep } from "./next-step";
import type { PaneActions } from "./pane-actions";
import { ProgressList } from "./ProgressList";
import { useSurface } from "./surface";
import { textProgress, whereToWrite } from "./text-progress";
import { whereToFill } from "./where-to-fill";
import { ZeroReportCard } from "./ZeroReportCard";

// Below the first screen, and folded up.
const ChangeLogList = lazy(async () => ({ default: (await import("./ChangeLogList")).ChangeLogList }));
const FillProposals = lazy(async () => ({ default: (await import("./FillProposals")).FillProposals }));
const UnitProfileFields = lazy(async () => ({ default: (await import("./UnitProfileFields")).UnitProfileFields }));

const useStyles = makeStyles({ seldom: { paddingTop: "8px", paddingBottom: "8px" } });

type FormsViewProps = {
  readonly form: OpenForm;
  /** The present calendar year. */
  readonly thisYear: number;
  readonly busy: boolean;
  readonly actions: PaneActions;
  readonly commands: AgainstCommands & IntegrityCommands;
  readonly onView: (view: "check" | "report") => void;
};

/** 表式, once the form is there: what to do next, how far each sheet is, what can be filled in, and what is kept. */
export function FormsView({ form, thisYear, busy, actions, commands, onView }: FormsViewProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const { text, action, to } = nextStep(form);
  const remark = futureYearRemark(form.template, form.report.year, thisYear);
  return (
    <div className={surface.view}>
      <IntegritySlot integrity={form.integrity} busy={busy} commands={commands} />
      <LastCommand form={form} busy={busy} onUndo={() => void actions.undo()} />
      <NextStepCard
        text={text}
        action={action}
        disabled={busy}
        onGo={() => {
          if (to.kind === "view") onView(to.view);
          else if (to.cell !== undefined) actions.goTo(to.cell);
        }}
      />
      {remark !== null && <p className={surface.quiet}>{remark}</p>}
      <ZeroReportCard form={form} busy={busy} actions={actions} />
      <ProgressList
        progress={form.progress}
        text={textProgress(form)}
        onWrite={() => {
          const place = whereToWrite(form);
          if (place !== undefined) actions.goTo(place);
        }}
        onGo={(sheet) => {
          const cell = whereToFill(form.template, form.report, sheet);
          if (cell !== undefined) actions.goTo(cell);
        }}
      />
      <Suspense fallback={null}>
        <FillProposals form={form} busy={busy} onWrite={actions.write} />
      </Suspense>
      <AgainstSlot form={form} task={form.against.task?.file ?? null} busy={busy} commands={commands} />
      <section className={mergeClasses(surface.card, styles.seldom)}>
        <Suspense fallback={null}>
          <UnitProfileFields profile={form.report} busy={busy} onDescribe={actions.describeUnit} />
          <ChangeLogList template={form.template} log={form.log} busy={busy} onSave={actions.saveLog} />
        </Suspense>
      </section>
    </div>
  );
}
