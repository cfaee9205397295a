const fs = require("node:fs");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { FunctionsMetadataPlugin } = require("./scripts/build/functions-metadata.cjs");
const { sourcesHash, targets, writeStamp } = require("./scripts/build/stamp.cjs");

// webpack --env target=addin|tryout|cli
//   addin    what Excel loads, ready to host in dist/
//            --env url=https://host/path    where dist/ will be hosted
//            --env office=cdn|21vianet|local    where Excel's client library comes from
//   tryout   the page of `npm start`: a grid in place of Excel, never part of dist/
//   cli      the command line, for scripts/gouji.cjs

const defaultUrl = "https://localhost:3000";
const officeUrls = {
  cdn: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  "21vianet": "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
  local: "office-js/office.js",
};
const functionsModule = path.resolve(__dirname, "src/functions/functions.ts");

module.exports = (env = {}, argv = {}) => {
  const target = env.target ?? "addin";
  const make = { addin, tryout, cli }[target];
  if (make === undefined) throw new Error(`--env target=${target}: addin, tryout or cli`);
  return make(env, argv.mode ?? "production");
};

async function addin(env, mode) {
  const url = deploymentUrl(env.url ?? defaultUrl);
  const office = env.office ?? "cdn";
  const officeUrl = officeUrls[office];
  if (officeUrl === undefined) throw new Error(`--env office=${office}: cdn, 21vianet or local`);
  return {
    ...base("addin", mode),
    target: ["web", "es2022"],
    entry: {
      // One runtime serves the pane, the ribbon and the functions, so the page holds all three.
      taskpane: entries("functions.ts", "commands.ts", "taskpane.tsx"),
      functions: entries("functions.ts"),
    },
    output: {
      path: path.resolve(__dirname, targets.addin.output),
      filename: "[name].js",
      chunkFilename: "[name]-[contenthash:8].js",
      clean: true,
    },
    plugins: [
      new CustomFunctionsMetadataPlugin({ input: "./src/functions/functions.ts", output: "functions.json" }),
      new FunctionsMetadataPlugin(),
      new HtmlPlugin({
        template: "src/entries/taskpane.html",
        filename: "taskpane.html",
        chunks: ["taskpane"],
        officeUrl,
        policy: contentSecurityPolicy(officeUrl),
        minify: false,
      }),
      new CopyPlugin({
        patterns: [
          { from: "assets/*.png" },
          { from: "assets/help.html", to: "help.html" },
          {
            from: "manifest.xml",
            transform: (content) => manifestAt(url, content.toString("utf8")),
          },
          ...(office === "local" ? officeFiles() : []),
        ],
      }),
      stamp("addin", { url, office }),
    ],
    // The budget is our own JavaScript on the first screen, compressed: test/build holds it. Raw sizes say nothing.
    performance: false,
    devServer: await devServer(),
  };
}

function tryout(env, mode) {
  const html = "src/entries/tryout.html";
  return {
    ...base("tryout", mode),
    target: ["web", "es2022"],
    // Each src/entries/tryout*.ts is a script of its own: the page around the grid, and what the frame needs.
    entry: Object.fromEntries(
      fs
        .readdirSync(path.resolve(__dirname, "src/entries"))
        .filter((name) => /^tryout[\w-]*\.tsx?$/.test(name))
        .map((name) => [path.parse(name).name, entries(name)]),
    ),
    output: {
      path: path.resolve(__dirname, targets.tryout.output),
      filename: "[name].js",
      publicPath: "/tryout/",
      clean: true,
    },
    experiments: { css: true },
    plugins: [
      new HtmlPlugin({
        filename: "index.html",
        chunks: ["tryout"],
        ...(fs.existsSync(html) ? { template: html } : { title: "勾稽" }),
        minify: false,
      }),
      stamp("tryout", {}),
    ],
    // Ten megabytes of grid are read from the same machine: not worth half a minute of minifying.
    optimization: { minimize: false },
    performance: false,
  };
}

