import { factSections, type Fact, type FactField, type Facts, type FactSection } from "../../core/model/facts";
import type { WorkbookMessages } from "../../messages/workbook";
import { factLines, parseFactKey, type FactCells, type FactLine, factColumns, type FactColumn } from "./fact-lines";
import { normalizeLabel } from "./normalize-label";
import { plainNumber } from "./plain-number";

/** One row of the 正文要素 sheet as it stands there; blanks are null. */
export type FactRow = Readonly<Partial<Record<FactColumn, string | number | null>>>;

export type FactsReading = {
  readonly facts: Facts;
  /** Rows (from 0) with something other than a number in the column for numbers. */
  readonly unread: readonly { readonly row: number; readonly raw: string }[];
  /** Where each line stands, in the order of the sheet. */
  readonly places: readonly FactPlace[];
};

/** The rows (from 0) of one line of the sheet and of its parts. */
export type FactPlace = {
  readonly section: FactSection;
  readonly id: string;
  readonly row: number;
  readonly parts: readonly { readonly name: string; readonly row: number }[];
};

/** Rows of a host's block that begins at the anchor of the facts, columns as they were placed. */
export function factRowsOf(block: readonly (readonly (string | number | boolean)[])[]): readonly FactRow[] {
  return block.map((line) =>
    Object.fromEntries(
      factColumns.map((column, index) => {
        const value = line[index] ?? "";
        return [column, value === "" ? null : typeof value === "boolean" ? String(value) : value];
      }),
    ),
  );
}

/**
 * Reads the inputs of the text from the rows of their sheet. A fact whose rows say what `known` says stays as it is
 * known, with all that no sheet shows; one that was edited is read anew; rows that somebody inserted become facts or
 * parts of their own.
 * @param known the facts that the workbook was written with
 */
export function readFactRows(
  fields: readonly FactField[],
  rows: readonly FactRow[],
  known: Facts,
  messages: WorkbookMessages,
): FactsReading {
  const unread: { row: number; raw: string }[] = [];
  const lines = factLines(fields, known).filter((line) => line.kind === "fact");
  const groups = group(withKeys(fields, known, rows, messages), (index, raw) => unread.push({ row: index, raw }));
  const facts = new Map<FactSection, PlacedFact[]>();
  const put = (section: FactSection, fact: Fact, before: Fact | undefined): void => {
    const order = before === undefined ? -1 : (known[section] ?? []).indexOf(before);
    facts.set(section, [...(facts.get(section) ?? []), { fact, order: order < 0 ? Infinity : order }]);
  };
  const waiting = [...groups];
  const ids = new Map<Group, string>();
  for (const line of lines) {
    const at = waiting.findIndex(({ section, id }) => section === line.section && id === line.id);
    const [found] = at < 0 ? [] : waiting.splice(at, 1);
    if (found === undefined) continue;
    const fact = same(found, line) ? line.fact : factOf(found, line, messages);
    if (fact !== undefined) put(line.section, fact, line.fact);
  }
  for (const [index, added] of waiting.entries()) {
    const taken = new Set((facts.get(added.section) ?? []).map(({ fact }) => fact.id));
    const id = added.id === "" || taken.has(added.id) ? freeId(taken, index) : added.id;
    ids.set(added, id);
    const fact = factOf({ ...added, id }, undefined, messages);
    if (fact !== undefined) put(added.section, fact, undefined);
  }
  const places = groups.map((found): FactPlace => {
    const { section, row, parts, partRows } = found;
    return {
      section,
      id: ids.get(found) ?? found.id,
      row,
      parts: parts.map(({ name }, index) => ({ name, row: partRows[index] ?? row })),
    };
  });
  return { facts: inOrder(facts, known), unread, places };
}

function freeId(taken: ReadonlySet<string>, index: number): string {
  for (let number = index + 1; ; number += 1) if (!taken.has(`own${String(number)}`)) return `own${String(number)}`;
}

type PlacedFact = { readonly fact: Fact; readonly order: number };

/** Facts keep the order in which they were known; new ones follow. */
function inOrder(facts: ReadonlyMap<FactSection, readonly PlacedFact[]>, known: Facts): Facts {
  return Object.fromEntries(
    factSections.flatMap((section) => {
      const list = facts.get(section);
      if (list === undefined) return known[section]?.length === 0 ? [[section, []]] : [];
      // Infinity − Infinity is no number: two new facts stay as they are.
      const sorted = [...list].sort((a, b) => (a.order === b.order ? 0 : a.order - b.order));
      return [[section, sorted.map(({ fact }) => fact)]];
    }),
  );
}

type KeyedRow = { readonly row: number; readonly cells: FactRow; readonly key: ReturnType<typeof parseFactKey> };

/** Keys as they stand; where the whole column is gone, rows are matched with the lines of the form by their labels. */
function withKeys(
  fields: readonly FactField[],
  known: Facts,
  rows: readonly FactRow[],
  messages: WorkbookMessages,
): readonly KeyedRow[] {
  const keyed = rows.map((cells, row) => ({ row, cells, key: parseFactKey(asText(cells.key)) }));
  if (keyed.some(({ key }) => key !== undefined)) return keyed;
  const expected = factLines(fields, known).flatMap(
    (line): readonly { readonly key: string; readonly word: string }[] =>
      line.kind === "section"
        ? [{ key: line.key, word: normalizeLabel(messages.facts.sections[line.section]) }]
        : [
            { key: line.key, word: normalizeLabel(line.field === undefined ? messages.facts.other : line.label) },
            ...line.parts.map(({ key }) => ({ key, word: normalizeLabel(messages.facts.part) })),
          ],
  );
  let next = 0;
  return keyed.map(({ row, cells }) => {
    const word = normalizeLabel(asText(cells.label));
    const at = word === "" ? -1 : expected.findIndex((line, index) => index >= next && line.word === word);
    if (at >= 0) next = at + 1;
    return { row, cells, key: parseFactKey(expected[at]?.key ?? "") };
  });
}

