import type { Desk } from "./desk";
import type * as keepAgainst from "./keep-against";

/** What a clerk can hold the form against. Methods never throw: what goes wrong becomes a notice. */
export type AgainstCommands = {
  /** Applies the rules of a task file from now on; kept with the workbook. */
  readonly useTaskFile: (name: string, bytes: Uint8Array) => Promise<void>;
  readonly dropTaskFile: () => Promise<void>;
  /** Compares with last year's report from now on; its figures are kept with the workbook. */
  readonly usePrior: (name: string, bytes: Uint8Array) => Promise<void>;
  readonly dropPrior: () => Promise<void>;
};

/** Reading files is loaded when it is first asked for. */
export function againstCommands(desk: Desk): AgainstCommands {
  const perform = (work: (tools: typeof keepAgainst) => Promise<void>): Promise<void> =>
    desk.perform("checking", async () => work(await import("./keep-against")));
  return {
    useTaskFile: (name, bytes) => perform(({ takeTaskFile }) => takeTaskFile(desk, name, bytes)),
    dropTaskFile: () => perform(({ drop }) => drop(desk, "task")),
    usePrior: (name, bytes) => perform(({ takePrior }) => takePrior(desk, name, bytes)),
    dropPrior: () => perform(({ drop }) => drop(desk, "prior")),
  };
}
