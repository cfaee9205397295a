import { Button, makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement, type SyntheticEvent } from "react";
import { pane } from "../messages/pane";
import { TextField } from "./Field";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "10px", marginTop: "10px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

type NameFormProps = {
  readonly busy: boolean;
  readonly onConfirm: (by: string) => Promise<void>;
  readonly onClose: () => void;
};

/** Who looked at a hint: asked for once in a workbook, remembered from then on. Escape closes it. */
export function NameForm({ busy, onConfirm, onClose }: NameFormProps): ReactElement {
  const styles = useStyles();
  const [by, setBy] = useState("");
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const noPerson = by.trim() === "";

  useEffect(() => {
    field.current?.focus();
  }, []);

  function onSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    setAsked(true);
    if (noPerson) field.current?.focus();
    else if (!busy) void onConfirm(by.trim());
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    onClose();
  }

  return (
    <form className={styles.root} onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
      <TextField
        ref={field}
        label={pane.hint.person}
        required
        problem={asked && noPerson ? pane.hint.personMissing : undefined}
        value={by}
        autoComplete="name"
        onChange={setBy}
      />
      <div className={styles.actions}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={busy}>
          {pane.hint.confirm}
        </Button>
        <Button size="small" onClick={onClose}>
          {pane.reason.cancel}
        </Button>
      </div>
    </form>
  );
}
