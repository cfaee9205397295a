import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle20Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircle20Filled } from "@fluentui/react-icons/svg/error-circle";
import { useState, type KeyboardEvent, type ReactElement } from "react";
import type { Notice } from "../app/session-state";
import { pane } from "../messages/pane";

const useStyles = makeStyles({
  root: {
    display: "flex",
    gap: "8px",
    margin: "12px 16px 0",
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  error: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    borderTopColor: tokens.colorStatusDangerBorder1,
    borderRightColor: tokens.colorStatusDangerBorder1,
    borderBottomColor: tokens.colorStatusDangerBorder1,
    borderLeftColor: tokens.colorStatusDangerBorder1,
  },
  icon: { display: "flex", flex: "none", color: tokens.colorBrandForeground1 },
  errorIcon: { color: tokens.colorStatusDangerForeground1 },
  body: { flex: 1, minWidth: 0 },
  text: { margin: 0, lineHeight: "22px", overflowWrap: "anywhere", userSelect: "text" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "8px" },
});

type NoticeBarProps = {
  readonly notice: Notice;
  /** Puts the text on the clipboard; false where the host does not allow it. */
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onDismiss: () => void;
};

/** Something to be read: it stays until it is dismissed, by button or Escape. */
export function NoticeBar({ notice, onCopy, onDismiss }: NoticeBarProps): ReactElement {
  const styles = useStyles();
  const [copied, setCopied] = useState<boolean | null>(null);
  const isError = notice.kind === "error";

  async function copy(): Promise<void> {
    setCopied(await onCopy(notice.text));
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Escape") onDismiss();
  }

  return (
    <section
      className={mergeClasses(styles.root, isError && styles.error)}
      aria-label={isError ? pane.notice.error : pane.notice.done}
      onKeyDown={onKeyDown}
    >
      <span className={mergeClasses(styles.icon, isError && styles.errorIcon)}>
        {isError ? <ErrorCircle20Filled /> : <CheckmarkCircle20Regular />}
      </span>
      <div className={styles.body}>
        <p className={styles.text} role={isError ? "alert" : "status"}>
          {notice.text}
        </p>
        <div className={styles.actions}>
          <Button size="small" onClick={onDismiss}>
            {pane.notice.dismiss}
          </Button>
          {isError && (
            <Button size="small" appearance="subtle" onClick={() => void copy()}>
              {copied === null ? pane.notice.copy : copied ? pane.notice.copied : pane.notice.notCopied}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}
