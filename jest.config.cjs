// Packages that ship only ES modules are compiled for jest like our own code.
const esm = [
  "hucre",
  "docx",
  "@univerjs",
  "rxjs",
  "rbush",
  "quickselect",
  "kdbush",
  "lodash-es",
  "nanoid",
  "cjk-regex",
  "regexp-util",
  "unicode-regex",
  "franc-min",
  "trigram-utils",
  "collapse-white-space",
  "n-gram",
  "react",
  "react-dom",
];

const shared = {
  transform: {
    "^.+\\.(mjs|[tj]sx?)$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true },
          target: "es2022",
          transform: { react: { runtime: "automatic" } },
        },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join("|")})/)`],
  moduleNameMapper: { "\\.(css|less)$": "<rootDir>/test/support/empty.cjs" },
};

module.exports = {
  projects: [
    {
      ...shared,
      displayName: "unit",
      testEnvironment: "node",
      testMatch: ["<rootDir>/src/**/*.test.ts?(x)", "<rootDir>/test/**/*.test.ts?(x)"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/(e2e|interop)/"],
    },
    {
      ...shared,
      displayName: "interop",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/interop/**/*.test.ts"],
    },
    {
      ...shared,
      displayName: "e2e",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/e2e/**/*.test.ts"],
    },
  ],
};
