// functions.json comes from the tags in src/functions/functions.ts. What the generator cannot say is added here, and
// functions-zh.json is made from it with the words of src/messages/functions.ts.
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const ts = require("typescript");
const { sources } = require("webpack");

const messagesFile = path.resolve(__dirname, "../../src/messages/functions.ts");

/**
 * Blocks must arrive with their errors (else one #REF! among the parts makes Excel answer #VALUE! without asking us)
 * and with plain numbers (the generator asks for numbers wrapped with their format).
 */
function completed(generated) {
  const { functions } = JSON.parse(generated);
  return { allowErrorForDataTypeAny: true, functions };
}

/** The same functions with their descriptions in Chinese. A function or parameter without words is an error. */
function translated(metadata, texts) {
  const word = (value, what) => {
    if (typeof value !== "string" || value === "") throw new Error(`src/messages/functions.ts says nothing on ${what}`);
    return value;
  };
  return {
    ...metadata,
    functions: metadata.functions.map((definition) => ({
      ...definition,
      description: word(texts[definition.id]?.description, definition.id),
      parameters: definition.parameters.map((parameter) => ({
        ...parameter,
        description: word(texts[definition.id].parameters[parameter.name], `${definition.id}.${parameter.name}`),
      })),
    })),
  };
}

/** The messages module is TypeScript without imports, so it is enough to strip its types. */
function readTexts() {
  const { outputText } = ts.transpileModule(fs.readFileSync(messagesFile, "utf8"), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const loaded = new Module(messagesFile);
  loaded._compile(outputText, messagesFile);
  return loaded.exports.functionTexts;
}

class FunctionsMetadataPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("FunctionsMetadata", (compilation) => {
      compilation.fileDependencies.add(messagesFile);
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "FunctionsMetadata", stage }, () => {
        const asset = compilation.getAsset("functions.json");
        if (asset === undefined) return; // the generator has reported why
        const metadata = completed(asset.source.source().toString());
        const emit = (value) => new sources.RawSource(`${JSON.stringify(value, null, 2)}\n`);
        compilation.updateAsset("functions.json", emit(metadata));
        compilation.emitAsset("functions-zh.json", emit(translated(metadata, readTexts())));
      });
    });
  }
}

module.exports = { FunctionsMetadataPlugin };
