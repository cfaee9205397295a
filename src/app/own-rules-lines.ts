import type { Document, Pair, Scalar } from "yaml";

/** What is wrong with the writing of a file, before it is known what it says. `line` counts from 1. */
export type WritingProblem = {
  readonly line: number;
  readonly kind: "syntax" | "tab" | "twice" | "alias" | "key";
};

/** A file as plain data, with the line on which each part begins, by its path: `rules.0.severity`. */
export type LinedData = {
  readonly data: unknown;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
};

/** The plain name of a key at a place of the file: files may be written in Chinese or in English. */
export type KeyNames = (path: readonly (string | number)[], key: string) => string;

/** Reads YAML, of which JSON is a part, without anchors and tags. Loaded when first used. */
export async function readLines(
  text: string,
  nameOf: KeyNames,
): Promise<{ readonly ok: true; readonly file: LinedData } | { readonly ok: false; readonly problem: WritingProblem }> {
  const yaml = await import("yaml");
  const counter = new yaml.LineCounter();
  const document: Document = yaml.parseDocument(text, { lineCounter: counter, schema: "core", logLevel: "silent" });
  const lines = new Map<string, number>();
  const lineAt = (node: unknown, otherwise: number): number => {
    const start = (node as { readonly range?: readonly number[] | null } | null)?.range?.[0];
    return start === undefined ? otherwise : Math.max(1, counter.linePos(start).line);
  };
  const [error] = document.errors;
  if (error !== undefined) {
    const kind = error.code === "TAB_AS_INDENT" ? "tab" : error.code === "DUPLICATE_KEY" ? "twice" : "syntax";
    return { ok: false, problem: { kind, line: error.linePos?.[0].line ?? 1 } };
  }

  const plain = (node: unknown, path: readonly (string | number)[], line: number): unknown => {
    const own = lineAt(node, line);
    if (!lines.has(path.join("."))) lines.set(path.join("."), own);
    if (yaml.isAlias(node)) throw new Refused({ kind: "alias", line: own });
    if (yaml.isSeq(node)) return node.items.map((item, index) => plain(item, [...path, index], own));
    if (yaml.isMap(node)) {
      const found = new Map<string, unknown>();
      for (const { key, value } of node.items as readonly Pair[]) {
        const at = lineAt(key, own);
        if (!yaml.isScalar(key)) throw new Refused({ kind: "key", line: at });
        const name = nameOf(path, String(key.value));
        if (found.has(name)) throw new Refused({ kind: "twice", line: at });
        lines.set([...path, name].join("."), at);
        found.set(name, plain(value, [...path, name], at));
      }
      return Object.fromEntries(found);
    }
    return (node as Scalar | null)?.value ?? null;
  };

  try {
    const data = plain(document.contents, [], 1);
    return { ok: true, file: { data, lineOf: (path) => lineOf(lines, path) } };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
}

class Refused extends Error {
  readonly problem: WritingProblem;

  constructor(problem: WritingProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** The line of a part, or of the nearest part around it that is there. */
function lineOf(lines: ReadonlyMap<string, number>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const found = lines.get(path.slice(0, length).map(String).join("."));
    if (found !== undefined) return found;
  }
  return 1;
}
