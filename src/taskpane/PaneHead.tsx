import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { pane } from "../messages/pane";
import type { PaneVerdict } from "./verdict";
import { VerdictChip } from "./VerdictChip";

const useStyles = makeStyles({
  root: {
    // The upper right corner belongs to Office: 34×32 px for its menu.
    padding: "10px 46px 0 16px",
  },
  unit: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: "12px",
    rowGap: "6px",
    marginTop: "4px",
    // The corner is only as high as the first line.
    marginRight: "-30px",
  },
  form: { color: tokens.colorNeutralForeground2, marginRight: "auto", minHeight: "20px" },
});

type PaneHeadProps = {
  /** What the report is, and how it stands; null before there is one. */
  readonly report: {
    readonly unit: string;
    readonly year: number;
    readonly form: string;
    readonly verdict: PaneVerdict;
  } | null;
  /** Whether it is known that the workbook has no form. */
  readonly isEmpty: boolean;
};

/** Whose report it is, for which year, in which form, and the verdict. */
export function PaneHead({ report, isEmpty }: PaneHeadProps): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <h1 className={styles.unit}>{report === null ? pane.head.noForm : report.unit}</h1>
      <div className={styles.line}>
        {report === null ? (
          <span className={styles.form}>{isEmpty && pane.head.noFormYet}</span>
        ) : (
          <>
            <span className={styles.form} title={report.form}>
              {pane.head.year(report.year)} · {shortForm(report.form)}
            </span>
            <VerdictChip verdict={report.verdict} />
          </>
        )}
      </div>
    </div>
  );
}

/** What of a form's title tells it apart: 2019年格式 of …（2019年格式，试行）, the name alone where brackets hold years. */
function shortForm(title: string): string {
  return /（([^（），]*格式)[^（）]*）$/u.exec(title)?.[1] ?? title.replace(/（[^（）]*）$/u, "");
}
