import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Edit16Regular } from "@fluentui/react-icons/svg/edit";
import type { ReactElement } from "react";
import type { LivingState } from "../core/narrative/living";
import { textPane as words } from "../messages/text-pane";

const useStyles = makeStyles({
  tags: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px", lineHeight: "24px" },
  tag: {
    padding: "0 6px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "18px",
    color: tokens.colorNeutralForeground2,
  },
  own: { border: `1px solid ${tokens.colorBrandStroke1}`, color: tokens.colorBrandForeground1 },
  stale: {
    border: `1px solid ${tokens.colorStatusWarningBorderActive}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  push: { marginLeft: "auto", minWidth: 0 },
});

type TextTagsProps = {
  readonly state: LivingState;
  readonly isBehind: boolean;
  /** Old figures in the clerk's words. */
  readonly stale: number;
  readonly busy: boolean;
  readonly onTakeAll: (() => void) | undefined;
  readonly onEdit: (() => void) | undefined;
};

/** What has become of a paragraph, in words above it, and what can be done about it. */
export function TextTags({ state, isBehind, stale, busy, onTakeAll, onEdit }: TextTagsProps): ReactElement {
  const styles = useStyles();
  const name = state === "follows" ? (isBehind ? words.state.changed : undefined) : named(state);
  return (
    <div className={styles.tags}>
      {name !== undefined && (
        <span className={mergeClasses(styles.tag, (state === "edited" || state === "added") && styles.own)}>
          {name}
        </span>
      )}
      {stale > 0 && <span className={mergeClasses(styles.tag, styles.stale)}>{words.staleTag(stale)}</span>}
      {onTakeAll !== undefined && (
        <Button size="small" disabledFocusable={busy} onClick={onTakeAll}>
          {words.takeAll}
        </Button>
      )}
      {onEdit !== undefined && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.push}
          icon={<Edit16Regular />}
          aria-label={words.edit}
          title={words.edit}
          onClick={onEdit}
        />
      )}
    </div>
  );
}

function named(state: Exclude<LivingState, "follows">): string | undefined {
  return state === "removed" ? undefined : words.state[state];
}
