import { FormulaDataModel } from "@univerjs/engine-formula";
import { FormulaCalculationSessionService, type IFormulaCalculationSessionState } from "@univerjs/sheets-formula";
import type { Grid } from "../grid/grid";

/** Knows whether the results of formulas in the cells are those of the present contents. */
export type Calculation = {
  /** Contents changed: what is computed from now on counts, what is under way does not. */
  readonly markDirty: () => void;
  /** Resolves when the results belong to the contents; at once where nothing is due. */
  readonly settled: () => Promise<void>;
};

/** Univer waits 100 ms for further changes before it computes. If nothing began by then, nothing depends on the change. */
const START_LIMIT = 600;
/** A calculation that takes longer than this was stopped or hangs; readers get what is there. */
const END_LIMIT = 30_000;

export function createCalculation(grid: Grid): Calculation {
  const inject = grid.workbook.getActiveSheet().getInject();
  const session = inject.get(FormulaCalculationSessionService);
  const formulas = inject.get(FormulaDataModel);
  /** Number of the session that was the latest when the contents changed; null when nothing is due. */
  let dirtyAt: number | null = null;

  const hasFormulas = (): boolean =>
    Object.values(formulas.getFormulaData()[grid.workbook.getId()] ?? {}).some((sheet) =>
      Object.values((sheet ?? {}) as Readonly<Record<string, object | null>>).some(
        (row) => Object.keys(row ?? {}).length > 0,
      ),
    );

  const isDone = (state: IFormulaCalculationSessionState): boolean =>
    dirtyAt === null ||
    (state.id > dirtyAt && state.resultApplied && (state.completed || state.resultEmitted) && !state.stopped);

  const nextState = (): Promise<void> =>
    new Promise((resolve) => {
      const subscription = session.state$.subscribe((state) => {
        if (isDone(state)) {
          finish();
        }
      });
      const limits = [
        setTimeout(() => {
          if (dirtyAt === null || session.state.id <= dirtyAt) {
            finish();
          }
        }, START_LIMIT),
        setTimeout(() => {
          finish();
        }, END_LIMIT),
      ];
      const finish = (): void => {
        limits.forEach(clearTimeout);
        // The first value of the stream arrives while it is being subscribed to.
        queueMicrotask(() => {
          subscription.unsubscribe();
        });
        resolve();
      };
    });

  return {
    markDirty(): void {
      dirtyAt = session.state.id;
    },
    async settled(): Promise<void> {
      while (dirtyAt !== null && hasFormulas()) {
        const waitedFor = dirtyAt;
        if (!isDone(session.state)) {
          await nextState();
        }
        // Results of several sheets are stored one after the other.
        await Promise.resolve();
        if (dirtyAt === waitedFor) {
          break;
        }
      }
      dirtyAt = null;
    },
  };
}
