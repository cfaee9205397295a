/** A call that Excel would refuse, with the code and wording that an add-in sees in `OfficeExtension.Error`. */
export class ApiError extends Error {
  readonly code: string;
  readonly httpStatusCode: number;

  constructor(code: string, message: string, httpStatusCode = 400) {
    super(message);
    this.name = code;
    this.code = code;
    this.httpStatusCode = httpStatusCode;
  }
}

/** The argument is missing, of the wrong kind or out of bounds. */
export function invalidArgument(detail?: string): ApiError {
  const text = "The argument is invalid or missing or has an incorrect format.";
  return new ApiError("InvalidArgument", detail === undefined ? text : `${text} (${detail})`);
}

/** The asked-for sheet, name, part or setting does not exist. */
export function itemNotFound(what?: string): ApiError {
  const text = "The requested resource doesn't exist.";
  return new ApiError("ItemNotFound", what === undefined ? text : `${text} (${what})`, 404);
}

/** A sheet or name of this name exists already. */
export function itemAlreadyExists(what: string): ApiError {
  return new ApiError("ItemAlreadyExists", `The resource being created already exists. (${what})`, 409);
}

/** The sheet is protected, or the change is not allowed. */
export function accessDenied(detail: string): ApiError {
  return new ApiError("AccessDenied", `You cannot perform the requested operation. (${detail})`, 403);
}

/** The operation cannot be done in this state, as deleting the only visible sheet. */
export function invalidOperation(detail: string): ApiError {
  return new ApiError("InvalidOperation", `The operation is invalid for the object. (${detail})`);
}

/** An object that was tracked no longer exists, or a method was called on a null object. */
export function invalidObjectPath(detail: string): ApiError {
  return new ApiError("InvalidObjectPath", `The object path isn't working for what you're trying to do. (${detail})`);
}

/** A name, a reference or a formula that cannot be understood. */
export function invalidReference(detail: string): ApiError {
  return new ApiError("InvalidReference", `This reference is not valid for the current operation. (${detail})`);
}

/** Real Excel knows this call, the try-out workbook does not. */
export function notImplemented(call: string): ApiError {
  return new ApiError("NotImplemented", `${call} is not implemented in the try-out workbook.`, 501);
}
