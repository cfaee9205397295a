import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Edit16Filled } from "@fluentui/react-icons/svg/edit";
import type { HTMLAttributes, ReactElement } from "react";
import type { LivingParagraph } from "../core/narrative/living";
import type { LivingFigure } from "../core/narrative/living-figures";
import { diffTexts } from "../core/narrative/text-diff";
import type { RuleBook } from "../core/rules/expand";
import { pane } from "../messages/pane";
import { textPane as words } from "../messages/text-pane";
import { paragraphParts, type ParagraphPart } from "./paragraph-parts";
import { sourcePlace } from "./source-cell";
import { DiffText, useMarks } from "./TextMarks";
import { TextTags } from "./TextTags";

const useStyles = makeStyles({
  block: { position: "relative", margin: "0 -10px", padding: "0 10px", borderRadius: tokens.borderRadiusMedium },
  marked: { borderLeft: `3px solid ${tokens.colorBrandStroke1}`, paddingLeft: "7px", margin: "6px -10px" },
  stale: { borderLeftColor: tokens.colorStatusWarningBorderActive },
  chosen: { outline: `2px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorNeutralBackground2 },
  root: { margin: 0, textIndent: "2em", textAlign: "justify", whiteSpace: "pre-line" },
  heading: { fontWeight: tokens.fontWeightSemibold },
  title: { textIndent: 0, textAlign: "center" },
  number: {
    whiteSpace: "nowrap",
    textDecorationLine: "underline",
    textDecorationStyle: "dotted",
    textDecorationThickness: "1px",
    textDecorationColor: tokens.colorBrandForeground1,
    textUnderlineOffset: "4px",
    cursor: "pointer",
    ":hover": { color: tokens.colorBrandForegroundLinkHover, textDecorationStyle: "solid" },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "1px",
      borderRadius: tokens.borderRadiusSmall,
    },
  },
  used: { backgroundColor: tokens.colorBrandBackground2, fontWeight: tokens.fontWeightBold },
  take: {
    margin: "0 2px 0 4px",
    padding: "1px 6px",
    whiteSpace: "nowrap",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  placeholder: {
    padding: "0 3px",
    boxDecorationBreak: "clone",
    border: `1px dashed ${tokens.colorStatusWarningBorderActive}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { display: "inline-block", verticalAlign: "-2px", marginRight: "2px", textIndent: 0 },
  note: {
    margin: "4px 0 0",
    padding: "6px 8px",
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: "22px",
    "& summary": { cursor: "pointer" },
  },
});

export type ParagraphActions = {
  readonly onGoTo: (place: string) => void;
  readonly onTake: (row: number, figures: readonly number[]) => void;
  readonly onEdit: (row: number) => void;
};

type ReportParagraphProps = ParagraphActions & {
  readonly book: RuleBook;
  readonly paragraph: LivingParagraph;
  /** The sheet shows it otherwise: how it will change is shown. */
  readonly isBehind: boolean;
  /** It is what is selected in the workbook. */
  readonly isChosen: boolean;
  /** Whether a figure with this source comes from the selected cells. */
  readonly isUsed: (source: string) => boolean;
  readonly busy: boolean;
};

/**
 * A paragraph of the report, with its numbers as quiet links to the cells and facts they come from, and with what has
 * become of it.
 */
export function ReportParagraph(props: ReportParagraphProps): ReactElement {
  const { paragraph, isBehind, isChosen, busy, onTake, onEdit } = props;
  const styles = useStyles();
  const { part, state, text, shown, row, figures, generated, isReworded } = paragraph;
  const stale = figures.flatMap((figure, index) => (figure.state === "stale" ? [index] : []));
  const isMarked = isBehind || state === "edited" || state === "added";
  return (
    <div
      data-state={state}
      data-chosen={isChosen ? "" : undefined}
      data-stale={stale.length > 0 ? "" : undefined}
      className={mergeClasses(
        styles.block,
        isMarked && styles.marked,
        stale.length > 0 && styles.stale,
        isChosen && styles.chosen,
      )}
    >
      {isMarked && (
        <TextTags
          state={state}
          isBehind={isBehind}
          stale={stale.length}
          busy={busy}
          onTakeAll={
            stale.length < 2 || row === null
              ? undefined
              : () => {
                  onTake(row, stale);
                }
          }
          onEdit={
            row === null
              ? undefined
              : () => {
                  onEdit(row);
                }
          }
        />
      )}
      <p
        className={mergeClasses(styles.root, part === "subheading" && styles.heading, part === "title" && styles.title)}
      >
        {isBehind && shown !== null && shown !== text ? (
          <DiffText pieces={diffTexts(shown, text)} />
        ) : isBehind && state === "gone" ? (
          <DiffText pieces={[{ kind: "old", text }]} />
        ) : (
          <Parts {...props} />
        )}
      </p>
      {state === "edited" && isReworded && generated !== null && (
        <details className={styles.note}>
          <summary>{words.reworded}</summary>
          {generated.text}
        </details>
      )}
    </div>
  );
}

function Parts(props: ReportParagraphProps): ReactElement {
  const { text, figures } = props.paragraph;
  const parts = paragraphParts({ text, claims: figures });
  return (
    <>
      {parts.map((part, index) => {
        // The figures are the numbers among the parts, in their order.
        const number = parts.slice(0, index).filter(({ kind }) => kind === "number").length;
        return <Part key={index} {...props} part={part} figure={figures[number]} index={number} />;
      })}
    </>
  );
}

type PartProps = ReportParagraphProps & {
  readonly part: ParagraphPart;
  readonly figure: LivingFigure | undefined;
  readonly index: number;
};

function Part({ part, figure, index, book, paragraph, busy, isUsed, onGoTo, onTake }: PartProps): ReactElement {
  const styles = useStyles();
  const marks = useMarks();
  if (part.kind === "words") return <>{part.text}</>;
  if (part.kind === "placeholder")
    return (
      <mark className={styles.placeholder}>
        <span className={styles.icon}>
          <Edit16Filled />
        </span>
        {part.text}
      </mark>
    );
  const source = sourcePlace(book, part.source);
  const link =
    source === undefined ? (
      <>{part.text}</>
    ) : (
      // Not a <button>: that is an image-like box to the line breaker, and a comma may then begin a line.
      <span
        role="button"
        tabIndex={0}
        className={mergeClasses(styles.number, isUsed(part.source) && styles.used)}
        title={source.name}
        aria-label={pane.report.source(part.text, source.name)}
        {...whenPressed(() => {
          onGoTo(source.place);
        })}
      >
        {part.text}
      </span>
    );
  const now = figure?.now?.text;
  const { row } = paragraph;
  if (now === undefined || row === null) return link;
  return (
    <>
      <del className={marks.old}>{link}</del>
      <span
        role="button"
        tabIndex={0}
        className={styles.take}
        aria-disabled={busy}
        aria-label={words.takeOne(part.text, now)}
        {...whenPressed(() => {
          if (!busy) onTake(row, [index]);
        })}
      >
        {words.take(now)}
      </span>
    </>
  );
}

type Pressed = Pick<HTMLAttributes<HTMLElement>, "onClick" | "onKeyDown">;

/** What a button does by mouse and keyboard. */
function whenPressed(act: () => void): Pressed {
  return {
    onClick: act,
    onKeyDown: (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      act();
    },
  };
}
