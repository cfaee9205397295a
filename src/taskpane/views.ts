/** The views of the pane in the order of the work. Another view is one more name here and its screen in App. */
export const paneViews = ["forms", "check", "report", "submit"] as const;

export type PaneView = (typeof paneViews)[number];

export function isPaneView(name: string | null): name is PaneView {
  return paneViews.some((view) => view === name);
}
