/** Bundle of the task pane: the session of work with the workbook that Excel has open, and its screens. */
import { StrictMode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { createSession } from "../app/session";
import { browserFiles } from "../hosts/browser/save-file";
import { excelWorkbook } from "../hosts/excel/excel-workbook";
import { openAsNewWorkbook } from "../hosts/excel/open-workbook";
import { pane } from "../messages/pane";
import { App } from "../taskpane/App";
import { schemeOf } from "../taskpane/theme";
import { onRibbonView } from "./commands";

/** Edits that follow each other within this time (ms), as from a fill or a held key, are checked together. */
const burst = 120;

async function start(): Promise<void> {
  const { host } = await Office.onReady();
  const place = document.getElementById("root");
  if (place === null) throw new Error("The page has no place for the pane");
  // Of the type's many hosts only Excel can have a workbook; in a plain browser there is none at all.
  if (host !== Office.HostType.Excel) {
    place.textContent = pane.notExcel;
    return;
  }

  const session = createSession({
    workbook: excelWorkbook,
    files: { ...browserFiles, openWorkbook: openAsNewWorkbook },
    pause: () => new Promise((resolve) => setTimeout(resolve, burst)),
    now: () => new Date(),
    clock: () => performance.now(),
  });
  const root = createRoot(place);
  const draw = (): void => {
    render(root, session);
  };
  draw();
  // Excel tells nobody when its theme changes; coming back to the pane is when a person would see it.
  window.addEventListener("focus", draw);
  document.addEventListener("visibilitychange", () => {
    draw();
    // Not on loss of focus, which every click into the grid is: what is written takes the clerk's undo away.
    if (document.visibilityState === "hidden") void session.leave();
  });
  await session.start();
}

function render(root: Root, session: ReturnType<typeof createSession>): void {
  root.render(
    <StrictMode>
      <App
        session={session}
        thisYear={new Date().getFullYear()}
        scheme={schemeOf(Office.context.officeTheme)}
        onRibbonView={onRibbonView}
      />
    </StrictMode>,
  );
}

void start();
