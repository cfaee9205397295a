import { makeStyles } from "@fluentui/react-components";
import { useDeferredValue, useMemo, type ReactElement } from "react";
import { auditReportText } from "../app/audit-pane";
import type { ReportText } from "../app/report-text";
import type { Report } from "../core/model/report";
import { auditPane } from "../messages/audit";
import type { AuditLinks } from "./AuditCards";
import { AuditResult } from "./AuditResult";
import { useSurface } from "./surface";

const useStyles = makeStyles({ root: { display: "flex", flexDirection: "column", gap: "8px" } });

type AuditTextProps = AuditLinks & {
  readonly report: Report;
  /** Last year's figures, where they are known. */
  readonly prior: Report | undefined;
  /** What the report says, the sheet 年报正文 included. */
  readonly text: ReportText;
};

/** The report text against the tables, while figures and text change. */
export function AuditText({ report, prior, text, ...links }: AuditTextProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const { template } = links.book;
  // Typing comes first: the audit follows when there is time.
  const said = useDeferredValue(text);
  const figures = useDeferredValue(report);
  const audit = useMemo(
    () => auditReportText({ template, report: figures, prior }, said),
    [template, figures, prior, said],
  );
  return (
    <section className={styles.root} aria-label={auditPane.title}>
      <h2 className={surface.heading}>{auditPane.title}</h2>
      <AuditResult audit={audit} {...links} />
    </section>
  );
}
