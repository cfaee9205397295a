import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

// As root in a container there is no sandbox to be had; the rest keeps the browser from calling home.
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-default-apps",
  "--force-color-profile=srgb",
];

/**
 * Starts a headless Chromium with a fresh profile: the one CHROME_PATH names, else one on the PATH, else the packed one
 * of @sparticuz/chromium (Linux). Throws with what to do where none can be had.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env["CHROME_PATH"] ?? chromiumOnPath() ?? (await packedChromium());
  if (executablePath === null) {
    throw new Error("No browser for the tests: install chromium, or set CHROME_PATH to a Chrome or Chromium.");
  }
  return chromium.launch({ executablePath, args: FLAGS, headless: true });
}

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "chrome.exe",
  "msedge.exe",
];
const USUAL_PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

function chromiumOnPath(): string | null {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...candidates, ...USUAL_PLACES].find((path) => existsSync(path)) ?? null;
}

/**
 * Unpacks @sparticuz/chromium into the system's temporary folder, with the system libraries it brings along: it unpacks
 * those only where it believes to run in AWS Lambda, so it is told so, and only here.
 */
async function packedChromium(): Promise<string | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const before = process.env["AWS_LAMBDA_JS_RUNTIME"];
  process.env["AWS_LAMBDA_JS_RUNTIME"] = "nodejs20.x";
  try {
    const { default: packed } = await import("@sparticuz/chromium");
    return await packed.executablePath();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return null;
    throw error;
  } finally {
    if (before === undefined) delete process.env["AWS_LAMBDA_JS_RUNTIME"];
    else process.env["AWS_LAMBDA_JS_RUNTIME"] = before;
  }
}
