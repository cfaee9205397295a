import { element } from "./dom";
import { createRibbon, type RibbonHandlers, type RibbonTexts } from "./ribbon";
import { createSplitter } from "./splitter";

export type PageTexts = RibbonTexts & {
  readonly banner: string;
  readonly tab: string;
  readonly grid: string;
  readonly pane: string;
  readonly paneTitle: string;
  readonly closePane: string;
  readonly splitter: string;
  readonly dismiss: string;
};

/** The try-out page without its contents: a place for the grid, a frame for the task pane, a line for messages. */
export type Page = {
  readonly gridPlace: HTMLElement;
  readonly paneFrame: HTMLIFrameElement;
  readonly showPane: () => void;
  readonly hidePane: () => void;
  readonly isPaneShown: () => boolean;
  /**
   * Says what is going on or what went wrong. A status goes by itself, or with the next thing that is done on the page;
   * an error stays until it is dismissed, or until an empty one takes its place because something else is tried.
   */
  say(kind: "status" | "error", text: string): void;
};

/** Builds the page in `root`: bar above, grid on the left, splitter, task pane on the right. */
export function createPage(root: HTMLElement, texts: PageTexts, handlers: RibbonHandlers): Page {
  const gridPlace = element("div", { class: "grid", role: "region", "aria-label": texts.grid });
  const paneFrame = element("iframe", { name: "taskpane", title: texts.pane });
  const close = element(
    "button",
    { type: "button", class: "pane-close", title: texts.closePane, "aria-label": texts.closePane },
    "✕",
  );
  const pane = element(
    "aside",
    { class: "pane", "aria-label": texts.pane },
    element("div", { class: "pane-head" }, element("h1", {}, texts.paneTitle), close),
    paneFrame,
  );
  const splitter = createSplitter(texts.splitter, (width) => {
    pane.style.width = `${String(width)}px`;
  });
  const setPaneShown = (shown: boolean): void => {
    pane.hidden = !shown;
    splitter.hidden = !shown;
  };
  close.addEventListener("click", () => {
    setPaneShown(false);
  });
  const messages = createMessages(texts.dismiss);
  root.append(
    element(
      "header",
      { class: "top" },
      element(
        "div",
        { class: "title" },
        element("span", { class: "tab" }, texts.tab),
        element("p", { class: "banner" }, texts.banner),
        messages.status,
      ),
      createRibbon(texts, handlers),
      messages.errorLine,
    ),
    element("main", { class: "work" }, gridPlace, splitter, pane),
  );
  return {
    gridPlace,
    paneFrame,
    showPane(): void {
      setPaneShown(true);
    },
    hidePane(): void {
      setPaneShown(false);
    },
    isPaneShown: () => !pane.hidden,
    say: messages.say,
  };
}

type Messages = { readonly status: HTMLElement; readonly errorLine: HTMLElement; readonly say: Page["say"] };

const STATUS_STAYS_MS = 6_000;
/** The click or key that brought a status about still sounds when it is shown. */
const STATUS_STAYS_AT_LEAST_MS = 1_000;

/** A quiet word at the end of the title that goes by itself, and a line for errors that stays until it is dismissed. */
function createMessages(dismiss: string): Messages {
  const status = element("p", { class: "status", role: "status" });
  const text = element("span", { role: "alert" });
  const button = element("button", { type: "button" }, dismiss);
  const errorLine = element("div", { class: "error", hidden: "" }, text, button);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  const clearStatus = (): void => {
    clearTimeout(timer);
    status.textContent = "";
  };
  for (const event of ["pointerdown", "keydown"])
    window.addEventListener(
      event,
      () => {
        if (performance.now() - since > STATUS_STAYS_AT_LEAST_MS) clearStatus();
      },
      { capture: true },
    );
  const showError = (words: string): void => {
    text.textContent = words;
    errorLine.hidden = words === "";
  };
  button.addEventListener("click", () => {
    showError("");
  });
  return {
    status,
    errorLine,
    say(kind, words): void {
      clearStatus();
      if (kind === "error") {
        showError(words);
        return;
      }
      status.textContent = words;
      since = performance.now();
      timer = setTimeout(clearStatus, STATUS_STAYS_MS);
    },
  };
}
