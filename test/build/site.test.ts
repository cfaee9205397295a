import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve, type Site } from "../../scripts/build/site.cjs";
import { portFrom } from "../../scripts/start.cjs";

let folder: string;
let site: Site;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gouji-site-"));
  for (const name of ["dist", "office"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(folder, "dist", "taskpane.js"), "run()");
  writeFileSync(join(folder, "dist", "表.json"), "{}");
  writeFileSync(join(folder, "office", "office.js"), "office()");
  symlinkSync(join(folder, "secret.txt"), join(folder, "dist", "link.txt"));
  site = await serve({
    port: 4310,
    mounts: [
      ["/office-js/", join(folder, "office")],
      ["/", join(folder, "dist")],
    ],
    pages: { "/": () => ({ type: ".html", body: "<p>表</p>" }) },
  });
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

type Answer = { readonly status: number | undefined; readonly type: string | undefined; readonly body: string };

/** Sends the address as it is; `fetch` would tidy it up first. */
function get(path: string, options: { readonly host?: string; readonly method?: string } = {}): Promise<Answer> {
  const { port } = new URL(site.url);
  const { host = "localhost", method = "GET" } = options;
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, method, headers: { host: `${host}:${port}` } }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (body += chunk));
      response.on("end", () => {
        resolve({ status: response.statusCode, type: response.headers["content-type"], body });
      });
    })
      .on("error", reject)
      .end();
  });
}

test("the page, the files and the library are served with their types", async () => {
  expect(await get("/")).toEqual({ status: 200, type: "text/html; charset=utf-8", body: "<p>表</p>" });
  expect(await get("/taskpane.js?v=1")).toEqual({ status: 200, type: "text/javascript; charset=utf-8", body: "run()" });
  expect(await get("/office-js/office.js")).toMatchObject({ status: 200, body: "office()" });
  expect(await get(`/${encodeURIComponent("表")}.json`)).toMatchObject({ type: "application/json; charset=utf-8" });
});

test("a browser that resolves localhost by itself reaches it", async () => {
  expect((await fetch(`${site.url}taskpane.js`)).status).toBe(200);
});

test.each([
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/office-js/..%2f..%2fsecret.txt",
  "/..%5csecret.txt",
  "/link.txt",
  "/taskpane.js%00.txt",
  "/%E0%A4%A",
  "//etc/passwd",
  "/missing.js",
  "/office-js/",
])("%s gives nothing", async (path) => {
  const { status, body } = await get(path);
  expect([400, 404]).toContain(status);
  expect(body).not.toContain("secret");
});

test("a name of another site that leads here gets nothing", async () => {
  expect(await get("/taskpane.js", { host: "evil.example" })).toMatchObject({ status: 403 });
});

test("it can only be read", async () => {
  expect(await get("/taskpane.js", { method: "POST" })).toMatchObject({ status: 405 });
  expect(await get("/taskpane.js", { method: "HEAD" })).toMatchObject({ status: 200, body: "" });
});

test("a second server takes the next free port", async () => {
  const taken = Number(new URL(site.url).port);
  const second = await serve({ port: taken, mounts: [], pages: {} });
  try {
    expect(Number(new URL(second.url).port)).toBeGreaterThan(taken);
  } finally {
    await second.close();
  }
});

test.each([
  [[], 3000],
  [["--port", "4000"], 4000],
  [["--port=4001"], 4001],
  [["--port"], NaN],
  [["--port", "x"], NaN],
])("the arguments %j ask for port %d", (args, port) => {
  expect(portFrom(args)).toBe(port);
});
