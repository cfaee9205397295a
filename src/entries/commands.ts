/**
 * Buttons of the ribbon tab 勾稽. In the shared runtime they run in the page of the task pane: each opens the pane at
 * its view. The names on the left stand in manifest.xml as FunctionName.
 */
const viewOfButton = { showForms: "forms", showCheck: "check", showReport: "report", showSubmit: "submit" } as const;

export type RibbonView = (typeof viewOfButton)[keyof typeof viewOfButton];

const listeners = new Set<(view: RibbonView) => void>();
let wanted: RibbonView | undefined;

/** Tells which view a ribbon button asked for: at once if one was clicked before the pane was there, then each time. */
export function onRibbonView(listener: (view: RibbonView) => void): () => void {
  listeners.add(listener);
  if (wanted !== undefined) listener(wanted);
  return () => listeners.delete(listener);
}

async function show(view: RibbonView, event: Office.AddinCommands.Event): Promise<void> {
  try {
    wanted = view;
    for (const listener of listeners) listener(view);
    await Office.addin.showAsTaskpane();
  } finally {
    // Excel keeps the button waiting until it hears this.
    event.completed();
  }
}

void Office.onReady(() => {
  // Where there is no ribbon of ours, there is nothing to associate.
  if (!Office.context.requirements.isSetSupported("SharedRuntime", "1.1")) return;
  for (const [button, view] of Object.entries(viewOfButton))
    Office.actions.associate(button, (event: Office.AddinCommands.Event) => {
      void show(view, event);
    });
});
