import { useEffect, useRef, useState } from "react";

/** A person's name: whoever gave the last reason in this workbook, until somebody types another. */
export function usePerson(
  first: string,
  recall: () => Promise<string | null>,
): readonly [name: string, setName: (name: string) => void] {
  const [name, setName] = useState(first);
  const isTyped = useRef(first !== "");
  useEffect(() => {
    void recall().then((last) => {
      if (!isTyped.current && last !== null) setName(last);
    });
  }, [recall]);
  return [
    name,
    (next) => {
      isTyped.current = true;
      setName(next);
    },
  ];
}
