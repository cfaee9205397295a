import { useEffect, useState } from "react";

/**
 * The text as it was when things last stood still for `delay` ms: every new `cause` starts the wait again. Empty
 * before that.
 */
export function useSettled(text: string, cause: unknown, delay: number): string {
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(text);
    }, delay);
    return () => {
      clearTimeout(timer);
    };
  }, [text, cause, delay]);
  return settled;
}
