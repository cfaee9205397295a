// Builds a bundle when it is stale. Says nothing unless the build fails; callers that start at the same time wait for
// one build instead of making two.
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { setTimeout: sleep } = require("node:timers/promises");
const { root, isFresh } = require("./stamp.cjs");

/** @throws Error whose message is the output of the bundler */
async function ensureBuilt(target) {
  if (isFresh(target)) return;
  const release = await acquire(target);
  try {
    if (!isFresh(target)) await build(target);
  } finally {
    release();
  }
}

function build(target) {
  const webpack = require.resolve("webpack-cli/bin/cli.js", { paths: [root] });
  const child = spawn(process.execPath, [webpack, "--mode", "production", "--env", `target=${target}`, "--no-color"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(Buffer.concat(output).toString("utf8")));
    });
  });
}

/** Takes the lock of a target; a lock whose owner has died is taken over. */
async function acquire(target) {
  const lock = path.join(root, ".cache/build", `${target}.lock`);
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: "wx" });
      return () => fs.rmSync(lock, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (!ownerLives(lock)) fs.rmSync(lock, { force: true });
      else await sleep(100);
    }
  }
}

function ownerLives(lock) {
  try {
    const owner = Number(fs.readFileSync(lock, "utf8"));
    // Just created and not yet written counts as living.
    if (owner === 0) return Date.now() - fs.statSync(lock).mtimeMs < 5000;
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

module.exports = { ensureBuilt };
