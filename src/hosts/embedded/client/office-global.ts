import { notImplemented, notImplementedCalls, notImplementedPart } from "./office-async";
import { createDocument } from "./office-document";
import type { OfficeHost } from "./office-host";

/**
 * The part of `Office` that comes from Excel itself and not from the client library: readiness, context, settings, the
 * file, the pane and the ribbon. Types are checked against `@types/office-js` where the shapes agree.
 */
export function createOfficeGlobal(host: OfficeHost, page: Window): Readonly<Record<string, unknown>> {
  const information = { host: "Excel", platform: "OfficeOnline" };
  const ready = new Promise<typeof information>((resolve) => {
    // Add-ins expect to hear of it later, never while their script is still running.
    page.setTimeout(() => {
      resolve(information);
    }, 0);
  });
  return {
    HostType: {
      Word: "Word",
      Excel: "Excel",
      PowerPoint: "PowerPoint",
      Outlook: "Outlook",
      OneNote: "OneNote",
      Project: "Project",
      Access: "Access",
    },
    PlatformType: {
      PC: "PC",
      OfficeOnline: "OfficeOnline",
      Mac: "Mac",
      iOS: "iOS",
      Android: "Android",
      Universal: "Universal",
    },
    onReady: (callback?: (info: typeof information) => unknown): Promise<typeof information> =>
      ready.then(async (info) => {
        await callback?.(info);
        return info;
      }),
    context: createContext(host, page, information),
    addin: createAddin(host),
    actions: createActions(host),
    ribbon: notImplementedPart("Office.ribbon"),
    auth: notImplementedPart("Office.auth"),
    devicePermission: notImplementedPart("Office.devicePermission"),
    select: notImplemented("Office.select"),
  };
}

function createContext(
  host: OfficeHost,
  page: Window,
  information: { readonly host: string; readonly platform: string },
): object {
  return {
    ...information,
    displayLanguage: host.locale,
    contentLanguage: host.locale,
    touchEnabled: false,
    commerceAllowed: true,
    isDialog: false,
    diagnostics: { ...information, version: "16.0.0.0" },
    officeTheme: {
      bodyBackgroundColor: "#FFFFFF",
      bodyForegroundColor: "#262626",
      controlBackgroundColor: "#FFFFFF",
      controlForegroundColor: "#262626",
      isDarkTheme: false,
      themeId: 1,
    },
    requirements: { isSetSupported: host.isSetSupported },
    document: createDocument(host),
    ui: {
      openBrowserWindow(url: string): void {
        const { protocol } = new URL(url);
        if (protocol !== "https:" && protocol !== "http:") {
          throw new TypeError("openBrowserWindow takes an http or https address");
        }
        page.open(url, "_blank", "noopener");
      },
      ...notImplementedCalls("Office.context.ui", [
        "displayDialogAsync",
        "messageParent",
        "addHandlerAsync",
        "closeContainer",
      ]),
    },
    auth: notImplementedPart("Office.context.auth"),
  };
}

function createAddin(host: OfficeHost): object {
  const { pane } = host;
  const startupKey = "Office.StartupBehavior";
  return {
    showAsTaskpane(): Promise<void> {
      pane.show();
      return Promise.resolve();
    },
    hide(): Promise<void> {
      pane.hide();
      return Promise.resolve();
    },
    getStartupBehavior: (): Promise<string> =>
      Promise.resolve(host.executor.document.settings.get(startupKey) === "Load" ? "Load" : "None"),
    setStartupBehavior(behavior: string): Promise<void> {
      host.executor.document.settings.set(startupKey, behavior);
      return Promise.resolve();
    },
    onVisibilityModeChanged: (
      listener: (message: { visibilityMode: string }) => void,
    ): Promise<() => Promise<void>> => {
      const stop = pane.onChange((isShown) => {
        listener({ visibilityMode: isShown ? "Taskpane" : "Hidden" });
      });
      return Promise.resolve(() => {
        stop();
        return Promise.resolve();
      });
    },
    ...notImplementedCalls("Office.addin", ["beforeDocumentCloseNotification"]),
  };
}

type Associate<T> = (idOrMappings: string | Readonly<Record<string, T>>, code?: T) => void;

/** Both forms of `associate`: one id with its code, or an object of many. */
export function associateWith<T>(put: (id: string, code: T) => void): Associate<T> {
  return (idOrMappings, code) => {
    if (typeof idOrMappings !== "string") {
      for (const [id, one] of Object.entries(idOrMappings)) {
        put(id, one);
      }
    } else if (code !== undefined) {
      put(idOrMappings, code);
    }
  };
}

function createActions(host: OfficeHost): object {
  return { associate: associateWith(host.associateAction) };
}
