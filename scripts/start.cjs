// `npm start`: the try-out page. A grid in place of Excel, and beside it the same task pane that Excel loads.
const fs = require("node:fs");
const path = require("node:path");
const { ensureBuilt } = require("./build/ensure-built.cjs");
const { serve } = require("./build/site.cjs");
const { root, targets } = require("./build/stamp.cjs");

const dist = path.join(root, targets.addin.output);
const tryout = path.join(root, targets.tryout.output);

/** What the frame loads where Excel would load its own library: Microsoft's client, unmodified, between our two halves. */
const frameScripts = [
  "/tryout/tryout-before-office.js",
  "/office-js/excel-web-16.00.js",
  "/tryout/tryout-after-office.js",
];

/**
 * Builds what is stale, then serves the page.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} once the page can be opened
 */
async function startServer({ port = 3000 } = {}) {
  await Promise.all([ensureBuilt("addin"), ensureBuilt("tryout")]);
  const officeJs = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
  return serve({
    port,
    mounts: [
      ["/office-js/", officeJs],
      ["/tryout/", tryout],
      ["/", dist],
    ],
    pages: {
      "/": () => ({ type: ".html", body: fs.readFileSync(path.join(tryout, "index.html")) }),
      "/taskpane.html": () => ({ type: ".html", body: taskpanePage() }),
    },
  });
}

/** The page that Excel loads, with the address of Excel's client library replaced and nothing else. */
function taskpanePage() {
  const html = fs.readFileSync(path.join(dist, "taskpane.html"), "utf8");
  const parts = html.split(/<script src="?[^\s">]*\/office\.js"?><\/script>/);
  if (parts.length !== 2) throw new Error("dist/taskpane.html does not load office.js once");
  return parts.join(frameScripts.map((src) => `<script src="${src}"></script>`).join(""));
}

function portFrom(args) {
  const at = args.indexOf("--port");
  const given = at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith("--port="))?.slice("--port=".length);
  if (given === undefined) return at >= 0 ? NaN : 3000;
  return /^\d+$/.test(given) ? Number(given) : NaN;
}

async function main() {
  const port = portFrom(process.argv.slice(2));
  if (!(port > 0 && port < 65536)) {
    process.stderr.write("--port 后应为 1 到 65535 的端口号\n");
    process.exitCode = 2;
    return;
  }
  const server = await startServer({ port });
  process.stdout.write(`${server.url}\n`);
  const stop = () => void server.close();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

if (require.main === module) {
  main().catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}

module.exports = { startServer, portFrom };
