import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { ensureBuilt } from "../../scripts/build/ensure-built.cjs";
import { isFresh, readStamp, root, targets } from "../../scripts/build/stamp.cjs";
import { functionArity } from "../../src/core/rules/native-twin";

const dist = join(root, targets.addin.output);
const read = (name: string): string => readFileSync(join(dist, name), "utf8");

type Metadata = {
  readonly allowErrorForDataTypeAny?: boolean;
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly description: string;
      readonly optional?: boolean;
    }[];
  }[];
};
const metadata = (name: string): Metadata => JSON.parse(read(name)) as Metadata;

beforeAll(() => ensureBuilt("addin"), 300_000);

test("a built bundle counts as fresh", () => {
  expect(isFresh("addin")).toBe(true);
});

test("the first screen needs at most 200 KB of our JavaScript, compressed", () => {
  const files = readStamp("addin")?.firstScreen ?? [];
  expect(files).toContain("taskpane.js");
  const bytes = files.reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, name))).length, 0);
  expect(bytes).toBeLessThanOrEqual(200 * 1024);
});

test("dist holds what the manifest names", () => {
  const base = "https://localhost:3000/";
  const named = [...read("manifest.xml").matchAll(/"https:\/\/localhost:3000\/([^"]+)"/g)].map(
    (match) => match[1] ?? "",
  );
  expect(named.length).toBeGreaterThan(10);
  for (const name of named) expect([base + name, existsSync(join(dist, name))]).toEqual([base + name, true]);
});

test("nothing of the try-out page is in dist", () => {
  const scripts = readdirSync(dist).filter((name) => name.endsWith(".js"));
  for (const name of scripts) expect([name, /@univerjs|univer-/i.test(read(name))]).toEqual([name, false]);
});

test("the page runs no script but ours and Excel's, and no text as script", () => {
  const html = read("taskpane.html");
  const policy = /http-equiv="?Content-Security-Policy"? content="([^"]+)"/.exec(html)?.[1] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
});

describe("functions.json", () => {
  test("describes every function with its parameters", () => {
    const found = metadata("functions.json").functions.map(({ id, name, parameters }) => {
      const least = parameters.filter(({ optional }) => optional !== true).length;
      return [id, name, least, parameters.length];
    });
    const expected = Object.entries(functionArity).map(([name, [least, most]]) => [name, name, least, most]);
    expect(found).toEqual(expected);
  });

  test("lets cells in error through, so that they can be judged", () => {
    expect(metadata("functions.json").allowErrorForDataTypeAny).toBe(true);
  });

  test("has a Chinese sister that differs in descriptions only", () => {
    const bare = ({ functions, ...rest }: Metadata): unknown => ({
      ...rest,
      functions: functions.map((definition) => ({
        ...definition,
        description: "",
        parameters: definition.parameters.map((parameter) => ({ ...parameter, description: "" })),
      })),
    });
    const chinese = metadata("functions-zh.json");
    expect(bare(chinese)).toEqual(bare(metadata("functions.json")));
    for (const { description, parameters } of chinese.functions)
      for (const text of [description, ...parameters.map((parameter) => parameter.description)])
        expect(text).toMatch(/[\u4e00-\u9fff]/);
  });
});

test("functions.js gives each name its function", () => {
  const functions = new Map<string, (...args: unknown[]) => unknown>();
  runInNewContext(read("functions.js"), {
    CustomFunctions: { associate: (id: string, run: (...args: unknown[]) => unknown) => functions.set(id, run) },
  });
  expect([...functions.keys()]).toEqual(Object.keys(functionArity));
  expect(functions.get("ROWCHECK")?.([[1, 5]], [[4]])).toBe("差 +2");
  expect(functions.get("FEE")?.([[72]], [["页"]])).toBe(420);
});

test("functions.js does not fail where there are no custom functions", () => {
  expect(() => runInNewContext(read("functions.js"), {}) as unknown).not.toThrow();
});

test("the pane associates the functions too, for they share its runtime", () => {
  const scripts = (readStamp("addin")?.firstScreen ?? []).map(read).join("\n");
  for (const name of Object.keys(functionArity)) expect(scripts).toContain(`CustomFunctions.associate("${name}"`);
});

describe("built for another address", () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "gouji-dist-"));
    const webpack = require.resolve("webpack-cli/bin/cli.js");
    const options = ["--env", "url=https://intranet.example/gouji/", "--env", "office=local", "--output-path", folder];
    execFileSync(process.execPath, [webpack, "--mode", "production", ...options], { cwd: root, stdio: "pipe" });
  }, 300_000);

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test("the manifest names that address only, and its host as the domain", () => {
    const manifest = readFileSync(join(folder, "manifest.xml"), "utf8");
    expect(manifest).not.toContain("localhost");
    expect(manifest).toContain('"https://intranet.example/gouji/taskpane.html"');
    expect(manifest).toContain("<AppDomain>https://intranet.example</AppDomain>");
  });

  test("Excel's library comes along, unmodified, and nothing is loaded from elsewhere", () => {
    const html = readFileSync(join(folder, "taskpane.html"), "utf8");
    expect(html).toMatch(/<script src="?office-js\/office\.js"?>/);
    expect(html).not.toContain("https:");
    const source = join(root, "node_modules/@microsoft/office-js/dist");
    for (const name of ["office.js", "excel-win32-16.01.js", "excel-web-16.00.js", "zh-cn/office_strings.js"]) {
      const same = readFileSync(join(folder, "office-js", name)).equals(readFileSync(join(source, name)));
      expect([name, same]).toEqual([name, true]);
    }
  });
});
