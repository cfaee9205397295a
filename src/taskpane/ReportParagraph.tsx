import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Edit16Filled } from "@fluentui/react-icons/svg/edit";
import type { ReactElement } from "react";
import type { Paragraph } from "../core/narrative/narrative";
import type { RuleBook } from "../core/rules/expand";
import { pane } from "../messages/pane";
import { paragraphParts, type ParagraphPart } from "./paragraph-parts";
import { sourcePlace } from "./source-cell";

const useStyles = makeStyles({
  root: { margin: 0, textIndent: "2em", textAlign: "justify" },
  heading: { fontWeight: tokens.fontWeightSemibold },
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
});

type ReportParagraphProps = {
  readonly book: RuleBook;
  readonly paragraph: Paragraph;
  readonly onGoTo: (place: string) => void;
};

/** A paragraph of the report, with its numbers as quiet links to the cells and facts they come from. */
export function ReportParagraph({ book, paragraph, onGoTo }: ReportParagraphProps): ReactElement {
  const styles = useStyles();
  return (
    <p className={mergeClasses(styles.root, paragraph.kind === "heading" && styles.heading)}>
      {paragraphParts(paragraph).map((part, index) => (
        <Part key={index} book={book} part={part} onGoTo={onGoTo} />
      ))}
    </p>
  );
}

type PartProps = {
  readonly book: RuleBook;
  readonly part: ParagraphPart;
  readonly onGoTo: (place: string) => void;
};

function Part({ book, part, onGoTo }: PartProps): ReactElement {
  const styles = useStyles();
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
  if (source === undefined) return <>{part.text}</>;
  const { place, name } = source;
  return (
    // Not a <button>: that is an image-like box to the line breaker, and a comma may then begin a line.
    <span
      role="button"
      tabIndex={0}
      className={styles.number}
      title={name}
      aria-label={pane.report.source(part.text, name)}
      onClick={() => {
        onGoTo(place);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onGoTo(place);
      }}
    >
      {part.text}
    </span>
  );
}
