import { customPartText } from "./custom-part";
import { readSheet, readSharedStrings, type RawCell } from "./sheet-xml";
import { readDateStyles } from "./style-dates";
import { scanXml, XmlError } from "./xml";
import { openZip, ZipError, type Archive } from "./zip";

export type RawSheet = { readonly name: string; readonly cells: ReadonlyMap<string, RawCell>; readonly rows: number };

export type RawName = {
  readonly name: string;
  readonly refersTo: string;
  /** The sheet that the name is local to. */
  readonly sheet: string | null;
};

/** A workbook of any origin, as far as a form may be in it. */
export type RawWorkbook = {
  readonly sheets: readonly RawSheet[];
  readonly names: readonly RawName[];
  /** Texts of custom XML parts of ours. */
  readonly parts: readonly string[];
};

/** The archive holds no workbook of worksheets in XML. */
export class NoWorkbookError extends Error {
  override readonly name = "NoWorkbookError";
  readonly parts: readonly string[];

  constructor(parts: readonly string[]) {
    super("no workbook part");
    this.parts = parts;
  }
}

/**
 * Opens an .xlsx file. Links that lead outside are never followed; parts that no form needs are not unpacked.
 * @throws ZipError, XmlError, NoWorkbookError
 */
export function openWorkbook(bytes: Uint8Array): RawWorkbook {
  const archive = openZip(bytes);
  const main = relations(archive, "").find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  const xml = textOf(archive, main);
  if (xml === undefined || !main.endsWith(".xml") || !/<(?:\w+:)?workbook[\s>]/.test(xml.slice(0, 2000)))
    throw new NoWorkbookError(archive.names);
  const related = relations(archive, main);
  const { sheets, names } = readMain(xml);
  const strings = readSharedStrings(textOf(archive, pathOf(related, "sharedStrings") ?? ""));
  const dates = readDateStyles(textOf(archive, pathOf(related, "styles") ?? ""));
  const read = sheets.flatMap(({ name, relation }): readonly RawSheet[] => {
    const target = related.find(({ id, type }) => id === relation && type === "worksheet")?.target;
    // Chart sheets and dialogues hold no form.
    if (target === undefined && related.some(({ id }) => id === relation)) return [];
    const sheetXml = target === undefined ? undefined : textOf(archive, target);
    if (sheetXml === undefined) throw new ZipError("damaged", `sheet ${name}`);
    return [{ name, ...readSheet(sheetXml, strings, dates) }];
  });
  return {
    sheets: read,
    names: names.map(({ index, ...name }) => ({
      ...name,
      sheet: index === null ? null : (sheets[index]?.name ?? null),
    })),
    parts: related
      .filter(({ type }) => type === "customXml")
      .flatMap(({ target }) => {
        const part = textOf(archive, target);
        return part === undefined ? [] : (ownPart(part) ?? []);
      }),
  };
}

/** Parts of other programs may be anything; only ours has to be sound. */
function ownPart(xml: string): readonly string[] | undefined {
  try {
    const text = customPartText(xml);
    return text === undefined ? undefined : [text];
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
}

type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** Relations of a part inside the archive; `""` is the archive itself. Types are given by their last word. */
function relations(archive: Archive, path: string): readonly Relation[] {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const xml = textOf(archive, `${folder}_rels/${path.slice(folder.length)}.rels`);
  const found: Relation[] = [];
  if (xml === undefined) return found;
  scanXml(xml, {
    open: (name, { Id = "", Type = "", Target = "", TargetMode }) => {
      if (name !== "Relationship" || TargetMode === "External") return;
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf("/") + 1), target: resolve(folder, Target) });
    },
  });
  return found;
}

function pathOf(related: readonly Relation[], type: string): string | undefined {
  return related.find((relation) => relation.type === type)?.target;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** A part as text; workbooks are UTF-8, rarely UTF-16. */
function textOf(archive: Archive, path: string): string | undefined {
  const bytes = archive.read(path);
  if (bytes === undefined) return undefined;
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(wide, { fatal: true }).decode(bytes);
  } catch {
    throw new ZipError("damaged", `${path} is no text`);
  }
}

type SheetEntry = { readonly name: string; readonly relation: string };
type NameEntry = { readonly name: string; readonly refersTo: string; readonly index: number | null };

function readMain(xml: string): { readonly sheets: readonly SheetEntry[]; readonly names: readonly NameEntry[] } {
  const sheets: SheetEntry[] = [];
  const names: NameEntry[] = [];
  let open: { name: string; index: number | null; text: string } | null = null;
  scanXml(xml, {
    open: (tag, attributes) => {
      if (tag === "sheet") sheets.push({ name: attributes["name"] ?? "", relation: attributes["r:id"] ?? "" });
      else if (tag === "definedName") {
        const index = attributes["localSheetId"];
        open = { name: attributes["name"] ?? "", index: index === undefined ? null : Number(index), text: "" };
      }
    },
    text: (text) => {
      if (open !== null) open.text += text;
    },
    close: (tag) => {
      if (tag !== "definedName" || open === null) return;
      names.push({ name: open.name, index: open.index, refersTo: open.text.trim() });
      open = null;
    },
  });
  return { sheets, names };
}
