import type { Pane } from "./office-host";

/** The pane as the page offers it. */
type PaneParts = {
  readonly paneFrame: HTMLElement;
  readonly showPane: () => void;
  readonly hidePane: () => void;
  readonly isPaneShown: () => boolean;
};

/** The page's pane for the add-in. Whoever shows or hides it, person or add-in, the listeners hear of it. */
export function observePane({ paneFrame, showPane, hidePane, isPaneShown }: PaneParts): Pane {
  return {
    show: showPane,
    hide: hidePane,
    isShown: isPaneShown,
    onChange(listener): () => void {
      let last = isPaneShown();
      const observer = new MutationObserver(() => {
        const isShown = isPaneShown();
        if (isShown !== last) {
          last = isShown;
          listener(isShown);
        }
      });
      observer.observe(paneFrame.parentElement ?? paneFrame, { attributes: true, attributeFilter: ["hidden"] });
      return () => {
        observer.disconnect();
      };
    },
  };
}
