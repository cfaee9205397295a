import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { CircleHalfFill16Regular } from "@fluentui/react-icons/svg/circle-half-fill";
import { ErrorCircle16Filled } from "@fluentui/react-icons/svg/error-circle";
import { Edit16Filled } from "@fluentui/react-icons/svg/edit";
import type { ReactElement } from "react";
import { pane } from "../messages/pane";
import type { PaneVerdict } from "./verdict";

const useStyles = makeStyles({
  root: {
    display: "inline-flex",
    alignItems: "center",
    gap: "6px",
    padding: "3px 10px 3px 8px",
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: "20px",
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
  },
  icon: { display: "flex" },
  pass: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    borderTopColor: "transparent",
    borderRightColor: "transparent",
    borderBottomColor: "transparent",
    borderLeftColor: "transparent",
  },
  explain: { color: tokens.colorStatusWarningForeground3, backgroundColor: tokens.colorStatusWarningBackground1 },
  fail: { color: tokens.colorStatusDangerForeground1, backgroundColor: tokens.colorStatusDangerBackground1 },
  text: { color: tokens.colorStatusWarningForeground3, backgroundColor: tokens.colorStatusWarningBackground1 },
  stale: { color: tokens.colorStatusWarningForeground3, backgroundColor: tokens.colorStatusWarningBackground1 },
  incomplete: { color: tokens.colorNeutralForeground2, backgroundColor: tokens.colorNeutralBackground1 },
});

const icons: Readonly<Record<PaneVerdict["kind"], ReactElement>> = {
  pass: <CheckmarkCircle16Filled />,
  explain: <Edit16Filled />,
  text: <Edit16Filled />,
  stale: <Edit16Filled />,
  fail: <ErrorCircle16Filled />,
  incomplete: <CircleHalfFill16Regular />,
};

type VerdictChipProps = { readonly verdict: PaneVerdict };

/** The one verdict on the report, as icon and words. */
export function VerdictChip({ verdict }: VerdictChipProps): ReactElement {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.root, styles[verdict.kind])} data-verdict={verdict.kind}>
      <span className={styles.icon}>{icons[verdict.kind]}</span>
      {verdictText(verdict)}
    </span>
  );
}

function verdictText(verdict: PaneVerdict): string {
  switch (verdict.kind) {
    case "pass":
      return pane.verdict.pass;
    case "explain":
      return pane.verdict.explain(verdict.open);
    case "text":
      return pane.verdict.text(verdict.missing);
    case "stale":
      return pane.verdict.stale(verdict.figures);
    case "fail":
      return pane.verdict.fail(verdict.errors);
    case "incomplete":
      return pane.verdict.incomplete(verdict.percent);
  }
}
