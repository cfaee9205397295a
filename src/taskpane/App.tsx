import { FluentProvider, makeStaticStyles, makeStyles, tokens } from "@fluentui/react-components";
import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactElement,
} from "react";
import { formsForYear } from "../app/forms";
import type { OpenForm, Session, SessionState } from "../app/session-state";
import type { Finding } from "../core/rules/finding";
import { cellName } from "../messages/finding";
import { pane } from "../messages/pane";
import { AgainstSlot } from "./AgainstSlot";
import { BusyLine } from "./BusyLine";
import { copyText } from "./copy-text";
import { Crash } from "./Crash";
import { EmptyView } from "./EmptyView";
import { FormsView } from "./FormsView";
import { InsertForm } from "./InsertForm";
import { NoticeBar } from "./NoticeBar";
import { paneActions, type PaneActions } from "./pane-actions";
import { PaneHead } from "./PaneHead";
import { slipOverview } from "./slip-cases";
import { useSurface } from "./surface";
import { themes, type Scheme } from "./theme";
import { useSettled } from "./use-settled";
import { isDismissed, isOpenWarning, isUntouched, openFindings, verdictOf } from "./verdict";
import { panelId, tabId, ViewTabs } from "./ViewTabs";
import { isPaneView, type PaneView } from "./views";

/** Not the first views that a clerk sees. */
const CheckView = lazy(async () => ({ default: (await import("./CheckView")).CheckView }));

const ReportView = lazy(async () => ({ default: (await import("./ReportView")).ReportView }));

const SubmitView = lazy(async () => ({ default: (await import("./SubmitView")).SubmitView }));

/** So long after the last edit the number of findings is read out. */
const announceAfter = 1000;

const usePage = makeStaticStyles({ body: { margin: 0 } });

