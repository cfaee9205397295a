import { createNativeBridge, type NativeBridge } from "./native-bridge";
import { associateWith, createOfficeGlobal } from "./office-global";
import type { CustomFunctionCode } from "./custom-functions";
import type { OfficeHost } from "./office-host";

/** A window in which Microsoft's client library is, or will be, loaded. */
export type ClientWindow = Window & {
  _richApiNativeBridge?: NativeBridge;
  Office?: Record<string, unknown>;
  CustomFunctions?: Record<string, unknown> & { readonly Error?: new (code: string) => unknown };
};

/** Runs before the library is loaded: it looks for its host while loading and finds this one. */
export function beforeOffice(frame: ClientWindow, host: OfficeHost): void {
  // A page that was loaded anew brings its functions and buttons again.
  host.forget();
  const { bridge, close } = createNativeBridge(host.executor);
  frame._richApiNativeBridge = bridge;
  frame.addEventListener("pagehide", close);
}

/** Runs after the library is loaded, before the add-in: adds what in Excel comes from the host and from office.js. */
export function afterOffice(frame: ClientWindow, host: OfficeHost): void {
  const library = frame.Office ?? {};
  const own = createOfficeGlobal(host, frame);
  // A new object, because the library's `context` cannot be replaced: it waits for office.js, which is not here.
  const others = Object.keys(library).filter((name) => !Object.hasOwn(own, name));
  frame.Office = { ...Object.fromEntries(others.map((name) => [name, library[name]])), ...own };
  const customFunctions = frame.CustomFunctions ?? {};
  const createError = (code: string): unknown => {
    const ErrorType = frame.CustomFunctions?.Error;
    return ErrorType === undefined ? code : new ErrorType(code);
  };
  frame.CustomFunctions = Object.assign(customFunctions, {
    associate: associateWith<CustomFunctionCode>((id, code) => {
      host.associateFunction(id, code, createError);
    }),
  });
}
