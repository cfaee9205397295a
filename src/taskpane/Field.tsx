import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import { ErrorCircle16Filled } from "@fluentui/react-icons/svg/error-circle";
import { useId, type ReactElement, type ReactNode, type Ref } from "react";

// The browser's own controls in the looks of Fluent: Fluent's cost ten kilobytes of the first screen and add nothing
// that a form of three fields needs.
const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "3px" },
  required: { color: tokens.colorPaletteRedForeground3 },
  control: {
    boxSizing: "border-box",
    // The browser's own width of a field would not shrink below some 170 px.
    width: "100%",
    minWidth: 0,
    minHeight: "32px",
    padding: "5px 10px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    lineHeight: "20px",
    ":hover": {
      borderTopColor: tokens.colorNeutralStroke1Hover,
      borderRightColor: tokens.colorNeutralStroke1Hover,
      borderLeftColor: tokens.colorNeutralStroke1Hover,
    },
    ":focus": { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: "-1px" },
  },
  tickLine: { display: "flex", gap: "8px", alignItems: "flex-start", lineHeight: "20px", cursor: "pointer" },
  tick: {
    flex: "none",
    width: "16px",
    height: "16px",
    margin: "2px 0",
    accentColor: tokens.colorCompoundBrandBackground,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  area: { resize: "vertical" },
  choice: { appearance: "none", paddingRight: "32px", textOverflow: "ellipsis" },
  choicePlace: { position: "relative", display: "flex" },
  arrow: {
    position: "absolute",
    right: "10px",
    top: "8px",
    display: "flex",
    transform: "rotate(90deg)",
    color: tokens.colorNeutralForeground3,
    pointerEvents: "none",
  },
  wrong: { borderBottomColor: tokens.colorStatusDangerBorderActive },
  problem: {
    display: "flex",
    gap: "4px",
    margin: 0,
    color: tokens.colorStatusDangerForeground1,
    lineHeight: "20px",
  },
  icon: { display: "flex", flex: "none", paddingTop: "2px" },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, lineHeight: "20px" },
});

type FieldTexts = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean;
  /** What is wrong with what stands there, in one sentence. */
  readonly problem?: string | undefined;
};

type Entered<Element> = FieldTexts & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<Element>;
};

/** A line of text. */
export function TextField(props: Entered<HTMLInputElement> & { readonly autoComplete?: string }): ReactElement {
  const { value, onChange, ref, autoComplete } = props;
  return (
    <Frame {...props}>
      {(control) => (
        <input
          {...control}
          ref={ref}
          value={value}
          autoComplete={autoComplete}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      )}
    </Frame>
  );
}

/** One of several; the options are the children. */
export function ChoiceField(props: Entered<HTMLSelectElement> & { readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  const { value, onChange, ref, children } = props;
  return (
    <Frame {...props}>
      {(control) => (
        <span className={styles.choicePlace}>
          <select
            {...control}
            className={mergeClasses(control.className, styles.choice)}
            ref={ref}
            value={value}
            onChange={(event) => {
              onChange(event.target.value);
            }}
          >
            {children}
          </select>
          <span className={styles.arrow}>
            <ChevronRight16Regular />
          </span>
        </span>
      )}
    </Frame>
  );
}

/** Several lines of text. */
export function TextAreaField(props: Entered<HTMLTextAreaElement> & { readonly rows: number }): ReactElement {
  const styles = useStyles();
  const { value, onChange, ref, rows } = props;
  return (
    <Frame {...props}>
      {(control) => (
        <textarea
          {...control}
          className={mergeClasses(control.className, styles.area)}
          ref={ref}
          value={value}
          rows={rows}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      )}
    </Frame>
  );
}

type TickFieldProps = {
  readonly label: string;
  readonly problem: string | undefined;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
};

/** Something said or not said, with its words behind the box. */
export function TickField({ label, problem, value, onChange }: TickFieldProps): ReactElement {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.root}>
      <label className={styles.tickLine}>
        <input
          type="checkbox"
          className={styles.tick}
          checked={value}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          onChange={(event) => {
            onChange(event.target.checked);
          }}
        />
        {label}
      </label>
      <Problem id={`${id}-problem`} text={problem} />
    </div>
  );
}

type Control = {
  readonly id: string;
  readonly className: string;
  readonly required: boolean;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string | undefined;
};

type FrameProps = FieldTexts & { readonly children: (control: Control) => ReactElement };

/** Label above, problem and hint below, tied to the control for screen readers. */
function Frame({ label, hint = "", required = false, problem, children }: FrameProps): ReactElement {
  const styles = useStyles();
  const id = useId();
  const isWrong = problem !== undefined;
  const described = [isWrong ? `${id}-problem` : "", hint === "" ? "" : `${id}-hint`].filter((part) => part !== "");
  const control: Control = {
    id,
    className: mergeClasses(styles.control, isWrong && styles.wrong),
    required,
    "aria-invalid": isWrong,
    "aria-describedby": described.length === 0 ? undefined : described.join(" "),
  };
  return (
    <div className={styles.root}>
      <label htmlFor={id}>
        {label}
        {required && (
          <span className={styles.required} aria-hidden="true">
            {" *"}
          </span>
        )}
      </label>
      {children(control)}
      <Problem id={`${id}-problem`} text={problem} />
      {hint !== "" && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

function Problem({ id, text }: { readonly id: string; readonly text: string | undefined }): ReactElement | null {
  const styles = useStyles();
  if (text === undefined) return null;
  return (
    <p id={id} role="alert" className={styles.problem}>
      <span className={styles.icon}>
        <ErrorCircle16Filled />
      </span>
      {text}
    </p>
  );
}
