import { useEffect, useRef, type RefObject } from "react";

/**
 * Takes the focus where the button that had it went away with what it changed. Only while the pane is where the person
 * works, and only if nothing else has the focus: it is never taken from anything.
 * @param cause what changes when that may have happened
 */
export function useLostFocus(cause: unknown, target: RefObject<HTMLElement | null>): void {
  const before = useRef(cause);
  useEffect(() => {
    const isNew = before.current !== cause;
    before.current = cause;
    if (!isNew || !document.hasFocus()) return;
    const focused = document.activeElement;
    if (focused === null || focused === document.body) target.current?.focus();
  }, [cause, target]);
}
