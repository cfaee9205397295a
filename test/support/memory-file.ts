import { UserError } from "../../src/app/user-error";
import type { FilePort } from "../../src/app/file-ports";
import { run } from "../../src/cli/main";

/** Files of a test that never touch the disk; `locked` paths cannot be written. */
export type MemoryFiles = FilePort & { readonly stored: Map<string, Uint8Array> };

export function memoryFiles(
  initial: Readonly<Record<string, Uint8Array | string>> = {},
  locked: readonly string[] = [],
): MemoryFiles {
  const encode = (content: Uint8Array | string): Uint8Array =>
    typeof content === "string" ? new TextEncoder().encode(content) : content;
  const stored = new Map(Object.entries(initial).map(([path, content]) => [path, encode(content)]));
  return {
    stored,
    read: (path) => {
      const found = stored.get(path);
      return found === undefined ? Promise.reject(new UserError(`${path}：文件打不开`)) : Promise.resolve(found);
    },
    list: (path) => {
      const inside = [...stored.keys()].filter((name) => name.startsWith(`${path}/`));
      return Promise.resolve(inside.length === 0 ? null : inside.sort());
    },
    write: (path, bytes) => {
      if (locked.includes(path)) return Promise.reject(new UserError(`${path}：无法写入`));
      stored.set(path, bytes);
      return Promise.resolve();
    },
  };
}

export type Ran = { readonly status: number; readonly out: string; readonly told: string };

/** Runs one command line over files in memory, on a fixed day. */
export async function gouji(files: FilePort, ...words: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const told: string[] = [];
  const status = await run(words, files, {
    print: (text) => void out.push(text),
    tell: (text) => void told.push(text),
    now: () => new Date(Date.UTC(2027, 0, 12)),
  });
  return { status, out: out.join("\n"), told: told.join("\n") };
}
