import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle20Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircle20Filled } from "@fluentui/react-icons/svg/error-circle";
import { useState, type ReactElement, type ReactNode } from "react";
import type { TextAudit } from "../app/audit-pane";
import { auditPane } from "../messages/audit";
import { AuditClaimCard, AuditFindingCard, type AuditLinks } from "./AuditCards";
import { Disclosure } from "./Disclosure";
import { useSurface } from "./surface";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "10px" },
  sum: { display: "flex", alignItems: "center", gap: "8px", margin: 0, lineHeight: "20px" },
  icon: { display: "flex", flex: "none", color: tokens.colorStatusSuccessForeground1 },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "8px" },
  meaning: { marginBottom: "8px" },
});

/** Cards shown at once; a city's report has hundreds of numbers. */
const shownAtFirst = 20;

type AuditResultProps = AuditLinks & {
  readonly audit: TextAudit;
  /** Somebody waits for it: it is read out. What only follows the typing is not. */
  readonly isAnswer?: boolean;
};

/** An audited text: 不一致 first, then what the form demands of a text; 无法判断 is folded away. */
export function AuditResult({ audit, isAnswer = false, ...links }: AuditResultProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const { agreeing, wrong, open, findings } = audit;
  return (
    <div className={styles.root}>
      <p className={styles.sum} role={isAnswer ? "status" : undefined}>
        <span className={mergeClasses(styles.icon, wrong.length > 0 && styles.wrong)}>
          {wrong.length > 0 ? <ErrorCircle20Filled /> : <CheckmarkCircle20Regular />}
        </span>
        {wrong.length > 0 ? auditPane.wrong(wrong.length, agreeing) : auditPane.agreeing(agreeing)}
      </p>
      <Cards>
        {wrong.map((claim) => (
          <AuditClaimCard key={`${String(claim.offset)} ${claim.text}`} claim={claim} {...links} />
        ))}
      </Cards>
      {findings.length > 0 && (
        <>
          <h3 className={surface.heading}>{auditPane.rules}</h3>
          <Cards>
            {findings.map((finding) => (
              <AuditFindingCard
                key={`${finding.rule} ${String(finding.offset)} ${finding.message}`}
                finding={finding}
                onGoToRow={links.onGoToRow}
              />
            ))}
          </Cards>
        </>
      )}
      {open.length > 0 && (
        <Disclosure title={auditPane.open} note={auditPane.openCount(open.length)} level={3}>
          <p className={mergeClasses(surface.quiet, styles.meaning)}>{auditPane.openMeaning}</p>
          <Cards>
            {open.map((claim) => (
              <AuditClaimCard key={`${String(claim.offset)} ${claim.text}`} claim={claim} {...links} />
            ))}
          </Cards>
        </Disclosure>
      )}
    </div>
  );
}

function Cards({ children }: { readonly children: readonly ReactNode[] }): ReactElement | null {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const rest = all ? 0 : children.length - shownAtFirst;
  if (children.length === 0) return null;
  return (
    <>
      <ul className={styles.list}>{rest > 0 ? children.slice(0, shownAtFirst) : children}</ul>
      {rest > 0 && (
        <Button
          size="small"
          onClick={() => {
            setAll(true);
          }}
        >
          {auditPane.more(rest)}
        </Button>
      )}
    </>
  );
}
