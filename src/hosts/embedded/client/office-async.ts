/** The answer of the older Office calls, which take a callback. */
export type AsyncResult<T> = {
  readonly status: "succeeded" | "failed";
  readonly value: T | undefined;
  readonly error: { readonly name: string; readonly message: string; readonly code: number } | null;
  readonly asyncContext: unknown;
};

export type AsyncCallback<T> = (result: AsyncResult<T>) => void;

/** Runs `work` and hands its outcome to the callback among the arguments; options before it may carry `asyncContext`. */
export function asyncCall<T>(args: readonly unknown[], work: () => T | Promise<T>): void {
  const callback = args.find((arg) => typeof arg === "function") as AsyncCallback<T> | undefined;
  const options = args.find((arg) => typeof arg === "object" && arg !== null) as { asyncContext?: unknown } | undefined;
  const asyncContext = options?.asyncContext;
  void Promise.resolve()
    .then(work)
    .then(
      (value) => callback?.({ status: "succeeded", value, error: null, asyncContext }),
      (error: unknown) => callback?.({ status: "failed", value: undefined, error: describe(error), asyncContext }),
    );
}

/** Office's own number for an error inside the host. */
const INTERNAL_ERROR = 5001;

function describe(error: unknown): { readonly name: string; readonly message: string; readonly code: number } {
  return error instanceof Error
    ? { name: error.name, message: error.message, code: INTERNAL_ERROR }
    : { name: "Error", message: String(error), code: INTERNAL_ERROR };
}

/** Excel has this call, the try-out page does not: calling it throws an error called `NotImplemented` that names it. */
export function notImplemented(call: string): () => never {
  return () => {
    const error = new Error(`${call} is not implemented in the try-out workbook.`);
    error.name = "NotImplemented";
    throw error;
  };
}

/** Stands for a whole part of Office that is missing here: using any call of it throws, and names that call. */
export function notImplementedPart(path: string): object {
  return new Proxy(notImplemented(path), {
    // Asking whether something is a promise, or printing it, is no use of it.
    get: (_target, name) =>
      typeof name === "symbol" || name === "then" ? undefined : notImplementedPart(`${path}.${name}`),
  });
}

export function notImplementedCalls(owner: string, names: readonly string[]): Readonly<Record<string, () => never>> {
  return Object.fromEntries(names.map((name) => [name, notImplemented(`${owner}.${name}`)]));
}
