import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle32Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import type { ReactElement } from "react";
import { pane } from "../messages/pane";
import { useSurface } from "./surface";

const useStyles = makeStyles({
  root: { display: "flex", gap: "12px", alignItems: "flex-start" },
  icon: { display: "flex", flex: "none", color: tokens.colorBrandForeground1 },
  title: { fontSize: tokens.fontSizeBase400, lineHeight: "24px" },
  gap: { marginTop: "4px" },
});

type AllClearProps = {
  /** Cells that are still blank. */
  readonly blank: number;
  /** Places of the text that are not written yet. */
  readonly unwritten: number;
  /** Rules and balances that hold. */
  readonly rules: number;
  readonly balances: number;
};

/** Nothing is open: said calmly, with what was checked. */
export function AllClear({ blank, unwritten, rules, balances }: AllClearProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  return (
    <section className={mergeClasses(surface.card, styles.root)}>
      <span className={styles.icon}>
        <CheckmarkCircle32Regular />
      </span>
      <div>
        <h2 className={mergeClasses(surface.heading, styles.title)}>
          {blank === 0 ? pane.check.clear : pane.check.clearSoFar}
        </h2>
        <p className={mergeClasses(surface.text, styles.gap)}>{pane.check.checked(rules, balances)}</p>
        {blank === 0 && unwritten > 0 && <p className={surface.quiet}>{pane.check.textLeft(unwritten)}</p>}
        {blank > 0 && <p className={surface.quiet}>{pane.check.blanksLeft(blank)}</p>}
      </div>
    </section>
  );
}
