import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { cellsOfTable, type FormSheet, type Template } from "../core/model/template";
import { pane } from "../messages/pane";

const useStyles = makeStyles({
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

type TableLinkProps = {
  readonly template: Template;
  readonly sheet: FormSheet;
  readonly onGoTo: (place: string) => void;
};

/** Where a table of the form stands in the report. */
export function TableLink({ template, sheet: { name, tables }, onGoTo }: TableLinkProps): ReactElement {
  const styles = useStyles();
  const table = template.tables.find((candidate) => tables.includes(candidate.id));
  const cell = table === undefined ? undefined : cellsOfTable(table)[0];
  return (
    <div className={styles.table}>
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
}
