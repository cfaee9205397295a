// A build is fresh while what it was made from is unchanged. Its stamp holds a hash of those files; content, not
// times, decides, so a fresh clone or a switched branch is judged rightly.
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const root = path.resolve(__dirname, "../..");

/** What each bundle leaves out of `src`, so that work on one part does not rebuild the others. */
const targets = {
  addin: {
    output: "dist",
    main: "dist/taskpane.html",
    inputs: ["assets", "manifest.xml"],
    without: /^src\/(cli|hosts\/(embedded|files|memory)|entries\/(cli|demo|tryout))/,
  },
  tryout: {
    output: ".cache/tryout",
    main: ".cache/tryout/index.html",
    inputs: ["assets/tryout"],
    without: /^src\/(cli|taskpane|hosts\/(excel|files|memory)|entries\/(cli|demo|taskpane|functions|commands))/,
  },
  cli: {
    output: ".cache/cli",
    main: ".cache/cli/gouji.cjs",
    inputs: [],
    without: /^src\/(taskpane|functions|hosts\/(embedded|excel|memory)|entries\/(tryout|taskpane|functions|commands))/,
  },
};

const common = ["src", "scripts/build", "webpack.config.js", "package-lock.json", "tsconfig.json"];

function filesBelow(relative) {
  const absolute = path.join(root, relative);
  const stat = fs.statSync(absolute, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return [relative];
  return fs
    .readdirSync(absolute)
    .sort()
    .flatMap((name) => filesBelow(`${relative}/${name}`));
}

/** Hash of everything the bundle is made from. */
function sourcesHash(target) {
  const { inputs, without } = targets[target];
  const hash = createHash("sha256");
  for (const file of [...common, ...inputs].flatMap(filesBelow)) {
    if (without.test(file) || /\.test\.tsx?$/.test(file)) continue;
    hash
      .update(`${file}\0`)
      .update(fs.readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function stampPath(target) {
  return path.join(root, ".cache/build", `${target}.json`);
}

/** The stamp of the last build, or undefined when there is none or its output has gone. */
function readStamp(target) {
  const file = stampPath(target);
  if (!fs.existsSync(file) || !fs.existsSync(path.join(root, targets[target].main))) return undefined;
  return JSON.parse(fs.readFileSync(file, "utf8"));
}

/** The temporary name keeps a reader from ever seeing half a stamp. */
function writeStamp(target, stamp) {
  const file = stampPath(target);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(`${file}.${process.pid}`, JSON.stringify(stamp));
  fs.renameSync(`${file}.${process.pid}`, file);
}

function isFresh(target) {
  return readStamp(target)?.sources === sourcesHash(target);
}

module.exports = { root, targets, sourcesHash, readStamp, writeStamp, isFresh };
