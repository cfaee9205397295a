import { Button, makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement, type SyntheticEvent } from "react";
import { firstBadAddress } from "../app/mail";
import { sealSteps, type SealStep } from "../app/seal-open-form";
import type { SealingRequest, SubmitCommands } from "../app/submit-commands";
import { submitPane } from "../messages/submit-pane";
import { TextField } from "./Field";
import { useSurface } from "./surface";
import { usePerson } from "./use-person";

const words = submitPane.form;

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "10px", marginTop: "10px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" },
});

type SubmitFormProps = {
  /** Everything on the checklist is done. */
  readonly ready: boolean;
  readonly busy: boolean;
  readonly recallPerson: () => Promise<string | null>;
  readonly recallRecipients: SubmitCommands["recallRecipients"];
  readonly onSeal: (request: SealingRequest) => Promise<void>;
};

/** 封存并生成邮件: who, to whom, one button; then what is being done, which can be given up. */
export function SubmitForm({ ready, busy, recallPerson, recallRecipients, onSeal }: SubmitFormProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const [by, setBy] = usePerson("", recallPerson);
  const [to, setTo] = useState("");
  const [cc, setCc] = useState("");
  const [asked, setAsked] = useState(false);
  const [step, setStep] = useState<SealStep | null>(null);
  const isCancelled = useRef(false);
  const isTyped = useRef(false);
  const wrong = { to: firstBadAddress(to), cc: firstBadAddress(cc) };
  const noPerson = by.trim() === "";

  useEffect(() => {
    void recallRecipients().then((last) => {
      if (isTyped.current) return;
      setTo(last.to);
      setCc(last.cc);
    });
  }, [recallRecipients]);

  async function seal(): Promise<void> {
    isCancelled.current = false;
    setStep("reading");
    await onSeal({ by: by.trim(), to, cc, onStep: setStep, isCancelled: () => isCancelled.current });
    setStep(null);
  }
  function onSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    setAsked(true);
    if (ready && !busy && !noPerson && wrong.to === undefined && wrong.cc === undefined) void seal();
  }
  const typed = (set: (text: string) => void) => (text: string) => {
    isTyped.current = true;
    set(text);
  };

  return (
    <section className={surface.card}>
      <h2 className={surface.heading}>{words.title}</h2>
      <p className={surface.quiet}>{words.intro}</p>
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        <TextField
          label={words.by}
          required
          problem={asked && noPerson ? words.byMissing : undefined}
          value={by}
          autoComplete="name"
          onChange={setBy}
        />
        <TextField
          label={words.to}
          hint={words.toHint}
          problem={asked && wrong.to !== undefined ? words.addressWrong(wrong.to) : undefined}
          value={to}
          onChange={typed(setTo)}
        />
        <TextField
          label={words.cc}
          problem={asked && wrong.cc !== undefined ? words.addressWrong(wrong.cc) : undefined}
          value={cc}
          onChange={typed(setCc)}
        />
        <div className={styles.actions}>
          <Button type="submit" appearance="primary" disabledFocusable={!ready || busy}>
            {words.action}
          </Button>
          {step !== null && (
            <Button
              onClick={() => {
                isCancelled.current = true;
              }}
            >
              {words.cancel}
            </Button>
          )}
        </div>
        {!ready && <p className={surface.quiet}>{words.first}</p>}
        <div role="status">
          {step !== null && (
            <p className={surface.quiet} data-step={step}>
              {words.step(sealSteps.indexOf(step) + 1, sealSteps.length, words.steps[step])}
            </p>
          )}
        </div>
      </form>
    </section>
  );
}
