import type { ReactElement } from "react";
import type { OpenForm } from "../app/session-state";
import type { CellId } from "../core/model/cell";
import { NextStepCard } from "./NextStepCard";
import { ProgressList } from "./ProgressList";
import { nextStep } from "./next-step";
import { useSurface } from "./surface";
import { whereToFill } from "./where-to-fill";

type FormsViewProps = {
  readonly form: OpenForm;
  readonly busy: boolean;
  readonly onGoTo: (cell: CellId) => void;
  readonly onView: (view: "check" | "report") => void;
};

/** 表式, once the form is there: what to do next, and how far each sheet is. */
export function FormsView({ form, busy, onGoTo, onView }: FormsViewProps): ReactElement {
  const surface = useSurface();
  const { text, action, to } = nextStep(form);
  return (
    <div className={surface.view}>
      <NextStepCard
        text={text}
        action={action}
        disabled={busy}
        onGo={() => {
          if (to.kind === "view") onView(to.view);
          else if (to.cell !== undefined) onGoTo(to.cell);
        }}
      />
      <ProgressList
        progress={form.progress}
        onGo={(sheet) => {
          const cell = whereToFill(form.template, form.report, sheet);
          if (cell !== undefined) onGoTo(cell);
        }}
      />
    </div>
  );
}
