import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createContext, Script } from "node:vm";
import type { Executor } from "../executor/create-executor";
import type { ClientWindow } from "./frame";
import { createNativeBridge } from "./native-bridge";

/** Microsoft's own client, unmodified, in a small world of its own that is connected to an executor. */
export type OfficeClient = {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
  /** Its window, as small as the library accepts; for `afterOffice`. */
  readonly frame: ClientWindow;
  dispose(): void;
};

/** The build of the library for Excel on the web; it is the one that runs in any page. */
const CLIENT_FILE = "@microsoft/office-js/dist/excel-web-16.00.js";

let compiled: Script | undefined;

function clientScript(): Script {
  if (compiled === undefined) {
    const path = createRequire(__filename).resolve(CLIENT_FILE);
    compiled = new Script(readFileSync(path, "utf8"), { filename: path });
  }
  return compiled;
}

/**
 * Boots `excel-web-16.00.js` of `@microsoft/office-js` in Node and connects it to an executor. The globals it looks for
 * while loading (window, navigator, document) are as small as it accepts.
 */
export function bootOfficeClient(executor: Executor): OfficeClient {
  const { bridge, close } = createNativeBridge(executor);
  const world: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    _richApiNativeBridge: bridge,
    navigator: { userAgent: "Mozilla/5.0 Chrome/120" },
    location: {
      href: "http://localhost/",
      protocol: "http:",
      origin: "http://localhost",
      hostname: "localhost",
      hash: "",
      search: "",
    },
    document: {
      domain: "localhost",
      getElementById: () => null,
      getElementsByTagName: () => [],
      createElement: () => ({}),
      addEventListener: () => undefined,
    },
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  world["window"] = world;
  world["self"] = world;
  clientScript().runInContext(createContext(world));
  const { Excel, OfficeExtension, CustomFunctions } = world as unknown as OfficeClient;
  return { Excel, OfficeExtension, CustomFunctions, frame: world as unknown as ClientWindow, dispose: close };
}
