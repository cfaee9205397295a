import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useSettled } from "./use-settled";

/** What takes less time (ms) is not worth a word. */
const worthSaying = 300;

const useStyles = makeStyles({
  // Hangs below the head, so that nothing moves when it comes and goes.
  place: { position: "absolute", top: "100%", left: 0, right: 0, display: "flex", justifyContent: "center" },
  line: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    marginTop: "8px",
    padding: "6px 14px",
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
  },
  wheel: {
    boxSizing: "border-box",
    width: "16px",
    height: "16px",
    border: `2px solid ${tokens.colorBrandStroke2}`,
    borderTopColor: tokens.colorBrandStroke1,
    borderRadius: tokens.borderRadiusCircular,
    animationName: { to: { transform: "rotate(360deg)" } },
    animationDuration: "1s",
    animationIterationCount: "infinite",
    animationTimingFunction: "linear",
    "@media (prefers-reduced-motion: reduce)": { animationName: "none" },
  },
});

type BusyLineProps = { readonly text: string | null };

/** What is being done, in words. The live region stays, so that the words are read out when they come. */
export function BusyLine({ text }: BusyLineProps): ReactElement {
  const styles = useStyles();
  const lasting = useSettled(text ?? "", text, worthSaying);
  return (
    <div role="status" className={styles.place}>
      {text !== null && lasting === text && (
        <span className={styles.line}>
          <span className={styles.wheel} />
          {text}
        </span>
      )}
    </div>
  );
}
