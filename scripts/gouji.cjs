#!/usr/bin/env node
// The command line. The bundle is built on first use; afterwards starting costs one hash of the sources.
const path = require("node:path");
const { root, isFresh, targets } = require("./build/stamp.cjs");

async function main() {
  if (!isFresh("cli")) await require("./build/ensure-built.cjs").ensureBuilt("cli");
  require(path.join(root, targets.cli.main)); // reads process.argv and sets process.exitCode
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
});
