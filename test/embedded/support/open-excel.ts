import { bootOfficeClient, type OfficeClient } from "../../../src/hosts/embedded/client/boot-in-node";
import {
  createExecutor,
  type Executor,
  type ExecutorOptions,
} from "../../../src/hosts/embedded/executor/create-executor";
import { createHeadlessGrid } from "../../../src/hosts/embedded/grid/create-grid";
import type { Grid } from "../../../src/hosts/embedded/grid/grid";

/** Microsoft's client over a fresh workbook without a screen. */
export type OpenExcel = OfficeClient & {
  readonly grid: Grid;
  readonly executor: Executor;
  close(): Promise<void>;
};

export async function openExcel(options: ExecutorOptions = {}): Promise<OpenExcel> {
  const grid = await createHeadlessGrid();
  const executor = createExecutor(grid, options);
  const client = bootOfficeClient(executor);
  return {
    ...client,
    grid,
    executor,
    async close(): Promise<void> {
      await executor.settled();
      client.dispose();
      executor.dispose();
      grid.dispose();
    },
  };
}

/** Lets events that are due arrive. */
export function eventsArrive(milliseconds = 20): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The code of the error a promise is rejected with. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  // The client lives in a world of its own, so `instanceof` would not know its errors.
  return typeof error === "object" && error !== null && "code" in error
    ? String(error.code)
    : `no code: ${String(error)}`;
}
