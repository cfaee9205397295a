import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons/svg/arrow-download";
import { Edit16Filled } from "@fluentui/react-icons/svg/edit";
import type { ReactElement } from "react";
import type { OpenForm } from "../app/session-state";
import { cellsOfTable } from "../core/model/template";
import type { Narrative, Paragraph } from "../core/narrative/narrative";
import type { RuleBook } from "../core/rules/expand";
import { pane } from "../messages/pane";
import { ReportParagraph } from "./ReportParagraph";
import { useSurface } from "./surface";
import { documentFont } from "./theme";

const useStyles = makeStyles({
  top: { display: "flex", flexDirection: "column", gap: "10px", alignItems: "flex-start" },
  gaps: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    margin: 0,
    color: tokens.colorStatusWarningForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { display: "flex", flex: "none" },
  paper: {
    padding: "24px 18px 28px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    fontFamily: documentFont,
    fontSize: "16px",
    lineHeight: "28px",
    overflowWrap: "anywhere",
  },
  title: {
    margin: "0 0 18px",
    textAlign: "center",
    fontFamily: tokens.fontFamilyBase,
    fontSize: "18px",
    lineHeight: "28px",
    fontWeight: tokens.fontWeightSemibold,
  },
  line: { display: "block", textWrap: "balance" },
  section: {
    margin: "18px 0 4px",
    fontFamily: tokens.fontFamilyBase,
    fontSize: "15px",
    lineHeight: "24px",
    fontWeight: tokens.fontWeightSemibold,
  },
  table: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "2px 8px",
    marginTop: "8px",
    padding: "8px 10px",
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: "20px",
    color: tokens.colorNeutralForeground2,
  },
  see: { minWidth: 0 },
});

type ReportViewProps = {
  readonly form: OpenForm;
  readonly narrative: Narrative;
  readonly busy: boolean;
  readonly onGoTo: (place: string) => void;
  readonly onExport: () => void;
};

/** 报告: the text as it will be published; every number leads to its cell, what is missing stands out. */
export function ReportView({ form, narrative, busy, onGoTo, onExport }: ReportViewProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const { template, book } = form;
  const missing = narrative.placeholders.length;
  return (
    <div className={surface.view}>
      <div className={styles.top}>
        <Button appearance="primary" icon={<ArrowDownload20Regular />} disabledFocusable={busy} onClick={onExport}>
          {pane.report.export}
        </Button>
        {missing > 0 && (
          <p className={styles.gaps}>
            <span className={styles.icon}>
              <Edit16Filled />
            </span>
            {pane.report.placeholders(missing)}
          </p>
        )}
        <p className={surface.quiet}>{pane.report.intro}</p>
      </div>
      <article className={styles.paper}>
        <Title text={narrative.title} unit={form.report.unit} />
        <Paragraphs book={book} paragraphs={narrative.preamble} onGoTo={onGoTo} />
        {narrative.sections.map((section) => (
          <section key={section.id}>
            <h3 className={styles.section}>{section.title}</h3>
            <Paragraphs book={book} paragraphs={section.paragraphs} onGoTo={onGoTo} />
            {template.sheets
              .filter(({ sectionId }) => sectionId === section.id)
              .map(({ id, name, tables }) => {
                const table = template.tables.find((candidate) => tables.includes(candidate.id));
                const cell = table === undefined ? undefined : cellsOfTable(table)[0];
                return (
                  <div key={id} className={styles.table}>
                    <span>{pane.report.table(name)}</span>
                    {cell !== undefined && (
                      <Button
                        size="small"
                        appearance="subtle"
                        className={styles.see}
                        aria-label={pane.report.goToTable(name)}
                        onClick={() => {
                          onGoTo(cell);
                        }}
                      >
                        {pane.report.seeTable}
                      </Button>
                    )}
                  </div>
                );
              })}
          </section>
        ))}
      </article>
    </div>
  );
}

type ParagraphsProps = {
  readonly book: RuleBook;
  readonly paragraphs: readonly Paragraph[];
  readonly onGoTo: (place: string) => void;
};

function Paragraphs({ book, paragraphs, onGoTo }: ParagraphsProps): ReactElement {
  return (
    <>
      {paragraphs.map((paragraph, index) => (
        // Several paragraphs may come from one rule; they never change places.
        <ReportParagraph key={index} book={book} paragraph={paragraph} onGoTo={onGoTo} />
      ))}
    </>
  );
}

/** As offices set it: the unit on a line of its own. */
function Title({ text, unit }: { readonly text: string; readonly unit: string }): ReactElement {
  const styles = useStyles();
  const lines = text.startsWith(unit) && text !== unit ? [unit, text.slice(unit.length)] : [text];
  return (
    <h2 className={styles.title}>
      {lines.map((line) => (
        <span key={line} className={styles.line}>
          {line}
        </span>
      ))}
    </h2>
  );
}
