import { useMemo, useState, type ReactElement } from "react";
import { reportStamp } from "../app/report-stamp";
import { damageSentences, sealChecklist, type Obstacle } from "../app/seal-checklist";
import { sealTextFrom } from "../app/seal-text";
import type { OpenForm } from "../app/session-state";
import type { SealingRequest, SubmitCommands } from "../app/submit-commands";
import type { CellId } from "../core/model/cell";
import { submitPane } from "../messages/submit-pane";
import { SubmitChecklist } from "./SubmitChecklist";
import { SubmitForm } from "./SubmitForm";
import { SubmitResult } from "./SubmitResult";
import { SubmitSealed } from "./SubmitSealed";
import { useSurface } from "./surface";
import type { PaneView } from "./views";

type SubmitViewProps = {
  readonly form: OpenForm;
  readonly busy: boolean;
  readonly commands: SubmitCommands;
  readonly recallPerson: () => Promise<string | null>;
  readonly onGoTo: (cell: CellId) => void;
  readonly onView: (view: PaneView) => void;
};

/** Where what stands in the way is dealt with. */
const viewOf: Readonly<Record<Obstacle["kind"], PaneView>> = {
  damage: "check",
  blank: "forms",
  error: "check",
  reason: "check",
  placeholder: "report",
  text: "report",
};

/** 上报: what still stands in the way, then the seal and the mail; a sealed workbook is verified instead. */
export function SubmitView(props: SubmitViewProps): ReactElement {
  const { form, busy, commands, recallPerson, onGoTo, onView } = props;
  const surface = useSurface();
  const [, setSealed] = useState(0);
  const [isAgain, setAgain] = useState(false);
  const { template, book, report, result, damaged, integrity, text, narrative } = form;
  const sealText = useMemo(
    () => (text === null ? null : sealTextFrom(template, report, text)),
    [template, report, text],
  );

  if (form.isSealed)
    return (
      <div className={surface.view}>
        <SubmitSealed form={form} busy={busy} commands={commands} onGoTo={onGoTo} />
      </div>
    );

  const made = commands.lastSealed();
  if (made !== null && narrative !== null && !isAgain)
    return (
      <div className={surface.view}>
        <SubmitResult
          template={template}
          files={made}
          isCurrent={made.stamp === reportStamp(report, narrative)}
          busy={busy}
          onSave={commands.saveFiles}
          onOpenWorkbook={commands.openWorkbook}
          onAgain={() => {
            setAgain(true);
          }}
        />
      </div>
    );

  if (sealText === null)
    return (
      <div className={surface.view}>
        <p className={surface.quiet}>{submitPane.checklist.working}</p>
      </div>
    );
  const obstacles = sealChecklist({
    book,
    report,
    prior: undefined,
    findings: result.findings,
    text: sealText,
    damage: damageSentences(template, damaged, integrity),
  });

  function go({ kind, cells }: Obstacle): void {
    const [first] = cells;
    if (first !== undefined) onGoTo(first);
    onView(viewOf[kind]);
  }
  async function seal(request: SealingRequest): Promise<void> {
    if ((await commands.seal(request)) === null) return;
    setAgain(false);
    setSealed((count) => count + 1);
  }

  return (
    <div className={surface.view}>
      <SubmitChecklist obstacles={obstacles} onGo={go} />
      <SubmitForm
        ready={obstacles.length === 0}
        busy={busy}
        recallPerson={recallPerson}
        recallRecipients={commands.recallRecipients}
        onSeal={seal}
      />
    </div>
  );
}
