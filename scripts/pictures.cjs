// `node scripts/pictures.cjs`: takes the pictures of docs/用户手册.md anew, while a real report goes its whole way.
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

const root = path.join(__dirname, "..");
fs.mkdirSync(path.join(root, "docs", "pictures"), { recursive: true });
const { status } = spawnSync(
  process.execPath,
  [require.resolve("jest/bin/jest"), "test/e2e/pane-submit", "--runInBand"],
  { cwd: root, stdio: "inherit", env: { ...process.env, GOUJI_PICTURES: "1" } },
);
process.exitCode = status ?? 1;
