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
  /** Says what is going on or what went wrong; an error stays until it is dismissed, empty text clears the line. */
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
  const message = createMessageLine(texts.dismiss);
  root.append(
    element(
      "header",
      { class: "top" },
      element(
        "div",
        { class: "title" },
        element("span", { class: "tab" }, texts.tab),
        element("p", { class: "banner" }, texts.banner),
      ),
      createRibbon(texts, handlers),
      message.line,
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
    say: message.say,
  };
}

function createMessageLine(dismiss: string): { readonly line: HTMLElement; readonly say: Page["say"] } {
  const text = element("span", {});
  const button = element("button", { type: "button" }, dismiss);
  const line = element("div", { class: "message", role: "status", "aria-live": "polite", hidden: "" }, text, button);
  const say: Page["say"] = (kind, words) => {
    line.dataset["kind"] = kind;
    line.setAttribute("role", kind === "error" ? "alert" : "status");
    text.textContent = words;
    button.hidden = kind === "status";
    line.hidden = words === "";
  };
  button.addEventListener("click", () => {
    say("status", "");
  });
  return { line, say };
}
