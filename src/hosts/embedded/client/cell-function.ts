import {
  ArrayValueObject,
  AsyncObject,
  BaseFunction,
  type BaseValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";

type Answer = (...cells: readonly BaseValueObject[]) => unknown;
type Result = ReturnType<BaseFunction["calculate"]>;

const ERRORS: readonly ErrorType[] = Object.values(ErrorType);

/**
 * A function of the formula engine that asks our code. Registered below the engine's own "custom" functions, because
 * those get blank cells as 0 and turn texts that look like numbers into numbers.
 */
export class CellFunction extends BaseFunction {
  readonly #answer: Answer;
  readonly #onPromise: (() => void) | null;

  /** `onPromise` is called when the answer is a promise though nobody waits; null makes the engine wait. */
  constructor(name: string, answer: Answer, onPromise: (() => void) | null) {
    super(name);
    this.#answer = answer;
    this.#onPromise = onPromise;
  }

  override isAsync(): boolean {
    return this.#onPromise === null;
  }

  override calculate(...cells: BaseValueObject[]): Result {
    try {
      const answer = this.#answer(...cells);
      if (!isPromise(answer)) {
        return toValueObject(answer);
      }
      if (this.#onPromise === null) {
        return new AsyncObject(answer.then(toValueObject, errorOf));
      }
      // The question is asked again by a function that waits; this answer is not needed.
      answer.catch(() => undefined);
      setTimeout(this.#onPromise, 0);
      return errorOf({ code: "#CALC!" });
    } catch (error) {
      return errorOf(error);
    }
  }
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}

function toValueObject(answer: unknown): BaseValueObject {
  if (!Array.isArray(answer)) {
    return toCell(answer);
  }
  const rows = (answer as readonly unknown[]).map((row) => (Array.isArray(row) ? (row as readonly unknown[]) : [row]));
  return ArrayValueObject.create({
    calculateValueList: rows.map((row) => row.map(toCell)),
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function toCell(value: unknown): BaseValueObject {
  if (typeof value === "number") {
    return Number.isFinite(value) ? NumberValueObject.create(value) : errorOf({ code: "#NUM!" });
  }
  if (typeof value === "string") {
    return StringValueObject.create(value);
  }
  if (typeof value === "boolean") {
    return BooleanValueObject.create(value);
  }
  return value === null || value === undefined ? StringValueObject.create("") : errorOf(value);
}

/** `CustomFunctions.Error` carries the text of its error value as `code`; anything else is `#VALUE!`. */
function errorOf(error: unknown): ErrorValueObject {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return ErrorValueObject.create(ERRORS.find((known) => known.valueOf() === code) ?? ErrorType.VALUE);
}
