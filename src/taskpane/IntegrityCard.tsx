import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Integrity } from "../app/inspect-open-form";
import { integrity as words } from "../messages/integrity";
import { useSurface } from "./surface";

const useStyles = makeStyles({
  root: { borderLeft: `4px solid ${tokens.colorStatusWarningBorderActive}`, paddingLeft: "14px" },
  list: { margin: "4px 0 0", paddingLeft: "20px", lineHeight: "22px", overflowWrap: "anywhere" },
  button: { marginTop: "10px" },
  gap: { marginTop: "6px" },
});

/** More places than this are counted, not listed. */
const listed = 6;

type IntegrityCardProps = {
  readonly integrity: Integrity;
  readonly busy: boolean;
  readonly onRepair: () => void;
};

/** What was done to the form itself, by place, and 修复表式 where that helps. */
export function IntegrityCard({ integrity, busy, onRepair }: IntegrityCardProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const { faults, lost, cells, anchors } = integrity;
  const all = [...lost, ...faults];
  return (
    <section className={mergeClasses(surface.card, styles.root)} data-integrity>
      <h2 className={surface.heading}>{faults.length > 0 ? words.card.title(faults.length) : words.card.lost}</h2>
      <ul className={styles.list}>
        {all.slice(0, listed).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {all.length > listed && <p className={surface.quiet}>{words.card.more(all.length - listed)}</p>}
      {cells.length + anchors.length > 0 && (
        <>
          <p className={mergeClasses(surface.quiet, styles.gap)}>{words.card.keeps}</p>
          <Button className={styles.button} appearance="primary" disabledFocusable={busy} onClick={onRepair}>
            {words.card.mend}
          </Button>
        </>
      )}
    </section>
  );
}
