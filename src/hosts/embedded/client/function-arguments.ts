import { ArrayValueObject, type BaseValueObject } from "@univerjs/engine-formula";
import type { CustomFunctionOptions, FunctionMetadata, ParameterMetadata } from "./custom-functions";

/** An error value of a cell, such as `#VALUE!`. */
export class CellError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** The arguments as Excel passes them. Throws a `CellError` where Excel would not call the function. */
export function passArguments(
  one: FunctionMetadata,
  values: readonly BaseValueObject[],
  allowErrors: boolean,
  options: CustomFunctionOptions,
): readonly unknown[] {
  const fixed = one.parameters.filter((parameter) => parameter.repeating !== true);
  const repeating = one.parameters.find((parameter) => parameter.repeating === true);
  const passed = fixed.map((parameter, index) => pass(parameter, values[index], allowErrors, options));
  const rest = values.slice(fixed.length);
  if (repeating !== undefined) {
    return [...passed, rest.map((value) => pass(repeating, value, allowErrors, options))];
  }
  if (rest.length > 0) {
    throw new CellError("#VALUE!");
  }
  return passed;
}

function pass(
  parameter: ParameterMetadata,
  value: BaseValueObject | undefined,
  allowErrors: boolean,
  options: CustomFunctionOptions,
): unknown {
  if (value === undefined) {
    if (parameter.optional !== true) {
      throw new CellError("#VALUE!");
    }
    return null;
  }
  const type = parameter.type ?? "any";
  if (parameter.dimensionality === "matrix") {
    return blockOf(value).map((row) => row.map((cell) => passCell(type, cell, allowErrors, options)));
  }
  const [[single = null] = [], ...more] = blockOf(value);
  if (more.length > 0 || (value instanceof ArrayValueObject && value.getColumnCount() > 1)) {
    throw new CellError("#VALUE!");
  }
  return single === null && parameter.optional === true ? null : passCell(type, single, allowErrors, options);
}

type Cell = BaseValueObject | null;

/** Univer keeps blanks apart from zeros only in its value objects; its plain values show both as 0. */
function blockOf(value: BaseValueObject): readonly (readonly Cell[])[] {
  if (!(value instanceof ArrayValueObject)) {
    return [[value.isNull() ? null : value]];
  }
  return Array.from({ length: value.getRowCount() }, (_, row) =>
    Array.from({ length: value.getColumnCount() }, (_unused, column) => {
      const cell = value.get(row, column);
      return cell === undefined || cell === null || cell.isNull() ? null : cell;
    }),
  );
}

function passCell(type: string, cell: Cell, allowErrors: boolean, options: CustomFunctionOptions): unknown {
  if (cell?.isError() === true) {
    const code = String(cell.getValue());
    if (type !== "any" || !allowErrors) {
      throw new CellError("#VALUE!");
    }
    return options.createError?.(code) ?? code;
  }
  const value = cell === null ? "" : cell.getValue();
  const isBlank = value === "";
  switch (type) {
    case "number": {
      const number = isBlank ? 0 : Number(value);
      if (Number.isNaN(number)) {
        throw new CellError("#VALUE!");
      }
      return number;
    }
    case "string":
      return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
    case "boolean":
      return isBlank ? false : Boolean(value);
    default:
      return value;
  }
}
