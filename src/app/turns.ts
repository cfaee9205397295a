/** Runs a piece of work once everything that was asked for before is over, however that ended. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Work with the workbook takes turns: a command never meets an edit that is being read, or another command, halfway.
 * Work must not wait for a turn of its own.
 */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    // What goes wrong is told to whoever asked; the next turn comes all the same.
    last = turn.catch(() => undefined);
    return turn;
  };
}
