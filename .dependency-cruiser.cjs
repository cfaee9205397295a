/** @type {import('dependency-cruiser').IConfiguration} */
const test = "[.]test[.]tsx?$";

const layer = (name, mayUse, comment) => ({
  name: `${name}-layer`,
  comment,
  severity: "error",
  from: { path: `^src/${name}/`, pathNot: test },
  to: { path: "^src/", pathNot: [name, ...mayUse].map((folder) => `^src/${folder}/`) },
});

module.exports = {
  forbidden: [
    layer("core", [], "core is the statistics themselves; what it needs from outside is passed in as an argument."),
    layer("templates", ["core"], "A template is data about a form. Behaviour belongs in core."),
    layer("messages", ["core"], "Messages turn findings into words and know nothing else."),
    layer(
      "formats",
      ["core", "messages"],
      "Documents are built from a report and its findings, without asking a host.",
    ),
    layer("app", ["core", "templates", "messages", "formats"], "The app reaches a host only through app/ports.ts."),
    layer(
      "hosts",
      ["core", "messages", "formats", "app"],
      "A host implements the ports. It never decides what is right or wrong in a report.",
    ),
    layer("functions", ["core", "messages", "app"], "A custom function is a thin call into core/rules."),
    layer(
      "taskpane",
      ["core", "messages", "app"],
      "Components show a session; hosts are handed to the session in entries/.",
    ),
    layer("cli", ["core", "messages", "app"], "The command line is a view on the app, like the task pane."),
    {
      name: "entries-on-top",
      comment: "An entry wires host, app and screens together; nothing may lean on it.",
      severity: "error",
      from: { path: "^src/(?!entries/)" },
      to: { path: "^src/entries/" },
    },
    {
      name: "host-uses-ports-only",
      comment: "Of the app, a host knows the ports and nothing more.",
      severity: "error",
      from: { path: "^src/hosts/", pathNot: test },
      to: { path: "^src/app/", pathNot: "^src/app/ports[.]ts$" },
    },
    {
      name: "hosts-are-strangers",
      comment: "One host must not lean on another; what they share belongs in app or core.",
      severity: "error",
      from: { path: "^src/hosts/([^/]+)/", pathNot: test },
      to: { path: "^src/hosts/", pathNot: "^src/hosts/$1/" },
    },
    {
      name: "pure-means-no-packages",
      comment: "core, templates and messages use no package at all, so they run anywhere and forever.",
      severity: "error",
      from: { path: "^src/(core|templates|messages)/", pathNot: test },
      to: { dependencyTypes: ["npm", "npm-dev", "npm-peer", "npm-optional", "npm-no-pkg", "core"] },
    },
    {
      name: "no-circular",
      comment: "A cycle means one idea sits in two files. Move the shared part down a layer.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-orphans",
      comment: "Nothing imports this file.",
      severity: "error",
      from: { orphan: true, pathNot: [test, "^src/entries/", "[.]d[.]ts$"] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