function cli(env, mode) {
  const demo = path.resolve(__dirname, "src/entries/demo.ts");
  return {
    ...base("cli", mode),
    target: "node20",
    entry: { gouji: entries("cli.ts"), ...(fs.existsSync(demo) ? { demo } : {}) },
    output: {
      path: path.resolve(__dirname, targets.cli.output),
      filename: "[name].cjs",
      chunkFilename: "[name]-[contenthash:8].cjs",
      library: { type: "commonjs2" },
      clean: true,
    },
    plugins: [stamp("cli", {})],
    // Names in stack traces matter more than size on a disk.
    optimization: { minimize: false },
    performance: false,
  };
}

function base(target, mode) {
  return {
    mode,
    context: __dirname,
    devtool: mode === "development" ? "source-map" : false,
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: {
            loader: "ts-loader",
            options: { transpileOnly: true, compilerOptions: { noEmit: false, module: "esnext" } },
          },
        },
        { include: functionsModule, use: path.resolve(__dirname, "scripts/build/guarded-associate-loader.cjs") },
      ],
    },
    cache: {
      type: "filesystem",
      name: `${target}-${mode}`,
      cacheDirectory: path.resolve(__dirname, ".cache/webpack"),
      buildDependencies: { config: [__filename] },
    },
    stats: "errors-warnings",
  };
}

function entries(...names) {
  return names.map((name) => path.resolve(__dirname, "src/entries", name));
}

/** The address without a final slash. Excel loads add-ins over https only. */
function deploymentUrl(given) {
  const url = new URL(given);
  if (url.protocol !== "https:" || url.search !== "" || url.hash !== "")
    throw new Error(`--env url=${given}: https://host/path`);
  return url.href.replace(/\/+$/, "");
}

/** The manifest for one address. An AppDomain is a host without path. */
function manifestAt(url, manifest) {
  return manifest
    .replace(`<AppDomain>${defaultUrl}<`, `<AppDomain>${new URL(url).origin}<`)
    .replaceAll(defaultUrl, url);
}

/**
 * Only our own scripts and Excel's library run, and nothing is sent anywhere. Fluent writes its styles at run time,
 * hence inline styles.
 */
function contentSecurityPolicy(officeUrl) {
  const office = officeUrl.startsWith("https:") ? ` ${new URL(officeUrl).origin}` : "";
  return [
    "default-src 'none'",
    `script-src 'self'${office}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/**
 * What Excel on Windows, Mac and the web loads of the library, unmodified as its licence demands: `minimized` keeps
 * webpack from minifying it again.
 */
function officeFiles() {
  const context = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
  const hosts = "{office,o15apptofilemappingtable,excel-win32-16.01,excel-web-16.00,excel-mac-16.00}.js";
  return [hosts, "{zh-cn,en-us}/office_strings.js"].map((from) => ({
    context,
    from,
    to: "office-js/[path][name][ext]",
    info: { minimized: true },
  }));
}

/** Notes what the bundle was made from, and which files the browser needs before the first screen. */
function stamp(target, options) {
  return {
    apply: (compiler) => {
      let sources = "";
      compiler.hooks.beforeCompile.tap("Stamp", () => {
        sources = sourcesHash(target);
      });
      compiler.hooks.done.tap("Stamp", ({ compilation }) => {
        const elsewhere = compilation.outputOptions.path !== path.resolve(__dirname, targets[target].output);
        if (compilation.errors.length > 0 || elsewhere) return;
        const firstScreen = compilation.entrypoints.get("taskpane")?.getFiles() ?? [];
        writeStamp(target, { sources, options, firstScreen });
      });
    },
  };
}

/** `webpack serve` is for work inside a real Excel, which wants https with a certificate it trusts. */
async function devServer() {
  if (process.env.WEBPACK_SERVE === undefined) return {};
  const { getHttpsServerOptions } = require("office-addin-dev-certs");
  return {
    port: 3000,
    hot: false,
    static: false,
    headers: { "Access-Control-Allow-Origin": "*" },
    server: { type: "https", options: await getHttpsServerOptions() },
  };
}
