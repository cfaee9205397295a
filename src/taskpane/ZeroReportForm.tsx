import { Button, makeStyles } from "@fluentui/react-components";
import { useState, type ReactElement, type SyntheticEvent } from "react";
import { pane } from "../messages/pane";
import { TextField, TickField } from "./Field";
import { usePerson } from "./use-person";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "10px", marginTop: "8px" },
  button: { alignSelf: "flex-start" },
});

type ZeroReportFormProps = {
  readonly busy: boolean;
  readonly recallPerson: () => Promise<string | null>;
  readonly onConfirm: (by: string) => Promise<boolean>;
};

/** 零报告: a tick and a name, because a form full of zeros may also be one that nobody filled in. */
export function ZeroReportForm({ busy, recallPerson, onConfirm }: ZeroReportFormProps): ReactElement {
  const styles = useStyles();
  const [ticked, setTicked] = useState(false);
  const [by, setBy] = usePerson("", recallPerson);
  const [asked, setAsked] = useState(false);
  const noPerson = by.trim() === "";

  function onSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    setAsked(true);
    if (ticked && !noPerson && !busy) void onConfirm(by.trim());
  }

  return (
    <form className={styles.root} onSubmit={onSubmit} noValidate>
      <TickField
        label={pane.zeroReport.tick}
        problem={asked && !ticked ? pane.zeroReport.tickMissing : undefined}
        value={ticked}
        onChange={setTicked}
      />
      <TextField
        label={pane.zeroReport.person}
        required
        problem={asked && noPerson ? pane.zeroReport.personMissing : undefined}
        value={by}
        autoComplete="name"
        onChange={setBy}
      />
      <Button className={styles.button} type="submit" size="small" disabledFocusable={busy}>
        {pane.zeroReport.confirm}
      </Button>
    </form>
  );
}
