import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, type KeyboardEvent, type ReactElement } from "react";
import { pane } from "../messages/pane";
import { paneViews, type PaneView } from "./views";

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", gap: "4px", padding: "6px 8px 0" },
  tab: {
    position: "relative",
    minHeight: "36px",
    padding: "0 12px",
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    background: "none",
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "::after": {
      content: '""',
      position: "absolute",
      left: "8px",
      right: "8px",
      bottom: 0,
      height: "3px",
      borderRadius: "2px 2px 0 0",
      backgroundColor: tokens.colorCompoundBrandStroke,
      "@media (forced-colors: active)": { backgroundColor: "Highlight" },
    },
  },
  count: {
    marginLeft: "6px",
    padding: "0 6px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground5,
    color: tokens.colorNeutralForeground1,
    fontVariantNumeric: "tabular-nums",
  },
});

export function tabId(view: PaneView): string {
  return `gouji-tab-${view}`;
}

export function panelId(view: PaneView): string {
  return `gouji-panel-${view}`;
}

type ViewTabsProps = {
  readonly chosen: PaneView;
  /** Findings that ask for something; shown behind 校验. */
  readonly open: number;
  readonly onChoose: (view: PaneView) => void;
};

/** The views as tabs: the arrow keys, Home and End go through them as in Office. */
export function ViewTabs({ chosen, open, onChoose }: ViewTabsProps): ReactElement {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent): void {
    const target = neighbour(chosen, event.key);
    if (target === undefined) return;
    event.preventDefault();
    onChoose(target);
    list.current?.querySelector<HTMLElement>(`#${tabId(target)}`)?.focus();
  }

  return (
    <div ref={list} role="tablist" aria-label={pane.views} className={styles.root} onKeyDown={onKeyDown}>
      {paneViews.map((view) => (
        <button
          key={view}
          type="button"
          role="tab"
          id={tabId(view)}
          aria-selected={view === chosen}
          aria-controls={view === chosen ? panelId(view) : undefined}
          tabIndex={view === chosen ? 0 : -1}
          className={mergeClasses(styles.tab, view === chosen && styles.chosen)}
          onClick={() => {
            onChoose(view);
          }}
        >
          {pane.view[view]}
          {view === "check" && open > 0 && (
            <span className={styles.count} aria-label={pane.openFindings(open)}>
              {open}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

function neighbour(view: PaneView, key: string): PaneView | undefined {
  const last = paneViews.length - 1;
  const index = paneViews.indexOf(view);
  switch (key) {
    case "ArrowRight":
      return paneViews[index === last ? 0 : index + 1];
    case "ArrowLeft":
      return paneViews[index === 0 ? last : index - 1];
    case "Home":
      return paneViews[0];
    case "End":
      return paneViews[last];
    default:
      return undefined;
  }
}
