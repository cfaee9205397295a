import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What openpyxl finds in a workbook, see dump.py. */
export type Dump = {
  readonly sheets: readonly (Readonly<Record<string, unknown>> & { readonly name: string })[];
  readonly names: readonly unknown[];
  readonly title: string;
  readonly author: string;
};

/** Reads a workbook with Python's openpyxl; throws where no Python on this machine has it. */
export async function dumpWorkbook(file: string): Promise<Dump> {
  const failures: string[] = [];
  for (const python of ["python3", "/usr/bin/python3", "python"]) {
    try {
      const { stdout } = await run(python, [join(__dirname, "dump.py"), file], { maxBuffer: 64 * 1024 * 1024 });
      return JSON.parse(stdout) as Dump;
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(`No Python with openpyxl could read ${file}:\n${failures.join("\n")}`);
}
