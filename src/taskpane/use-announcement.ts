import { useEffect, useState } from "react";

/**
 * The text to be read out, once edits have paused: every new `cause` starts the wait of `delay` ms again. A text that
 * has not changed is not read out a second time.
 */
export function useAnnouncement(text: string, cause: unknown, delay: number): string {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => {
      setSaid(text);
    }, delay);
    return () => {
      clearTimeout(timer);
    };
  }, [text, cause, delay]);
  return said;
}
