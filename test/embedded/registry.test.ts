import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createReferences } from "../../src/hosts/embedded/executor/references";
import { createRegistry } from "../../src/hosts/embedded/executor/registry";
import { supportedCalls } from "../../src/hosts/embedded/executor/supported-calls";
import { openExcel } from "./support/open-excel";

type Prototype = Readonly<Record<string, unknown>> & {
  readonly _scalarPropertyNames?: readonly string[];
  readonly _navigationPropertyNames?: readonly string[];
};

test("every name the executor answers to is one of Excel's", async () => {
  const excel = await openExcel();
  const library = excel.Excel as unknown as Readonly<Record<string, { readonly prototype: Prototype } | undefined>>;
  const calls = supportedCalls(createRegistry(createReferences()));
  const unknown = calls.flatMap(({ type, properties, navigation, methods }) => {
    const prototype = library[type]?.prototype;
    if (prototype === undefined) {
      return [type];
    }
    return [
      ...properties
        .filter(({ name }) => !prototype._scalarPropertyNames?.includes(name))
        .map(({ name }) => `${type}.${name}`),
      ...navigation
        .filter((name) => name !== "items" && !prototype._navigationPropertyNames?.includes(name))
        .map((name) => `${type}.${name}`),
      ...methods.filter((name) => typeof prototype[name] !== "function").map((name) => `${type}.${name}()`),
    ];
  });
  await excel.close();
  expect(unknown).toEqual([]);
});

test("docs/tryout.md lists exactly what the executor answers to", () => {
  const page = readFileSync(join(__dirname, "../../docs/tryout.md"), "utf8");
  const list = /<!-- calls -->\n([\s\S]*?)<!-- \/calls -->/.exec(page)?.[1]?.trim();
  const lines = supportedCalls(createRegistry(createReferences())).map(
    ({ type, properties, navigation, methods, events }) => {
      const names = [
        ...properties.map(({ name, isWritable, isReadable }) =>
          isWritable ? (isReadable ? `${name}*` : `${name}=`) : name,
        ),
        ...navigation.map((name) => `${name}.`),
        ...methods.map((name) => `${name}()`),
        ...events,
      ];
      return `- **${type}**: \`${names.join(", ")}\``;
    },
  );
  expect(list?.split("\n")).toEqual(lines);
});
