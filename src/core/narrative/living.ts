import { generatedRows, type Generated } from "./generated-rows";
import type { Inputs } from "./inputs";
import { carryFigures, figuresIn, type LivingFigure } from "./living-figures";
import { pairRows } from "./living-pairs";
import type { Claim, Narrative, NarrativeSection, Paragraph, Placeholder } from "./narrative";
import {
  keyParts,
  plainText,
  rowKey,
  sectionsOfRows,
  type RowPart,
  type TextRow,
  type TextSheet,
  type Told,
} from "./text-row";

/**
 * What has become of a paragraph:
 * - `follows`: nobody touched it, it says what the figures say;
 * - `edited`: the clerk changed it, her words are kept;
 * - `added`: the clerk's own;
 * - `new`: it is made from the figures and does not stand in the sheet yet;
 * - `gone`: nobody touched it, and the figures do not give it any more;
 * - `removed`: the clerk took it out; it stays out.
 */
export type LivingState = "follows" | "edited" | "added" | "new" | "gone" | "removed";

export type LivingParagraph = {
  readonly key: string;
  readonly part: RowPart;
  /** null for the title and the 导语. */
  readonly section: string | null;
  readonly state: LivingState;
  /** What the report says. */
  readonly text: string;
  /** What the sheet shows; null where it shows nothing of it. */
  readonly shown: string | null;
  /** Which of the rows given; null where there is none. */
  readonly row: number | null;
  readonly told: Told | null;
  /** As it is made from the figures now; null where they do not give it. */
  readonly generated: Paragraph | null;
  /** The figures in `text` whose source is known, in its order. */
  readonly figures: readonly LivingFigure[];
  /** Edited, and since then the figures came to say it in other words. */
  readonly isReworded: boolean;
};

/** The text as it stands in the sheet and as the figures have it now. */
export type LivingText = {
  readonly paragraphs: readonly LivingParagraph[];
  /** Whether the sheet shows something else than it should: it would be written anew. */
  readonly isBehind: boolean;
};

/**
 * Holds the sheet against what the figures give now. Whatever the clerk wrote is kept; what nobody touched follows.
 * @param inputs the report that `generated` was made from, for the figures in the clerk's sentences
 */
export function livingText(inputs: Inputs, generated: Narrative, sheet: TextSheet): LivingText {
  const made = generatedRows(generated);
  const rows = sheet.rows.map((row) => ({ ...row, text: plainText(row.text) }));
  const { byRow, removed } = pairRows(made, rows, sheet.known);
  const places = sectionsOfRows(rows);
  const paragraphs: LivingParagraph[] = [];
  rows.forEach((row, index) => {
    if (row.text === "") return;
    paragraphs.push(standing(inputs, row, index, places[index] ?? null, byRow.get(index)));
  });
  insertMissing(paragraphs, made, new Set(removed));
  return { paragraphs, isBehind: paragraphs.some(isBehind) };
}

type Pairing = { readonly made: Generated | undefined; readonly isCopy: boolean };

function standing(
  inputs: Inputs,
  row: TextRow,
  index: number,
  section: string | null,
  pairing: Pairing | undefined,
): LivingParagraph {
  const { text, told } = row;
  const made = pairing?.made;
  const { part } = made ?? keyParts(row.key);
  const place = { key: made?.key ?? row.key, part, section, row: index, shown: text, told, generated: made ?? null };
  const isOwn = row.key === "" || pairing?.isCopy === true;
  const isUntouched = !isOwn && told !== null && text === plainText(told.text);
  if (made !== undefined && (isUntouched || text === plainText(made.text)))
    return { ...place, state: "follows", text: made.text, figures: current(made.claims), isReworded: false };
  const figures = figuresIn(inputs, text, told);
  if (made === undefined && isUntouched) return { ...place, state: "gone", text, figures: [], isReworded: false };
  const isReworded = made !== undefined && told !== null && words(made.text) !== words(told.text);
  const state = made === undefined && isOwn ? "added" : "edited";
  return { ...place, key: isOwn && made === undefined ? "" : place.key, state, text, figures, isReworded };
}

/** The text without its numbers. */
function words(text: string): string {
  return text.replace(/\d+(?:\.\d+)?/gu, "#");
}

function current(claims: readonly Claim[]): readonly LivingFigure[] {
  return claims.map((claim) => ({ ...claim, state: "current", now: null }));
}

