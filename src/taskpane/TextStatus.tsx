import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowSync16Regular } from "@fluentui/react-icons/svg/arrow-sync";
import type { ReactElement } from "react";
import type { TextCommands } from "../app/text-commands";
import type { OpenText, Selected } from "../app/text-in-workbook";
import { isBehind, type LivingState } from "../core/narrative/living";
import { textPane as words } from "../messages/text-pane";
import { useSurface } from "./surface";

const useStyles = makeStyles({
  root: { alignSelf: "stretch", display: "flex", flexDirection: "column", gap: "6px" },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 10px", margin: 0, lineHeight: "24px" },
  warning: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
});

type TextStatusProps = {
  readonly text: OpenText;
  readonly busy: boolean;
  readonly commands: TextCommands;
  readonly selected: Selected | null;
  /** How many paragraphs the selected cells are used in. */
  readonly chosen: number;
  readonly onShowStale: () => void;
};

/** How text and sheet stand to each other, and what can be done about it. */
export function TextStatus({ text, busy, commands, selected, chosen, onShowStale }: TextStatusProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const { paragraphs } = text.living;
  const count = (state: LivingState): number =>
    paragraphs.filter((one) => one.state === state && one.part === "text").length;
  const behind = paragraphs.filter(isBehind).length;
  const stale = paragraphs.reduce(
    (sum, { figures }) => sum + figures.filter(({ state }) => state === "stale").length,
    0,
  );
  return (
    <div className={styles.root}>
      {text.hasSheet ? (
        <p className={styles.line}>
          {behind > 0 && <span className={styles.warning}>{words.behind(behind)}</span>}
          {behind === 0 && stale === 0 && <span>{words.upToDate}</span>}
          {behind > 0 ? (
            <Button icon={<ArrowSync16Regular />} disabledFocusable={busy} onClick={() => void commands.updateText()}>
              {words.update}
            </Button>
          ) : (
            <Button size="small" onClick={() => void commands.goToParagraph(0)}>
              {words.openSheet}
            </Button>
          )}
        </p>
      ) : (
        <p className={styles.line}>
          <span>{words.noSheet}</span>
          <Button disabledFocusable={busy} onClick={() => void commands.makeTextSheet()}>
            {words.makeSheet}
          </Button>
        </p>
      )}
      {text.hasSheet && (
        <p className={surface.quiet}>
          {words.counts({ follows: count("follows") + count("new"), edited: count("edited"), added: count("added") })}
        </p>
      )}
      {stale > 0 && (
        <p className={styles.line}>
          <span className={styles.warning}>{words.stale(stale)}</span>
          <Button size="small" onClick={onShowStale}>
            {words.seeFirst}
          </Button>
        </p>
      )}
      {selected !== null && (
        <p className={surface.quiet}>{selected.row === null ? words.selected(chosen) : words.selectedRow}</p>
      )}
    </div>
  );
}
