import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** The file system refused; its own words are in `cause`. */
export class DiskError extends Error {
  override readonly name = "DiskError";
  readonly path: string;
  readonly action: "read" | "write";

  constructor(path: string, action: "read" | "write", cause: unknown) {
    super(path, { cause });
    this.path = path;
    this.action = action;
  }
}

/** @throws DiskError */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new DiskError(path, "read", cause);
  }
}

/**
 * The files in a folder, sorted by name; null where the path is no folder.
 * @throws DiskError
 */
export async function listFolder(path: string): Promise<readonly string[] | null> {
  try {
    if (!(await stat(path)).isDirectory()) return null;
    const entries = await readdir(path, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isFile() ? [join(path, entry.name)] : [])).sort();
  } catch (cause) {
    throw new DiskError(path, "read", cause);
  }
}

/**
 * Writes beside the target and renames, so that a reader never sees half a file and a failure leaves the old one.
 * @throws DiskError
 */
export async function writeBytes(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${String(process.pid)}.tmp`);
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw new DiskError(path, "write", cause);
  }
}