/** Puts what is made and has no row behind what is made before it. */
function insertMissing(paragraphs: LivingParagraph[], made: readonly Generated[], removed: ReadonlySet<string>): void {
  const present = new Set(paragraphs.flatMap(({ generated, key }) => (generated === null ? [] : [key])));
  let at = -1;
  for (const one of made) {
    if (present.has(one.key)) {
      at = paragraphs.findIndex(({ generated, key }) => generated !== null && key === one.key);
      continue;
    }
    const state = removed.has(one.key) ? "removed" : "new";
    paragraphs.splice(at + 1, 0, {
      key: one.key,
      part: one.part,
      section: one.section,
      state,
      text: one.text,
      shown: null,
      row: null,
      told: null,
      generated: one,
      figures: current(one.claims),
      isReworded: false,
    });
    at += 1;
  }
}

/** Whether the sheet shows the paragraph otherwise than it should. */
export function isBehind({ state, text, shown, told }: LivingParagraph): boolean {
  if (state === "new" || state === "gone") return true;
  return state === "follows" && (shown !== plainText(text) || told?.text !== text);
}

/** The rows that the sheet should show: untouched paragraphs say what the figures say, the clerk's words stay. */
export function updatedSheet({ paragraphs }: LivingText): TextSheet {
  const rows = paragraphs.flatMap(({ key, state, text, told, generated, figures }): readonly TextRow[] => {
    if (state === "gone" || state === "removed") return [];
    if (generated !== null && state !== "edited")
      return [{ key, text, told: { text: generated.text, claims: generated.claims } }];
    return [{ key, text, told: told === null ? null : carryFigures(told, text, figures) }];
  });
  return { rows, known: paragraphs.flatMap(({ key, generated }) => (generated === null ? [] : [key])) };
}

/** What a claim is printed as: the figures of the clerk's sentences included. */
function claimsOf(figures: readonly LivingFigure[]): readonly Claim[] {
  return figures.flatMap(({ state, text, value, source, offset }) =>
    state === "lost" ? [] : [{ text, value, source, offset }],
  );
}

const placeholder = /【待填[^】]*】/gu;

/**
 * The report text as it will be published: edited paragraphs as the clerk has them, all others as the figures give
 * them. A figure that has changed since is a claim that says the old value.
 */
export function publishedNarrative(generated: Narrative, { paragraphs }: LivingText): Narrative {
  const standing = paragraphs.filter(({ state }) => state !== "gone" && state !== "removed");
  const textOf = (key: string): string | undefined => standing.find((one) => one.key === key)?.text;
  const within = (section: string | null): readonly Paragraph[] =>
    standing
      .filter((one) => one.section === section && (one.part === "text" || one.part === "subheading"))
      .flatMap(published);
  const preamble = within(null);
  const sections = generated.sections.map(({ id, title }): NarrativeSection => ({
    id,
    title: textOf(rowKey("heading", id)) ?? title,
    paragraphs: within(id),
  }));
  const placeholders = [{ id: "", paragraphs: preamble }, ...sections].flatMap(({ id, paragraphs: inside }) =>
    inside.flatMap(({ text }) =>
      [...text.matchAll(placeholder)].map(
        ([gap]): Placeholder =>
          generated.placeholders.find((one) => one.section === id && one.text === gap) ?? { section: id, text: gap },
      ),
    ),
  );
  return { title: textOf(rowKey("title")) ?? generated.title, preamble, sections, placeholders };
}

/** A paragraph of the sheet; one in which the clerk began new lines is several. */
function published({ state, part, text, generated, figures, key }: LivingParagraph): readonly Paragraph[] {
  if (generated !== null && state !== "edited") {
    const { rule, kind, claims, sentences } = generated;
    return [{ rule, kind, text, claims, sentences }];
  }
  const kind = part === "subheading" ? "heading" : "text";
  const rule = generated?.rule ?? keyParts(key).group.split(":").slice(2).join(":");
  const claims = claimsOf(figures);
  const paragraphs: Paragraph[] = [];
  for (const match of text.matchAll(/[^\n]+/gu)) {
    const line = match[0].trim();
    const from = match.index + match[0].indexOf(line);
    if (line === "") continue;
    const own = claims
      .filter(({ offset, text: figure }) => offset >= from && offset + figure.length <= from + line.length)
      .map((claim) => ({ ...claim, offset: claim.offset - from }));
    paragraphs.push({ rule, kind, text: line, claims: own, sentences: [{ rule, text: line }] });
  }
  return paragraphs;
}
