import { Button, makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement, type SyntheticEvent } from "react";
import { pane } from "../messages/pane";
import { TextAreaField, TextField } from "./Field";
import { usePerson } from "./use-person";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "10px", marginTop: "10px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

type ReasonFormProps = {
  /** What was said before; empty for a first reason. */
  readonly text: string;
  readonly by: string;
  readonly busy: boolean;
  readonly recallPerson: () => Promise<string | null>;
  /** An empty text takes the reason back. False when it could not be kept: then the form stays. */
  readonly onSave: (reason: { readonly text: string; readonly by: string }) => Promise<boolean>;
  readonly onClose: () => void;
};

/** 写说明: why a figure that looks wrong is right, and who says so. Escape closes it. */
export function ReasonForm(props: ReasonFormProps): ReactElement {
  const { busy, onSave, onClose } = props;
  const styles = useStyles();
  const [text, setText] = useState(props.text);
  const [by, setBy] = usePerson(props.by, props.recallPerson);
  const [asked, setAsked] = useState(false);
  const textField = useRef<HTMLTextAreaElement>(null);
  const personField = useRef<HTMLInputElement>(null);
  const noText = text.trim() === "";
  const noPerson = by.trim() === "";

  // The form was asked for with a button, so the focus belongs into it.
  useEffect(() => {
    textField.current?.focus();
  }, []);

  async function save(reason: { readonly text: string; readonly by: string }): Promise<void> {
    if (!busy && (await onSave(reason))) onClose();
  }
  function onSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    setAsked(true);
    if (noText) textField.current?.focus();
    else if (noPerson) personField.current?.focus();
    else void save({ text: text.trim(), by: by.trim() });
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    onClose();
  }

  return (
    <form className={styles.root} onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
      <TextAreaField
        ref={textField}
        label={pane.reason.text}
        hint={pane.reason.textHint}
        required
        problem={asked && noText ? pane.reason.textMissing : undefined}
        value={text}
        rows={3}
        onChange={setText}
      />
      <TextField
        ref={personField}
        label={pane.reason.person}
        required
        problem={asked && noPerson ? pane.reason.personMissing : undefined}
        value={by}
        autoComplete="name"
        onChange={setBy}
      />
      <div className={styles.actions}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={busy}>
          {pane.reason.save}
        </Button>
        <Button size="small" onClick={onClose}>
          {pane.reason.cancel}
        </Button>
        {props.text !== "" && (
          <Button
            size="small"
            appearance="subtle"
            disabledFocusable={busy}
            onClick={() => void save({ text: "", by: by.trim() })}
          >
            {pane.reason.takeBack}
          </Button>
        )}
      </div>
    </form>
  );
}
