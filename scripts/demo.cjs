// `npm run demo`: the main job on published figures, through the same use cases as the task pane. Writes to out/.
const path = require("node:path");
const { ensureBuilt } = require("./build/ensure-built.cjs");
const { root, targets } = require("./build/stamp.cjs");

async function main() {
  await ensureBuilt("cli");
  await require(path.join(root, targets.cli.output, "demo.cjs")).demo();
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
});
