// Runs every benchmark of this folder, one after the other, each in a process of its own.
const { spawnSync } = require("node:child_process");
const { readdirSync } = require("node:fs");
const { join } = require("node:path");

const wanted = process.argv.slice(2);
for (const file of readdirSync(__dirname).filter((name) => name.endsWith(".bench.cjs"))) {
  if (wanted.length > 0 && !wanted.some((name) => file.startsWith(name))) continue;
  process.stdout.write(`${file}\n`);
  const { status } = spawnSync(process.execPath, [join(__dirname, file)], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
