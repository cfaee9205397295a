import { lazy, Suspense, type ReactElement } from "react";
import type { IntegrityCommands } from "../app/integrity-commands";
import type { Integrity } from "../app/inspect-open-form";
import { Crash } from "./Crash";

// Hardly anybody damages a form.
const IntegrityCard = lazy(async () => ({ default: (await import("./IntegrityCard")).IntegrityCard }));

type IntegritySlotProps = {
  readonly integrity: Integrity | null;
  readonly busy: boolean;
  readonly commands: IntegrityCommands;
};

/** What was done to the form, where anything was. */
export function IntegritySlot({ integrity, busy, commands }: IntegritySlotProps): ReactElement | null {
  if (integrity === null || integrity.faults.length + integrity.lost.length === 0) return null;
  return (
    <Crash>
      <Suspense fallback={null}>
        <IntegrityCard integrity={integrity} busy={busy} onRepair={() => void commands.repairForm()} />
      </Suspense>
    </Crash>
  );
}
