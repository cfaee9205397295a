import type { OfficeHost } from "./office-host";

/** What the page around the frame offers under `window.tryout`. */
type TryoutPage = { readonly tryout?: { readonly office?: OfficeHost } };

/** The host that the page around a task pane frame set up. Throws where the frame stands alone. */
export function hostOf(frame: Window): OfficeHost {
  const host = (frame.parent as unknown as TryoutPage).tryout?.office;
  if (host === undefined) {
    throw new Error("The task pane must be opened by the try-out page, after its workbook");
  }
  return host;
}
