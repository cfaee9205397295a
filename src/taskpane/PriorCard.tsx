import { Button, makeStyles } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { PriorInUse } from "../app/against";
import type { AgainstCommands } from "../app/against-commands";
import type { Report } from "../core/model/report";
import { against as words } from "../messages/against";
import { Disclosure } from "./Disclosure";
import { FileButton } from "./FileButton";
import { useSurface } from "./surface";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "8px" },
});

type PriorCardProps = {
  readonly prior: PriorInUse | null;
  readonly report: Pick<Report, "unit" | "year">;
  readonly busy: boolean;
  readonly commands: Pick<AgainstCommands, "usePrior" | "dropPrior">;
};

/** 上年数据: where last year's figures come from, and how to choose or leave them. */
export function PriorCard({ prior, report, busy, commands }: PriorCardProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const { title, why, load, other, remove, from, stale, otherUnit } = words.prior;
  const last = prior?.report;
  return (
    <Disclosure title={title} note={prior?.name ?? ""}>
      {last === undefined ? (
        <p className={surface.quiet}>{why}</p>
      ) : (
        <>
          <p className={surface.text}>{from(last.unit, last.year, last.values.size)}</p>
          {last.year !== report.year - 1 && <p className={surface.text}>{stale(last.year, report.year - 1)}</p>}
          {last.unit !== report.unit && <p className={surface.text}>{otherUnit(report.unit)}</p>}
        </>
      )}
      <div className={styles.buttons}>
        <FileButton
          label={prior === null ? load : other}
          title={title}
          accept=".xlsx,.json"
          busy={busy}
          onFile={(name, bytes) => void commands.usePrior(name, bytes)}
        />
        {prior !== null && (
          <Button size="small" appearance="subtle" disabledFocusable={busy} onClick={() => void commands.dropPrior()}>
            {remove}
          </Button>
        )}
      </div>
    </Disclosure>
  );
}
