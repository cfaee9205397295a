import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { lazy, Suspense, type ReactElement } from "react";
import type { AgainstCommands } from "../app/against-commands";
import type { TaskFile } from "../app/own-rules";
import type { OpenForm } from "../app/session-state";
import { Crash } from "./Crash";
import { useSurface } from "./surface";

// What the form is held against is chosen once a year.
const PriorCard = lazy(async () => ({ default: (await import("./PriorCard")).PriorCard }));
const TaskFileCard = lazy(async () => ({ default: (await import("./TaskFileCard")).TaskFileCard }));

const useStyles = makeStyles({ seldom: { paddingTop: "8px", paddingBottom: "8px" } });

type AgainstSlotProps = {
  /** Null while there is no form. */
  readonly form: OpenForm | null;
  readonly task: TaskFile | null;
  readonly busy: boolean;
  readonly commands: AgainstCommands;
};

/** Last year's report and the task file of the superior office; before there is a form the task file alone. */
export function AgainstSlot({ form, task, busy, commands }: AgainstSlotProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  return (
    <Crash>
      <Suspense fallback={null}>
        <section className={mergeClasses(surface.card, styles.seldom)}>
          {form !== null && (
            <PriorCard prior={form.against.prior} report={form.report} busy={busy} commands={commands} />
          )}
          <TaskFileCard task={task} form={form} busy={busy} commands={commands} />
        </section>
      </Suspense>
    </Crash>
  );
}
