import { act, type ReactElement } from "react";
import { createRoot } from "react-dom/client";

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean | undefined;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

const unmounts: (() => Promise<void>)[] = [];

/** Renders into the page and waits until effects and resolved promises have settled. */
export async function render(element: ReactElement): Promise<HTMLElement> {
  const place = document.createElement("div");
  document.body.append(place);
  const root = createRoot(place);
  unmounts.push(async () => {
    await act(async () => {
      root.unmount();
      await Promise.resolve();
    });
    place.remove();
  });
  await settle(() => {
    root.render(element);
  });
  return place;
}

/** Takes every rendered element away again. */
export async function cleanUp(): Promise<void> {
  for (const unmount of unmounts.splice(0)) await unmount();
}

/** Does something to the page and lets React finish with it. */
export async function settle(work: () => void): Promise<void> {
  await act(async () => {
    work();
    await Promise.resolve();
  });
}

/** The element of a role whose accessible name (aria-label or text) contains the words. */
export function byName(place: ParentNode, selector: string, words: string): HTMLElement {
  const found = [...place.querySelectorAll<HTMLElement>(selector)].find((element) =>
    (element.getAttribute("aria-label") ?? element.textContent).includes(words),
  );
  if (found === undefined) throw new Error(`No ${selector} says ${words}`);
  return found;
}

export async function press(element: HTMLElement, key: string): Promise<void> {
  await settle(() => {
    element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  });
}

export async function click(element: HTMLElement): Promise<void> {
  await settle(() => {
    element.click();
  });
}

/** Types into a field of React: its own setter has to be passed by. */
export async function enter(
  field: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement,
  text: string,
): Promise<void> {
  const prototype: object = Object.getPrototypeOf(field) as object;
  await settle(() => {
    Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, text);
    field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
  });
}