type Group = {
  readonly section: FactSection;
  readonly id: string;
  /** The fact's own row, and those of its parts. */
  readonly cells: FactCells;
  readonly parts: readonly FactCells[];
  readonly row: number;
  readonly partRows: readonly number[];
};

type OpenGroup = {
  section: FactSection;
  id: string;
  cells: FactCells;
  parts: FactCells[];
  row: number;
  partRows: number[];
};

const blank: FactCells = { name: "", value: null, unit: "", approx: "", text: "" };

function group(rows: readonly KeyedRow[], onUnread: (row: number, raw: string) => void): readonly Group[] {
  const groups: OpenGroup[] = [];
  let section: FactSection = "other";
  rows.forEach(({ row, cells: raw, key }, index) => {
    if (key !== undefined) section = key.section;
    if (key?.kind === "s") return;
    const cells = cellsOf(raw, (text) => {
      onUnread(row, text);
    });
    if (key?.kind === "f") groups.push({ section, id: key.id, cells, parts: [], row, partRows: [] });
    else if (key !== undefined) addPart(ownerOf(groups, key.section, key.id, row), cells, row);
    else if (isFilled(cells)) {
      // A row put between the parts of one fact is a part of it.
      const [before, after] = [rows[index - 1]?.key, rows.slice(index + 1).find((next) => next.key !== undefined)?.key];
      const owner = before !== undefined && after?.kind === "p" && before.id === after.id ? after : undefined;
      if (owner !== undefined) addPart(ownerOf(groups, owner.section, owner.id, row), cells, row);
      else groups.push({ section, id: "", cells, parts: [], row, partRows: [] });
    }
  });
  return groups;
}

function addPart({ parts, partRows }: OpenGroup, cells: FactCells, row: number): void {
  parts.push(cells);
  partRows.push(row);
}

function ownerOf(groups: OpenGroup[], section: FactSection, id: string, row: number): OpenGroup {
  const found = groups.filter((open) => open.section === section && open.id === id).at(-1);
  if (found !== undefined) return found;
  const created: OpenGroup = { section, id, cells: blank, parts: [], row, partRows: [] };
  groups.push(created);
  return created;
}

function cellsOf(row: FactRow, onUnread: (text: string) => void): FactCells {
  const { value } = row;
  const number = typeof value === "string" ? plainNumber(value) : (value ?? undefined);
  if (number === undefined && asText(value).trim() !== "") onUnread(asText(value));
  return {
    name: asText(row.name),
    value: number ?? null,
    unit: asText(row.unit),
    approx: asText(row.approx),
    text: asText(row.text),
  };
}

function asText(value: string | number | null | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}

/** A unit alone says nothing: the form proposes one. */
function isFilled({ name, value, approx, text }: FactCells): boolean {
  return value !== null || [name, approx, text].some((word) => word.trim() !== "");
}

function same({ cells, parts }: Group, line: Extract<FactLine, { kind: "fact" }>): boolean {
  const expected = line.parts.map((part) => part.cells);
  const length = Math.max(parts.length, expected.length);
  const equal = Array.from({ length }, (_, index) => equalCells(parts[index] ?? blank, expected[index] ?? blank));
  return equalCells(cells, line.cells) && equal.every(Boolean);
}

function equalCells(a: FactCells, b: FactCells): boolean {
  return a.name === b.name && a.value === b.value && a.unit === b.unit && a.approx === b.approx && a.text === b.text;
}

function factOf(
  { id, cells, parts }: Group,
  line: Extract<FactLine, { kind: "fact" }> | undefined,
  messages: WorkbookMessages,
): Fact | undefined {
  // Categories of which none has a figure say nothing yet.
  const filled = parts.some((part) => part.value !== null) ? parts.filter(isFilled) : [];
  if (!isFilled(cells) && filled.length === 0) return undefined;
  const { name, value, unit, approx, text } = cells;
  const before = line?.fact;
  return {
    id,
    label: name === "" ? (line?.field?.label ?? "") : name,
    value,
    unit: unit.trim() === "" ? null : unit,
    ...(approx !== "" && { approx }),
    // A share printed elsewhere belongs to the figure that it was printed with.
    ...(before?.pct !== undefined && before.value === value && { pct: before.pct }),
    ...(filled.length > 0 && { parts: partsOf(filled, messages) }),
    ...(text !== "" && { text }),
  };
}

function partsOf(parts: readonly FactCells[], messages: WorkbookMessages): NonNullable<Fact["parts"]> {
  if (parts.every(({ name }) => name.trim() === "")) return parts.map(({ value }) => value ?? 0);
  const named = new Map<string, number>();
  parts.forEach(({ name, value }, index) => {
    const own = name.trim() === "" ? messages.facts.unnamedPart(index + 1) : name;
    // Two parts of one name are one category.
    named.set(own, (named.get(own) ?? 0) + (value ?? 0));
  });
  return Object.fromEntries(named);
}
