import { Button, makeStyles } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { AgainstCommands } from "../app/against-commands";
import type { TaskFile } from "../app/own-rules";
import type { Report } from "../core/model/report";
import { ownPrefix } from "../core/rules/own-rules";
import type { RuleBook } from "../core/rules/expand";
import { against as words } from "../messages/against";
import { ruleStatement } from "../messages/review";
import { Disclosure } from "./Disclosure";
import { FileButton } from "./FileButton";
import { useSurface } from "./surface";

const useStyles = makeStyles({
  list: { margin: "4px 0 0", paddingLeft: "20px", lineHeight: "22px", overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "8px" },
});

type TaskFileCardProps = {
  readonly task: TaskFile | null;
  /** The open form; null while there is none. */
  readonly form: { readonly book: RuleBook; readonly report: Pick<Report, "unit" | "year"> } | null;
  readonly busy: boolean;
  readonly commands: Pick<AgainstCommands, "useTaskFile" | "dropTaskFile">;
};

/** 上级的任务和规则: what the file says, its rules with their source, and how to load or leave it. */
export function TaskFileCard({ task, form, busy, commands }: TaskFileCardProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const { title, why, load, other, remove } = words.task;
  return (
    <Disclosure title={title} note={task === null ? "" : words.task.rules(task.rules.length)}>
      {task === null ? (
        <p className={surface.quiet}>{why}</p>
      ) : (
        <>
          {said(task).map((line) => (
            <p key={line} className={surface.text}>
              {line}
            </p>
          ))}
          {form !== null &&
            doubts(task, form.report).map((line) => (
              <p key={line} className={surface.text}>
                {line}
              </p>
            ))}
          <Rules task={task} book={form?.book ?? null} />
        </>
      )}
      <div className={styles.buttons}>
        <FileButton
          label={task === null ? load : other}
          title={title}
          accept=".yaml,.yml,.json"
          busy={busy}
          onFile={(name, bytes) => void commands.useTaskFile(name, bytes)}
        />
        {task !== null && (
          <Button
            size="small"
            appearance="subtle"
            disabledFocusable={busy}
            onClick={() => void commands.dropTaskFile()}
          >
            {remove}
          </Button>
        )}
      </div>
    </Disclosure>
  );
}

/** What the file says about the task itself. */
function said({ file, title, issuer, year, deadline, replyTo, note, units }: TaskFile): readonly string[] {
  const { from, year: yearText, deadline: deadlineText, replyTo: replyText, units: unitsText } = words.task;
  return [
    file,
    ...(title === null ? [] : [title]),
    ...(issuer === null ? [] : [from(issuer)]),
    ...(year === null ? [] : [yearText(year)]),
    ...(deadline === null ? [] : [deadlineText(deadline)]),
    ...(replyTo === null ? [] : [replyText(replyTo)]),
    ...(units.length === 0 ? [] : [unitsText(units.length)]),
    ...(note === null ? [] : [note]),
  ];
}

/** What does not fit the open form. */
function doubts({ year, units }: TaskFile, report: Pick<Report, "unit" | "year">): readonly string[] {
  return [
    ...(year !== null && year !== report.year ? [words.task.otherYear(year, report.year)] : []),
    ...(units.length > 0 && !units.some(({ name }) => name === report.unit) ? [words.task.unlisted(report.unit)] : []),
  ];
}

function Rules({ task, book }: { readonly task: TaskFile; readonly book: RuleBook | null }): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const own = (book?.rules ?? []).filter(({ id }) => id.startsWith(ownPrefix));
  const sources = [...new Set(own.flatMap(({ rule }) => ("ref" in rule.source ? [rule.source.ref] : [])))];
  if (task.rules.length === 0) return <p className={surface.quiet}>{words.task.noRules}</p>;
  return (
    <>
      {book !== null && (
        <ul className={styles.list} data-own-rules>
          {own.map((bound) => (
            <li key={bound.id}>{words.task.rule(bound.rule.severity, ruleStatement(book, bound))}</li>
          ))}
        </ul>
      )}
      {sources
        .filter((source) => source !== "")
        .map((source) => (
          <p key={source} className={surface.quiet}>
            {words.task.source(source)}
          </p>
        ))}
    </>
  );
}
