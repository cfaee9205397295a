import { BooleanNumber } from "@univerjs/core";
import { type BaseValueObject, FunctionType, IFunctionService, type IFunctionInfo } from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import type { Grid } from "../grid/grid";
import { CellFunction } from "./cell-function";
import { CellError, passArguments } from "./function-arguments";

/** The part of functions.json that calling a function needs. */
export type FunctionsMetadata = {
  readonly functions: readonly FunctionMetadata[];
  readonly allowErrorForDataTypeAny?: boolean;
};

export type FunctionMetadata = {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly options?: { readonly stream?: boolean; readonly volatile?: boolean };
};

export type ParameterMetadata = {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
};

/** A function as `CustomFunctions.associate` takes it. */
export type CustomFunctionCode = (...args: readonly unknown[]) => unknown;

export type CustomFunctionOptions = {
  /** Stands before the dot in formulas: `GOUJI.ROWCHECK`. */
  readonly namespace: string;
  /** Makes the object that a function receives for a cell with an error, in the world the functions live in. */
  readonly createError?: (code: string) => unknown;
};

/**
 * Makes the functions of functions.json callable in cells. `find` looks an implementation up by its id at each call, so
 * functions may be associated later; a cell shows `#NAME?` until then. Blocks arrive as two-dimensional arrays, blank
 * cells in them as Excel passes them (`""`, or 0 where numbers are declared), omitted optional arguments as null. A
 * thrown or rejected `CustomFunctions.Error` becomes its error value, anything else thrown `#VALUE!`. Streaming
 * functions are refused. Returns a function that takes all of them away again.
 */
export function registerCustomFunctions(
  grid: Grid,
  metadata: FunctionsMetadata,
  find: (id: string) => CustomFunctionCode | undefined,
  options: CustomFunctionOptions,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Cells that ask for them are computed once more, once for many functions.
  const onRegistered = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      grid.univerAPI.getFormula().executeCalculation();
    }, 0);
  };
  const registered = metadata.functions.map((one) => register(grid, metadata, one, find, options, onRegistered));
  return () => {
    clearTimeout(timer);
    registered.forEach((dispose) => {
      dispose();
    });
  };
}

function register(
  grid: Grid,
  metadata: FunctionsMetadata,
  one: FunctionMetadata,
  find: (id: string) => CustomFunctionCode | undefined,
  options: CustomFunctionOptions,
  onRegistered: () => void,
): () => void {
  if (one.options?.stream === true) {
    throw new Error(`NotImplemented: streaming custom function ${one.id}`);
  }
  const name = `${options.namespace}.${one.name.toUpperCase()}`;
  const inject = grid.workbook.getActiveSheet().getInject();
  const functions = inject.get(IFunctionService);
  const descriptions = inject.get(IDescriptionService).registerDescriptions([describe(name, one)]);
  const answer = (...cells: readonly BaseValueObject[]): unknown => {
    const code = find(one.id);
    if (code === undefined) {
      throw new CellError("#NAME?");
    }
    const allowErrors = metadata.allowErrorForDataTypeAny === true;
    return code(...passArguments(one, cells, allowErrors, options), { functionName: one.id });
  };
  const put = (executor: CellFunction): void => {
    functions.registerExecutors(executor);
    functions.deleteFormulaAstCacheKey(name);
    onRegistered();
  };
  // Most functions answer at once, and cells with those are computed faster. The first promise shows which do not.
  const onPromise = (): void => {
    put(new CellFunction(name, answer, null));
  };
  put(new CellFunction(name, answer, onPromise));
  return () => {
    functions.unregisterExecutors(name);
    functions.deleteFormulaAstCacheKey(name);
    descriptions.dispose();
  };
}

function describe(functionName: string, one: FunctionMetadata): IFunctionInfo {
  const description = one.description ?? "";
  return {
    functionName,
    functionType: FunctionType.User,
    description,
    abstract: description,
    functionParameter: one.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description ?? "",
      example: "",
      require: parameter.optional === true ? BooleanNumber.FALSE : BooleanNumber.TRUE,
      repeat: parameter.repeating === true ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    })),
  };
}
