import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** UTF-8, all cells as shown, first sheet. */
export const csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";

/**
 * Has LibreOffice open a file and save it in another format.
 * @param to a target of `soffice --convert-to`, such as `pdf` or {@link csv}
 * @returns the path of the new file in `folder`
 * @throws when LibreOffice is missing or fails
 */
export async function convert(file: string, to: string, folder: string): Promise<string> {
  // A profile of its own lets several conversions run at once.
  const profile = await mkdtemp(join(tmpdir(), "gouji-soffice-"));
  try {
    await run(
      "soffice",
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        folder,
        file,
      ],
      { timeout: 120_000 },
    );
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  return join(folder, `${basename(file, extname(file))}.${to.split(":", 1)[0] ?? to}`);
}
