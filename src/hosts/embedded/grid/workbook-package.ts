import { strFromU8, unzipSync } from "fflate";
import type { CustomXmlPart } from "./imported";
import { isTrue, localName, scanXml } from "./xml-scan";

/** The parts of an .xlsx that the workbook library does not hand out, read straight from the package. */
export type WorkbookPackage = {
  /** The worksheets' XML by sheet name. */
  readonly sheetXml: ReadonlyMap<string, string>;
  /** Names with `hidden="1"`, as `name` or `sheet!name`. */
  readonly hiddenNames: ReadonlySet<string>;
  readonly customXmlParts: readonly CustomXmlPart[];
};

// A form has a few dozen parts and some hundred kilobytes; the limits stop a file that only pretends to be small.
const MAX_PARTS = 5000;
const MAX_BYTES = 200 * 1024 * 1024;

/** Opens the zip. Throws where the bytes are no zip, no workbook, or unreasonably large when unpacked. */
export function openPackage(bytes: Uint8Array): WorkbookPackage {
  const parts = unzipWithin(bytes);
  const rootRelations = readRelations(parts, "");
  const workbookPath = rootRelations.find((relation) => relation.type.endsWith("/officeDocument"))?.target;
  const workbookXml = workbookPath === undefined ? undefined : textOf(parts, workbookPath);
  if (workbookPath === undefined || workbookXml === undefined) throw new Error("Not a workbook: no workbook part");
  const relations = readRelations(parts, workbookPath);
  return { ...readWorkbook(parts, workbookXml, relations), customXmlParts: readCustomXml(parts, relations) };
}

type Parts = Readonly<Record<string, Uint8Array>>;
type Relation = { readonly id: string; readonly type: string; readonly target: string };

function unzipWithin(bytes: Uint8Array): Parts {
  let count = 0;
  let size = 0;
  return unzipSync(bytes, {
    filter(file) {
      count += 1;
      size += file.originalSize;
      if (count > MAX_PARTS || size > MAX_BYTES) throw new Error("The workbook is too large when unpacked");
      return /\.(?:xml|rels)$/i.test(file.name);
    },
  });
}

function textOf(parts: Parts, path: string): string | undefined {
  const part = parts[path];
  return part === undefined ? undefined : strFromU8(part).replace(/^\uFEFF/, "");
}

/** Relations of a part (of the package itself for `""`), their targets as paths from the package's root. */
function readRelations(parts: Parts, path: string): readonly Relation[] {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const xml = textOf(parts, `${folder}_rels/${path.slice(folder.length)}.rels`) ?? "";
  return [...scanXml(xml)]
    .filter((tag) => tag.name === "Relationship")
    .map(({ attributes }) => ({
      id: attributes["Id"] ?? "",
      type: attributes["Type"] ?? "",
      target: resolvePath(folder, attributes["Target"] ?? ""),
    }));
}

function resolvePath(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

function readWorkbook(
  parts: Parts,
  xml: string,
  relations: readonly Relation[],
): Pick<WorkbookPackage, "sheetXml" | "hiddenNames"> {
  const sheetXml = new Map<string, string>();
  const order: string[] = [];
  const hiddenNames = new Set<string>();
  for (const { name: tag, attributes } of scanXml(xml)) {
    if (tag === "sheet") {
      const name = attributes["name"] ?? "";
      const id = Object.entries(attributes).find(([key]) => key !== "id" && localName(key) === "id")?.[1];
      const target = relations.find((relation) => relation.id === id)?.target;
      const part = target === undefined ? undefined : textOf(parts, target);
      order.push(name);
      if (part !== undefined) sheetXml.set(name, part);
    } else if (tag === "definedName" && isTrue(attributes["hidden"])) {
      const scope = attributes["localSheetId"];
      const sheet = scope === undefined ? undefined : order[Number(scope)];
      hiddenNames.add(nameKey(attributes["name"] ?? "", sheet ?? null));
    }
  }
  return { sheetXml, hiddenNames };
}

/** How `hiddenNames` spells a name of the workbook or of one sheet. */
export function nameKey(name: string, scope: string | null): string {
  return scope === null ? name : `${scope}!${name}`;
}

function readCustomXml(parts: Parts, relations: readonly Relation[]): readonly CustomXmlPart[] {
  return relations
    .filter((relation) => relation.type.endsWith("/customXml"))
    .flatMap(({ target }) => {
      const xml = textOf(parts, target);
      if (xml === undefined) return [];
      const properties = readRelations(parts, target).find((relation) => relation.type.endsWith("/customXmlProps"));
      const propertiesXml = properties === undefined ? undefined : textOf(parts, properties.target);
      return [{ id: readItemId(propertiesXml), namespace: rootNamespace(xml), xml }];
    });
}

function readItemId(xml: string | undefined): string | null {
  for (const { name, attributes } of scanXml(xml ?? "")) {
    if (name === "datastoreItem") return attributes["ds:itemID"] ?? attributes["itemID"] ?? null;
  }
  return null;
}

/** Namespace of an XML document's root element, null where it has none. */
export function rootNamespace(xml: string): string | null {
  const [root] = scanXml(xml);
  return root?.attributes[root.prefix === "" ? "xmlns" : `xmlns:${root.prefix}`] ?? null;
}
