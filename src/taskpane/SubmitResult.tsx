import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle32Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { useState, type ReactElement } from "react";
import type { SealedFiles } from "../app/seal-open-form";
import type { SubmitCommands } from "../app/submit-commands";
import type { Template } from "../core/model/template";
import { submit } from "../messages/submit";
import { submitPane } from "../messages/submit-pane";
import { copyText } from "./copy-text";
import { Disclosure } from "./Disclosure";
import { useSurface } from "./surface";

const words = submitPane.result;

const useStyles = makeStyles({
  head: { display: "flex", gap: "12px", alignItems: "flex-start" },
  icon: { display: "flex", flex: "none", color: tokens.colorBrandForeground1 },
  title: { fontSize: tokens.fontSizeBase400, lineHeight: "24px", paddingTop: "4px" },
  facts: { margin: "12px 0 0", display: "flex", flexDirection: "column", gap: "8px" },
  name: { color: tokens.colorNeutralForeground3, margin: 0 },
  said: { margin: 0, lineHeight: "22px", overflowWrap: "anywhere", userSelect: "text" },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  files: { margin: 0, padding: 0, listStyleType: "none", lineHeight: "22px", overflowWrap: "anywhere" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "12px" },
  gap: { marginTop: "12px" },
  body: {
    margin: "8px 0 0",
    padding: "8px 10px",
    maxHeight: "180px",
    overflowY: "auto",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    userSelect: "text",
    font: "inherit",
    lineHeight: "20px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

type SubmitResultProps = {
  readonly template: Template;
  readonly files: SealedFiles;
  /** Nothing was changed since. */
  readonly isCurrent: boolean;
  readonly busy: boolean;
  readonly onSave: SubmitCommands["saveFiles"];
  readonly onOpenWorkbook: SubmitCommands["openWorkbook"];
  readonly onAgain: () => void;
};

/** What was sealed, and every way to get it into a mail. */
export function SubmitResult(props: SubmitResultProps): ReactElement {
  const { template, files, isCurrent, busy, onSave, onOpenWorkbook, onAgain } = props;
  const styles = useStyles();
  const surface = useSurface();
  const [copied, setCopied] = useState<boolean | null>(null);
  const totals = submit.totals(template.controlTotals ?? [], files.controlTotals);

  async function copy(): Promise<void> {
    setCopied(await copyText(files.body));
  }

  return (
    <section className={surface.card} data-sealed>
      <div className={styles.head} role="status">
        <span className={styles.icon}>
          <CheckmarkCircle32Regular />
        </span>
        <h2 className={mergeClasses(surface.heading, styles.title)}>{words.title}</h2>
      </div>
      {!isCurrent && <p className={surface.text}>{words.old}</p>}
      <p className={mergeClasses(surface.text, styles.gap)}>{words.next}</p>
      <dl className={styles.facts}>
        <div>
          <dt className={styles.name}>{words.files}</dt>
          <dd className={styles.said}>
            <ul className={styles.files}>
              {[files.mail, files.workbook, files.document].map(({ name }) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </dd>
        </div>
        {totals !== "" && (
          <div>
            <dt className={styles.name}>{words.totals}</dt>
            <dd className={styles.said}>{totals}</dd>
          </div>
        )}
        <div>
          <dt className={styles.name}>{words.code}</dt>
          <dd className={mergeClasses(styles.said, styles.code)}>{files.sha256}</dd>
        </div>
      </dl>
      <div className={styles.actions}>
        <Button size="small" onClick={() => void copy()}>
          {copied === null ? words.copy : copied ? words.copied : words.notCopied}
        </Button>
        <Button size="small" disabledFocusable={busy} onClick={() => void onSave([files.workbook, files.document])}>
          {words.attachments}
        </Button>
        <Button size="small" disabledFocusable={busy} onClick={() => void onSave([files.mail])}>
          {words.mailAgain}
        </Button>
        <Button size="small" disabledFocusable={busy} onClick={onAgain}>
          {words.again}
        </Button>
      </div>
      <div className={styles.gap}>
        <Disclosure title={words.otherWays} note={words.otherWaysNote}>
          <p className={surface.text}>{words.otherWaysText}</p>
          <div className={styles.actions}>
            <Button size="small" as="a" href={files.link} target="_blank">
              {words.link}
            </Button>
          </div>
          {onOpenWorkbook !== null && (
            <>
              <p className={mergeClasses(surface.text, styles.gap)}>{words.noFiles}</p>
              <div className={styles.actions}>
                <Button size="small" disabledFocusable={busy} onClick={() => void onOpenWorkbook(files.workbook.bytes)}>
                  {words.openWorkbook}
                </Button>
              </div>
            </>
          )}
          <pre className={styles.body}>{files.body}</pre>
        </Disclosure>
      </div>
    </section>
  );
}
