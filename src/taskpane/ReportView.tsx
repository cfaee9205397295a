import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons/svg/arrow-download";
import { Edit16Filled } from "@fluentui/react-icons/svg/edit";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { comesFrom } from "../app/report-text";
import type { ReportKind } from "../app/save-report";
import type { OpenForm } from "../app/session-state";
import type { TextCommands } from "../app/text-commands";
import type { OpenText } from "../app/text-in-workbook";
import { isBehind, type LivingParagraph } from "../core/narrative/living";
import { pane } from "../messages/pane";
import { textPane as words } from "../messages/text-pane";
import { AuditFileSlot, AuditTextSlot } from "./AuditSlot";
import { ReportParagraph } from "./ReportParagraph";
import { useSurface } from "./surface";
import { TableLink } from "./TextTableLink";
import { TextCompare } from "./TextCompare";
import { TextRemoved } from "./TextRemoved";
import { TextStatus } from "./TextStatus";
import { documentFont } from "./theme";
import { WebPageButtons } from "./WebPageButtons";

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
});

type ReportViewProps = {
  readonly form: OpenForm;
  readonly text: OpenText;
  readonly busy: boolean;
  readonly commands: TextCommands;
  readonly onGoTo: (place: string) => void;
  readonly onExport: (kind: ReportKind) => void;
};

/**
 * 报告: the text as it will be published, the clerk's own words included; every number leads to its cell, what is
 * missing and what has changed stands out.
 */
export function ReportView({ form, text, busy, commands, onGoTo, onExport }: ReportViewProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const [compares, setCompares] = useState(false);
  const { narrative, living } = text;
  const links = { form, onGoTo, onGoToRow: (row: number) => void commands.goToParagraph(row) };
  const missing = narrative.placeholders.length;
  const isUsed = (source: string): boolean => comesFrom(source, form.selected?.sources ?? []);
  const isChosen = ({ row, figures }: LivingParagraph): boolean =>
    form.selected?.row === null
      ? figures.some(({ source }) => isUsed(source))
      : row !== null && row === form.selected?.row;
  const chosen = living.paragraphs.filter(isChosen);
  const paper = useRef<HTMLElement>(null);
  // Brings what is selected in the workbook into sight; the focus stays in the workbook.
  const key = chosen[0]?.key;
  useEffect(() => {
    if (key !== undefined) paper.current?.querySelector("[data-chosen]")?.scrollIntoView({ block: "nearest" });
  }, [key]);

  const shown = (paragraph: LivingParagraph, index: number): ReactElement => (
    <ReportParagraph
      key={`${paragraph.key}-${String(paragraph.row ?? index)}`}
      book={form.book}
      paragraph={paragraph}
      isBehind={text.hasSheet && isBehind(paragraph)}
      isChosen={chosen.includes(paragraph)}
      isUsed={isUsed}
      busy={busy}
      onGoTo={onGoTo}
      onTake={(row, figures) => void commands.takeFigures(row, figures)}
      onEdit={links.onGoToRow}
    />
  );
  const within = (section: string | null): readonly ReactElement[] =>
    living.paragraphs
      .filter((one) => one.section === section && (one.part === "text" || one.part === "subheading"))
      .filter(({ state }) => state !== "removed")
      .map(shown);
  const removed = (section: string | null): readonly LivingParagraph[] =>
    living.paragraphs.filter((one) => one.section === section && one.state === "removed");

  return (
    <div className={surface.view}>
      <div className={styles.top}>
        <Button
          appearance="primary"
          icon={<ArrowDownload20Regular />}
          disabledFocusable={busy}
          onClick={() => {
            onExport("docx");
          }}
        >
          {pane.report.export}
        </Button>
        <WebPageButtons
          form={form}
          text={text}
          busy={busy}
          onSave={() => {
            onExport("html");
          }}
        />
        {missing > 0 && (
          <p className={styles.gaps}>
            <span className={styles.icon}>
              <Edit16Filled />
            </span>
            {pane.report.placeholders(missing)}
          </p>
        )}
        <p className={surface.quiet}>{words.intro}</p>
        <TextStatus
          text={text}
          busy={busy}
          commands={commands}
          selected={form.selected}
          chosen={chosen.length}
          onShowStale={() => {
            paper.current?.querySelector("[data-stale]")?.scrollIntoView({ block: "center" });
          }}
        />
        <Button
          aria-expanded={compares}
          onClick={() => {
            setCompares(!compares);
          }}
        >
          {compares ? words.compare.close : words.compare.open}
        </Button>
      </div>
      {compares && <TextCompare narrative={narrative} />}
      <AuditTextSlot {...links} />
      <article ref={paper} className={styles.paper}>
        <Title text={narrative.title} unit={form.report.unit} />
        {within(null)}
        <TextRemoved paragraphs={removed(null)} busy={busy} onRestore={commands.restoreParagraph} />
        {narrative.sections.map((section) => (
          <section key={section.id}>
            <h3 className={styles.section}>{section.title}</h3>
            {within(section.id)}
            <TextRemoved paragraphs={removed(section.id)} busy={busy} onRestore={commands.restoreParagraph} />
            {form.template.sheets
              .filter(({ sectionId }) => sectionId === section.id)
              .map((sheet) => (
                <TableLink key={sheet.id} template={form.template} sheet={sheet} onGoTo={onGoTo} />
              ))}
          </section>
        ))}
      </article>
      <AuditFileSlot {...links} />
    </div>
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
