/** What a batch asked for, to be read once it has been answered. */
export type Question<T> = (context: Excel.RequestContext) => () => T;

/**
 * One round trip that only reads. `Excel.run` would keep a reference to every range and send a second message to
 * release them, so it is used only where Excel asks to wait because a cell is being edited.
 */
export async function ask<T>(question: Question<T>): Promise<T> {
  try {
    const context = new Excel.RequestContext();
    const answer = question(context);
    await context.sync();
    return answer();
  } catch (cause) {
    if (!isEditing(cause)) throw cause;
    return Excel.run({ delayForCellEdit: true }, async (context) => {
      const answer = question(context);
      await context.sync();
      return answer();
    });
  }
}

function isEditing(cause: unknown): boolean {
  return (
    typeof cause === "object" && cause !== null && "code" in cause && cause.code === "InvalidOperationInCellEditMode"
  );
}
