import { Button, makeStyles } from "@fluentui/react-components";
import { DocumentSearch20Regular } from "@fluentui/react-icons/svg/document-search";
import { useDeferredValue, useMemo, useRef, useState, type ChangeEvent, type ReactElement } from "react";
import { auditForeignText } from "../app/audit-pane";
import { readTextFile, type AuditSubject } from "../app/audit-text";
import { UserError } from "../app/user-error";
import { auditPane } from "../messages/audit";
import type { AuditLinks } from "./AuditCards";
import { AuditResult } from "./AuditResult";
import { useSurface } from "./surface";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "10px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
  name: { overflowWrap: "anywhere" },
});

/** What has become of the chosen file. */
type Chosen =
  | { readonly state: "reading"; readonly name: string }
  | { readonly state: "failed"; readonly message: string }
  | { readonly state: "read"; readonly name: string; readonly text: string };

type AuditFileProps = AuditLinks & {
  readonly subject: AuditSubject;
};

/** 核对文件: any text against the open workbook. It is read here and goes nowhere; figures that change are held against it again. */
export function AuditFile({ subject, ...links }: AuditFileProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { title, hint, choose, another, close, reading } = auditPane.file;

  function onChange({ target }: ChangeEvent<HTMLInputElement>): void {
    const [file] = target.files ?? [];
    // The same file chosen again is a change too: it may have been edited meanwhile.
    target.value = "";
    if (file === undefined) return;
    setChosen({ state: "reading", name: file.name });
    void read(file).then(setChosen);
  }

  return (
    <section className={styles.root} aria-label={title}>
      <h2 className={surface.heading}>{title}</h2>
      <p className={surface.quiet}>{hint}</p>
      <input ref={input} type="file" hidden accept=".docx,.html,.htm,.txt,.md" aria-label={title} onChange={onChange} />
      <div className={styles.actions}>
        <Button icon={<DocumentSearch20Regular />} onClick={() => input.current?.click()}>
          {chosen === null ? choose : another}
        </Button>
        {chosen !== null && (
          <Button
            appearance="subtle"
            onClick={() => {
              setChosen(null);
            }}
          >
            {close}
          </Button>
        )}
      </div>
      {chosen?.state === "reading" && <p className={surface.quiet}>{reading(chosen.name)}</p>}
      {chosen?.state === "failed" && (
        <p className={surface.text} role="alert">
          {chosen.message}
        </p>
      )}
      {chosen?.state === "read" && <FileResult {...links} subject={subject} name={chosen.name} text={chosen.text} />}
    </section>
  );
}

type FileResultProps = AuditFileProps & { readonly name: string; readonly text: string };

function FileResult({ subject, name, text, ...links }: FileResultProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const { template, report, prior } = subject;
  const settled = useDeferredValue(report);
  const audit = useMemo(
    () => auditForeignText({ template, report: settled, prior }, text),
    [template, settled, prior, text],
  );
  return (
    <>
      <h3 className={`${surface.heading} ${styles.name}`}>{name}</h3>
      <AuditResult audit={audit} isAnswer {...links} />
    </>
  );
}

async function read(file: File): Promise<Chosen> {
  try {
    const text = readTextFile(new Uint8Array(await file.arrayBuffer()), file.name);
    return { state: "read", name: file.name, text };
  } catch (cause) {
    // Whatever a file does to its reader is told in its place; nothing else depends on it.
    const message = cause instanceof UserError ? cause.message : auditPane.file.unexpected(file.name, String(cause));
    return { state: "failed", message };
  }
}
