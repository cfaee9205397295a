import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const script = join(__dirname, "workbook.py");

export type SheetDump = {
  readonly name: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly formulas: Readonly<Record<string, string>>;
  readonly open: readonly string[];
  readonly merges: readonly string[];
  readonly printArea: string;
  readonly titleRows: string;
  readonly paper: readonly string[];
  readonly fit: readonly number[];
  readonly footer: string;
  readonly freeze: string;
  readonly validations: readonly (readonly string[])[];
  readonly conditionals: readonly (readonly string[])[];
  readonly fonts: readonly string[];
  readonly comments: number;
};

export type Dump = {
  readonly sheets: readonly SheetDump[];
  readonly names: Readonly<Record<string, string>>;
  readonly properties: readonly (string | null)[];
  readonly warnings: readonly string[];
};

/** Runs the script with the first Python that has openpyxl. @throws where none has it */
async function python(...args: readonly string[]): Promise<string> {
  const failures: string[] = [];
  for (const name of ["python3", "/usr/bin/python3", "python"]) {
    try {
      return (await run(name, [script, ...args], { maxBuffer: 64 * 1024 * 1024 })).stdout;
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(`No Python with openpyxl did ${args.join(" ")}:\n${failures.join("\n")}`);
}

export async function dumpWorkbook(file: string): Promise<Dump> {
  return JSON.parse(await python("dump", file)) as Dump;
}

export async function editWorkbook(file: string, to: string): Promise<void> {
  await python("edit", file, to);
}