const useStyles = makeStyles({
  root: { minHeight: "100vh", backgroundColor: tokens.colorNeutralBackground2 },
  head: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    // A low pane, or a high zoom, needs the room for the view.
    "@media (max-height: 320px)": { position: "relative" },
  },
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

export type AppProps = {
  readonly session: Session;
  /** The present calendar year. */
  readonly thisYear: number;
  readonly scheme: Scheme;
  /** Tells which view a ribbon button asks for, by its name; returns how to stop. */
  readonly onRibbonView: (listener: (view: string) => void) => () => void;
};

/** The task pane. The only component that knows the session. */
export function App({ session, thisYear, scheme, onRibbonView }: AppProps): ReactElement {
  usePage();
  return (
    <FluentProvider theme={themes[scheme]}>
      <Crash>
        <Pane session={session} thisYear={thisYear} onRibbonView={onRibbonView} />
      </Crash>
    </FluentProvider>
  );
}

function Pane({ session, thisYear, onRibbonView }: Omit<AppProps, "scheme">): ReactElement {
  const styles = useStyles();
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const form = state.phase === "open" ? state.form : null;
  const [view, setView] = useView(session, onRibbonView, form?.isSealed === true);
  const announcement = useSettled(form === null ? "" : announced(form), form?.result, announceAfter);

  const actions = useMemo(() => paneActions(session), [session]);

  const writesReport = view === "report" && form !== null;
  useEffect(() => {
    if (writesReport) void session.narrate();
  }, [session, writesReport]);

  return (
    <div className={styles.root}>
      <header className={styles.head}>
        <PaneHead
          isEmpty={state.phase === "empty"}
          report={
            form === null
              ? null
              : {
                  unit: form.report.unit,
                  year: form.report.year,
                  form: form.template.title,
                  verdict: verdictOf(form),
                }
          }
        />
        <ViewTabs chosen={view} open={form === null ? 0 : openFindings(form)} onChoose={setView} />
        <BusyLine text={busyText(state)} />
      </header>
      {state.notice !== null && (
        <NoticeBar key={state.notice.text} notice={state.notice} onCopy={copyText} onDismiss={session.dismissNotice} />
      )}
      <main role="tabpanel" id={panelId(view)} aria-labelledby={tabId(view)}>
        <Screen view={view} state={state} session={session} thisYear={thisYear} onView={setView} actions={actions} />
      </main>
      <div role="status" className={styles.hidden} data-announcement>
        {announcement}
      </div>
    </div>
  );
}

type ScreenProps = {
  readonly view: PaneView;
  readonly state: SessionState;
  readonly session: Session;
  readonly thisYear: number;
  readonly onView: (view: PaneView) => void;
  readonly actions: PaneActions;
};

/** What the chosen view shows in the present state. */
function Screen({ view, state, session, thisYear, onView, actions }: ScreenProps): ReactElement | null {
  const surface = useSurface();
  if (state.phase === "starting") return null;
  const busy = state.busy !== null;
  const insertFirst = (): void => {
    onView("forms");
  };

  switch (view) {
    case "forms":
      if (state.phase === "open")
        return (
          <FormsView
            form={state.form}
            thisYear={thisYear}
            busy={busy}
            actions={actions}
            commands={session}
            onView={onView}
          />
        );
      return (
        <div className={surface.view}>
          <InsertForm
            // What a task file says is offered anew.
            key={state.task?.file ?? ""}
            task={state.task}
            thisYear={thisYear}
            formsForYear={formsForYear}
            disabled={busy}
            onInsert={(request) => void session.insertForm(request)}
          />
          <AgainstSlot form={null} task={state.task} busy={busy} commands={session} />
          <p className={surface.quiet}>{pane.insert.local}</p>
        </div>
      );
    case "check":
      if (state.phase !== "open") return <EmptyView text={pane.empty.check} onInsert={insertFirst} />;
      return (
        <Suspense fallback={null}>
          <CheckView form={state.form} busy={busy} actions={actions} commands={session} />
        </Suspense>
      );
    case "report":
      if (state.phase !== "open") return <EmptyView text={pane.empty.report} onInsert={insertFirst} />;
      // What was sealed stands on its sheet; without 正文要素 it cannot be held against anything.
      if (state.form.isSealed)
        return (
          <div className={surface.view}>
            <p className={surface.text}>{pane.sealedReport}</p>
          </div>
        );
      if (state.form.text === null) return null;
      return (
        <Suspense fallback={null}>
          <ReportView
            form={state.form}
            text={state.form.text}
            busy={busy}
            commands={session}
            onGoTo={actions.goTo}
            onExport={(kind) => void session.saveDocument(kind)}
          />
        </Suspense>
      );
    case "submit":
      if (state.phase !== "open") return <EmptyView text={pane.empty.submit} onInsert={insertFirst} />;
      return (
        <Suspense fallback={null}>
          <SubmitView
            form={state.form}
            busy={busy}
            commands={session}
            recallPerson={session.recallPerson}
            onGoTo={actions.goTo}
            onView={onView}
          />
        </Suspense>
      );
  }
}

/**
 * The view in use: the one last used with this workbook, until a tab or a ribbon button says otherwise. A sealed
 * workbook shows first whether it is intact.
 */
function useView(
  session: Session,
  onRibbonView: AppProps["onRibbonView"],
  isSealed: boolean,
): readonly [PaneView, (view: PaneView) => void] {
  const [view, setView] = useState<PaneView>("forms");
  const isChosen = useRef(false);

  const choose = useCallback(
    (next: PaneView) => {
      isChosen.current = true;
      setView(next);
      void session.rememberView(next);
    },
    [session],
  );
  useEffect(() => {
    void session.recallView().then((last) => {
      if (!isChosen.current && isPaneView(last)) setView(last);
    });
  }, [session]);
  useEffect(() => {
    if (isSealed && !isChosen.current) setView("submit");
  }, [isSealed]);
  useEffect(
    () =>
      onRibbonView((name) => {
        if (isPaneView(name)) choose(name);
      }),
    [onRibbonView, choose],
  );
  return [view, choose];
}

function busyText(state: SessionState): string | null {
  if (state.phase === "starting") return pane.starting;
  return state.busy === null ? null : pane.busy[state.busy];
}

/** How many findings still ask for something, and the culprit where there is just one. */
function announced(form: OpenForm): string {
  const { findings } = form.result;
  const count = (severity: Finding["severity"]): number =>
    findings.filter((finding) => finding.severity === severity && !isUntouched(form, finding)).length;
  const counts = pane.check.announced({
    error: count("error"),
    warning: findings.filter((finding) => isOpenWarning(form, finding)).length,
    hint: findings.filter((finding) => finding.severity === "hint" && !isDismissed(form, finding)).length,
  });
  const [slip, ...others] = slipOverview(form.localisation, findings).cases;
  const change = others.length === 0 && slip?.options.length === 1 ? slip.options[0]?.changes : undefined;
  const [only] = change?.length === 1 ? change : [];
  return only === undefined ? counts : counts + pane.slip.announced(cellName(form.template, only.cell), only.to);
}
