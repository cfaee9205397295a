import type { DocumentProperties } from "../grid/imported";
import type { Grid } from "../grid/grid";
import { createBook } from "./book";
import { watchChanges } from "./change-feed";
import { createChangeReporter } from "./change-reporter";
import { createDocumentStore, type DocumentStore } from "./document-store";
import { createEventHub } from "./event-hub";
import { createInterpreter } from "./interpreter";
import { createReferences } from "./references";
import { createRegistry } from "./registry";
import { watchSheets } from "./sheet-feed";
import type { EventMessage, RequestMessage, ResponseMessage } from "./wire";

export type ExecutorOptions = {
  /** Highest ExcelApi version the host claims, such as 1.14 for Excel LTSC 2021. From 1.19 on writes can be undone. */
  readonly excelApi?: string;
  readonly properties?: DocumentProperties;
};

/** One batch as it went over the wire. */
export type RequestLogEntry = {
  /** What each action did: `Range.values`, `Worksheet.getRange()`, with the kind of action in front. */
  readonly actions: readonly string[];
  /** Length of the request and of the answer as JSON in UTF-8. */
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** Whether the batch changed sheets or names. */
  readonly wrote: boolean;
  /** Whether it changed what belongs to the document but to no sheet: settings, custom XML parts, properties. */
  readonly stored: boolean;
  readonly error: string | null;
};

/** The host's side of Office.js over a workbook. */
export type Executor = {
  /** The seam of `OfficeExtension`: one batch in, its answer out. Batches wait for each other. */
  executeAsync(customData: string, flags: number, message: RequestMessage): Promise<ResponseMessage>;
  onEvent(listener: (message: EventMessage) => void): () => void;
  /** Every batch since the start, oldest first. */
  readonly log: readonly RequestLogEntry[];
  readonly document: DocumentStore;
  readonly grid: Grid;
  readonly excelApi: string;
  /** Resolves when the formulas touched so far are computed. */
  settled(): Promise<void>;
  dispose(): void;
};

/** What Excel LTSC 2021 supports, the floor of the add-in. */
export const DEFAULT_EXCEL_API = "1.14";

export function createExecutor(grid: Grid, options: ExecutorOptions = {}): Executor {
  const excelApi = options.excelApi ?? DEFAULT_EXCEL_API;
  const document = createDocumentStore(options.properties);
  const events = createEventHub();
  const references = createReferences();
  const book = createBook(grid, document, events, { writesAreUndoable: isAtLeast(excelApi, "1.19") });
  const interpreter = createInterpreter(createRegistry(references), book, references);
  const reporter = createChangeReporter(book, references);
  const stopWatching = [watchChanges(book, references, reporter), watchSheets(book)];
  const log: RequestLogEntry[] = [];
  let queue: Promise<unknown> = Promise.resolve();

  const execute = async (message: RequestMessage): Promise<ResponseMessage> => {
    const before = book.counts();
    // The client goes on using its objects; what it sent is what counts.
    const body = structuredClone(message.Body);
    const requestBytes = size(body);
    const answer = await interpreter.run(body);
    const after = book.counts();
    const wrote = after.sheets > before.sheets;
    const stored = after.document > before.document;
    document.isDirty ||= wrote || stored;
    log.push({
      actions: body.Actions.map((action) =>
        describe(action.ActionType, action.Name, body.ObjectPaths, action.ObjectPathId),
      ),
      requestBytes,
      responseBytes: size(answer),
      wrote,
      stored,
      error: answer.Error?.Code ?? null,
    });
    return { HttpStatusCode: 200, ErrorCode: "", ErrorMessage: "", Headers: null, Body: structuredClone(answer) };
  };

  return {
    executeAsync(_customData, _flags, message): Promise<ResponseMessage> {
      const answer = queue.then(() => execute(message));
      queue = answer.catch(() => undefined);
      return answer;
    },
    onEvent: (listener) => events.onMessage(listener),
    log,
    document,
    grid,
    excelApi,
    settled: () => book.settled(),
    dispose(): void {
      stopWatching.forEach((stop) => {
        stop();
      });
      reporter.dispose();
    },
  };
}

function size(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

const VERBS: Readonly<Record<number, string>> = {
  1: "get",
  2: "load",
  3: "call",
  4: "set",
  5: "trace",
  7: "load",
  9: "set",
};

type Paths = RequestMessage["Body"]["ObjectPaths"];

/** `call worksheets.getItem().getRange().clear` from the chain of paths. */
function describe(type: number, name: string, paths: Paths, id: number): string {
  const chain: string[] = [];
  for (let path = paths[String(id)]; path !== undefined; path = paths[String(path.ParentObjectPathId)]) {
    const step = path.ObjectPathType === 5 ? "getItem()" : path.ObjectPathType === 3 ? `${path.Name}()` : path.Name;
    chain.unshift(step === "" ? "workbook" : step);
  }
  return `${VERBS[type] ?? String(type)} ${[...chain, ...(name === "" ? [] : [name])].join(".")}`;
}

/** Compares versions by their numbers: 1.9 is below 1.14. */
export function isAtLeast(version: string, wanted: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
