import type { Desk } from "./desk";
import { UserError } from "./user-error";

/** What a clerk can ask for about the form itself. Methods never throw: what goes wrong becomes a notice. */
export type IntegrityCommands = {
  /** 修复表式: writes labels, check formulas and names back as they belong; no figure is touched. */
  readonly repairForm: () => Promise<void>;
};

export function integrityCommands(desk: Desk): IntegrityCommands {
  return {
    repairForm: () =>
      desk.perform("writing", async () => {
        const { integrity: words } = await import("../messages/integrity");
        if (desk.isSealed()) throw new UserError(words.sealed);
        // What is written is what is wrong now, not what was shown a while ago.
        const before = await desk.inspect();
        if (before === null) return;
        const { cells, anchors } = before;
        if (cells.length + anchors.length > 0) await desk.workbook.mend(cells, anchors);
        await desk.readAll();
        const after = await desk.inspect();
        const done = before.faults.length - (after?.faults.length ?? 0);
        desk.tell(words.mended(done, after?.faults.length ?? 0));
      }),
  };
}
