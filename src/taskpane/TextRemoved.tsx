import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { LivingParagraph } from "../core/narrative/living";
import { textPane as words } from "../messages/text-pane";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    margin: "6px 0",
    padding: "4px 8px",
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: "20px",
    color: tokens.colorNeutralForeground2,
  },
  text: { flex: 1, minWidth: 0 },
  button: { flex: "none", minWidth: 0 },
});

type TextRemovedProps = {
  readonly paragraphs: readonly LivingParagraph[];
  readonly busy: boolean;
  readonly onRestore: (key: string) => Promise<void>;
};

/** So much of a paragraph is shown. */
const longest = 24;

/** Paragraphs that the clerk took out, to be brought back. */
export function TextRemoved({ paragraphs, busy, onRestore }: TextRemovedProps): ReactElement {
  const styles = useStyles();
  return (
    <>
      {paragraphs.map(({ key, text }) => {
        const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
        return (
          <div key={key} className={styles.line}>
            <span className={styles.text}>{words.removed(short)}</span>
            <Button
              size="small"
              className={styles.button}
              disabledFocusable={busy}
              aria-label={words.restoreOf(short)}
              onClick={() => void onRestore(key)}
            >
              {words.restore}
            </Button>
          </div>
        );
      })}
    </>
  );
}
