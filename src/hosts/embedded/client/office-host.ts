import { type Executor, isAtLeast } from "../executor/create-executor";
import { exportWorkbook } from "../grid/export-xlsx";
import { type CustomFunctionCode, type FunctionsMetadata, registerCustomFunctions } from "./custom-functions";

/** The task pane beside the grid, as the add-in may show and hide it. */
export type Pane = {
  show(): void;
  hide(): void;
  isShown(): boolean;
  onChange(listener: (isShown: boolean) => void): () => void;
};

/** A ribbon button's function, as `Office.actions.associate` takes it. */
export type RibbonAction = (event: { readonly source: { readonly id: string }; completed(): void }) => void;

/** Everything that the Office.js of the task pane's frame asks of the page around it. */
export type OfficeHost = {
  readonly executor: Executor;
  readonly pane: Pane;
  /** Language tag of texts and dates. */
  readonly locale: string;
  /** The custom functions that cells may call. */
  readonly functions: FunctionsMetadata;
  readonly isSetSupported: (name: string, version?: string) => boolean;
  /** The workbook as a file, formulas computed. */
  saveFile(): Promise<Uint8Array>;
  associateFunction(id: string, code: CustomFunctionCode, createError: (code: string) => unknown): void;
  readonly associateAction: (id: string, action: RibbonAction) => void;
  /** Presses a ribbon button; resolves when the add-in says it is done. False where nobody listens. */
  runAction(id: string): Promise<boolean>;
  /** Forgets what a frame associated, before another one loads. */
  forget(): void;
};

export type OfficeHostOptions = {
  readonly executor: Executor;
  readonly pane: Pane;
  readonly locale: string;
  readonly functions: FunctionsMetadata;
  readonly namespace: string;
  /** Requirement sets besides ExcelApi; the default is what Excel LTSC 2021 has. */
  readonly requirementSets?: Readonly<Record<string, string>>;
};

/** Requirement sets of Excel LTSC 2021 (Microsoft's table of 2026-08), as far as the try-out page keeps them. */
const LTSC_2021: Readonly<Record<string, string>> = {
  SharedRuntime: "1.1",
  CustomFunctionsRuntime: "1.3",
  AddinCommands: "1.1",
  CompressedFile: "1.1",
  File: "1.1",
  Settings: "1.1",
};

export function createOfficeHost(options: OfficeHostOptions): OfficeHost {
  const { executor, pane, locale, namespace } = options;
  const sets: Readonly<Record<string, string>> = {
    ...LTSC_2021,
    ...options.requirementSets,
    ExcelApi: executor.excelApi,
  };
  const implementations = new Map<string, CustomFunctionCode>();
  const actions = new Map<string, RibbonAction>();
  let unregister: (() => void) | undefined;

  return {
    executor,
    pane,
    locale,
    functions: options.functions,
    isSetSupported(name, version = "1.1"): boolean {
      const known = Object.entries(sets).find(([set]) => set.toLowerCase() === name.toLowerCase());
      return known !== undefined && isAtLeast(known[1], version);
    },
    async saveFile(): Promise<Uint8Array> {
      await executor.settled();
      const { xmlParts, properties } = executor.document;
      const customXmlParts = [...xmlParts.values()].map(({ id, namespace: uri, xml }) => ({
        id,
        namespace: uri === "" ? null : uri,
        xml,
      }));
      return exportWorkbook(executor.grid, { customXmlParts, properties });
    },
    associateFunction(id, code, createError): void {
      implementations.set(id.toUpperCase(), code);
      // One registration serves all of them: implementations are looked up when a cell is computed.
      unregister ??= registerCustomFunctions(
        executor.grid,
        options.functions,
        (name) => implementations.get(name.toUpperCase()),
        {
          namespace,
          createError,
        },
      );
    },
    associateAction(id, action): void {
      actions.set(id, action);
    },
    runAction(id): Promise<boolean> {
      const action = actions.get(id);
      if (action === undefined) {
        return Promise.resolve(false);
      }
      return new Promise((resolve) => {
        action({
          source: { id },
          completed: () => {
            resolve(true);
          },
        });
      });
    },
    forget(): void {
      implementations.clear();
      actions.clear();
      unregister?.();
      unregister = undefined;
    },
  };
}
