import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import { useRef, useState, type ReactElement, type SyntheticEvent } from "react";
import type { TaskFile } from "../app/own-rules";
import { cellsOf, type Template } from "../core/model/template";
import { pane } from "../messages/pane";
import { ChoiceField, TextField, TickField } from "./Field";
import { useSurface } from "./surface";

const useStyles = makeStyles({
  fields: { display: "flex", flexDirection: "column", gap: "14px", marginTop: "14px" },
  title: { fontSize: "16px", lineHeight: "22px" },
  gap: { marginTop: "6px" },
  form: { display: "flex", flexDirection: "column" },
});

/** The first year of which reports on government information were published. */
const firstYear = 2008;

export type InsertRequest = {
  readonly template: string;
  /** A regional variant; absent for the form as it was issued. */
  readonly variant?: string;
  readonly unit: string;
  readonly year: number;
  /** Absent where totals are typed. */
  readonly totals?: "formula";
};

type InsertFormProps = {
  /** Of the superior office: what it says is offered. */
  readonly task?: TaskFile | null;
  /** The present calendar year; the report is about the one before. */
  readonly thisYear: number;
  readonly formsForYear: (year: number) => readonly Template[];
  readonly disabled: boolean;
  readonly onInsert: (request: InsertRequest) => void;
};

/** The one card of an empty workbook: year, unit, and the form where a year has several. */
export function InsertForm({ task = null, thisYear, formsForYear, disabled, onInsert }: InsertFormProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const years = Array.from({ length: thisYear - firstYear + 1 }, (_, back) => thisYear - back).filter(
    (year) => formsForYear(year).length > 0,
  );
  const [year, setYear] = useState(firstChoice(years, [task?.year, thisYear - 1], thisYear));
  const [unit, setUnit] = useState("");
  const [choice, setChoice] = useState(task?.template ?? "");
  const [variant, setVariant] = useState(task?.variant ?? "");
  const [sums, setSums] = useState(false);
  const [asked, setAsked] = useState(false);
  const unitField = useRef<HTMLInputElement>(null);

  const forms = formsForYear(year);
  const template = forms.length === 1 ? forms[0] : forms.find(({ id }) => id === choice);
  const variants = (template?.variants ?? []).filter(({ years }) => years.includes(year));
  const name = unit.trim();
  const unitProblem = asked && name === "" ? pane.insert.unitMissing : undefined;
  const formProblem = asked && template === undefined ? pane.insert.formMissing : undefined;

  function onSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    setAsked(true);
    if (name === "") unitField.current?.focus();
    else if (!disabled && template !== undefined)
      onInsert({
        template: template.id,
        ...(variant !== "" && { variant }),
        unit: name,
        year,
        ...(sums && { totals: "formula" }),
      });
  }

  return (
    <section className={surface.card}>
      <h2 className={mergeClasses(surface.heading, styles.title)}>{pane.insert.title}</h2>
      <p className={mergeClasses(surface.quiet, styles.gap)}>{pane.insert.intro}</p>
      <form className={styles.fields} onSubmit={onSubmit} noValidate>
        <ChoiceField
          label={pane.insert.year}
          value={String(year)}
          onChange={(value) => {
            setYear(Number(value));
            setChoice("");
            setVariant("");
          }}
        >
          {years.map((option) => (
            <option key={option} value={option}>
              {pane.insert.yearOption(option)}
            </option>
          ))}
        </ChoiceField>
        <TextField
          ref={unitField}
          label={pane.insert.unit}
          hint={pane.insert.unitHint}
          required
          problem={unitProblem}
          value={unit}
          autoComplete="organization"
          onChange={setUnit}
        />
        {task !== null && task.units.length > 0 && (
          <ChoiceField
            label={pane.insert.units}
            value={task.units.some((listed) => listed.name === name) ? name : ""}
            onChange={setUnit}
          >
            <option value="">{pane.insert.notListed}</option>
            {task.units.map((listed) => (
              <option key={listed.name} value={listed.name}>
                {listed.name}
              </option>
            ))}
          </ChoiceField>
        )}
        {forms.length > 1 && (
          <ChoiceField
            label={pane.insert.form}
            hint={pane.insert.formChoice}
            required
            problem={formProblem}
            value={choice}
            onChange={(value) => {
              setChoice(value);
              setVariant("");
            }}
          >
            <option value="" />
            {forms.map(({ id, title, verified }) => (
              <option key={id} value={id}>
                {pane.insert.formOption(title, verified)}
              </option>
            ))}
          </ChoiceField>
        )}
        {variants.length > 0 && (
          <ChoiceField
            label={pane.insert.variant}
            hint={variants.find(({ id }) => id === variant)?.note}
            value={variant}
            onChange={setVariant}
          >
            <option value="">{pane.insert.issuedForm}</option>
            {variants.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </ChoiceField>
        )}
        {template !== undefined && <ChosenForm template={template} named={forms.length === 1} />}
        {template !== undefined && cellsOf(template).length > 0 && (
          <div>
            <TickField label={pane.insert.sums} problem={undefined} value={sums} onChange={setSums} />
            {sums && <p className={surface.quiet}>{pane.insert.sumsPrice}</p>}
          </div>
        )}
        <Button type="submit" appearance="primary" disabledFocusable={disabled}>
          {pane.insert.action}
        </Button>
      </form>
    </section>
  );
}

/** The first of the wished-for years that has a form. */
function firstChoice(
  years: readonly number[],
  wished: readonly (number | null | undefined)[],
  otherwise: number,
): number {
  return wished.find((year) => typeof year === "number" && years.includes(year)) ?? years[0] ?? otherwise;
}

type ChosenFormProps = {
  readonly template: Template;
  /** Whether the title is said here, because nothing was to be chosen. */
  readonly named: boolean;
};

function ChosenForm({ template, named }: ChosenFormProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  return (
    <div className={styles.form}>
      {named && <p className={surface.text}>{template.title}</p>}
      <p className={surface.quiet}>{pane.insert.source(template.source.doc)}</p>
      {!template.verified && <p className={surface.text}>{pane.insert.unverified}</p>}
    </div>
  );
}
