import fc from "fast-check";

import type { Report } from "../../src/core/model/report";
import { narrate } from "../../src/core/narrative/narrate";
import { livingText, publishedNarrative, updatedSheet, type LivingText } from "../../src/core/narrative/living";
import { takeFigures } from "../../src/core/narrative/living-figures";
import { diffTexts, tokensOf } from "../../src/core/narrative/text-diff";
import { rowKey, type TextRow, type TextSheet } from "../../src/core/narrative/text-row";
import { nb2021 } from "../../src/templates/nb2021";
import { reportWith } from "../narrative/reports";

const empty: TextSheet = { rows: [], known: [] };

function live(report: Report, sheet: TextSheet = empty): LivingText {
  return livingText({ template: nb2021, report, prior: undefined }, narrate(nb2021, report), sheet);
}

function report(received: number, facts: Parameters<typeof reportWith>[2] = {}): Report {
  return reportWith(
    nb2021,
    {
      "t3.newReceived.naturalPerson": received,
      "t3.newReceived.total": received,
      "t3.granted.naturalPerson": received,
      "t3.granted.total": received,
      "t3.totalHandled.naturalPerson": received,
      "t3.totalHandled.total": received,
    },
    facts,
  );
}

const six = report(6);
const seven = report(7);
const written = updatedSheet(live(six));

function rewrite(sheet: TextSheet, change: (row: TextRow) => string): TextSheet {
  return { ...sheet, rows: sheet.rows.map((row) => ({ ...row, text: change(row) })) };
}

const says = (text: string) => (row: TextRow) => row.text.includes(text);

test("a new sheet holds title, headings and paragraphs, and is up to date", () => {
  expect(written.rows[0]).toMatchObject({ key: "T", text: "某某局2021年政府信息公开工作年度报告" });
  expect(written.rows.some(says("6件"))).toBe(true);
  const now = live(six, written);
  expect(now.isBehind).toBe(false);
  expect(new Set(now.paragraphs.map(({ state }) => state))).toEqual(new Set(["follows"]));
  expect(publishedNarrative(narrate(nb2021, six), now)).toEqual(narrate(nb2021, six));
});

test("an untouched paragraph follows the figures", () => {
  const now = live(seven, written);
  expect(now.isBehind).toBe(true);
  const changed = now.paragraphs.filter(({ shown, text }) => shown !== text);
  expect(changed).not.toHaveLength(0);
  expect(changed.every(({ state }) => state === "follows")).toBe(true);
  expect(updatedSheet(now)).toEqual(updatedSheet(live(seven)));
});

test("an edited paragraph is kept, its old figure is marked and can be taken in", () => {
  const edited = rewrite(written, ({ text }) => text.replace("6件", "申请6件，均由我局受理"));
  const now = live(seven, edited);
  const [found] = now.paragraphs.filter(({ state }) => state === "edited");
  expect(found?.text).toContain("申请6件，均由我局受理");
  const stale = found?.figures.filter(({ state }) => state === "stale") ?? [];
  expect(stale[0]).toMatchObject({ text: "6件", now: { text: "7件", value: 7 } });
  // Writing the sheet keeps the clerk's words and the old figure with them.
  const kept = live(seven, updatedSheet(now)).paragraphs.find(({ state }) => state === "edited");
  expect(kept?.text).toBe(found?.text);
  expect(kept?.figures).toEqual(found?.figures);

  if (found === undefined || found.told === null) throw new Error("The paragraph has lost what it was made from");
  const all = found.figures.map((_, index) => index);
  const taken = takeFigures(found.text, found.told, found.figures, all);
  expect(taken.text).toContain("申请7件，均由我局受理");
  const rows = updatedSheet(now).rows.map((row) => (row.key === found.key ? { ...row, ...taken } : row));
  const after = live(seven, { ...written, rows });
  expect(after.paragraphs.find(({ key }) => key === found.key)).toMatchObject({ state: "edited", text: taken.text });
  expect(after.paragraphs.flatMap(({ figures }) => figures).some(({ state }) => state === "stale")).toBe(false);
});

test("a clerk's own paragraph stays where it was put and belongs to the section above it", () => {
  const at = written.rows.findIndex(({ key }) => key === "H:s6") + 1;
  const own: TextRow = { key: "", text: "我局另有2项事项需要报告。", told: null };
  const rows = [...written.rows.slice(0, at), own, ...written.rows.slice(at)];
  const now = live(seven, { ...written, rows });
  expect(now.paragraphs[at]).toMatchObject({ state: "added", section: "s6", text: own.text });
  expect(updatedSheet(now).rows[at]).toEqual(own);
  const published = publishedNarrative(narrate(nb2021, seven), now);
  expect(published.sections.find(({ id }) => id === "s6")?.paragraphs[0]?.text).toBe(own.text);
});

test("a paragraph that was taken out stays out, whether the row or only its words went", () => {
  const target = written.rows.findIndex(says("6件"));
  const without = { ...written, rows: written.rows.filter((_, index) => index !== target) };
  const emptied = {
    ...written,
    rows: written.rows.map((row, index) => (index === target ? { ...row, text: "" } : row)),
  };
  for (const sheet of [without, emptied]) {
    const now = live(seven, sheet);
    expect(now.paragraphs.filter(({ state }) => state === "removed")).toHaveLength(1);
    expect(live(seven, updatedSheet(now)).paragraphs.filter(({ state }) => state === "removed")).toHaveLength(1);
    expect(JSON.stringify(publishedNarrative(narrate(nb2021, seven), now))).not.toContain("7件");
  }
});

test("an edited paragraph whose reason is gone is kept, an untouched one goes", () => {
  const notes = {
    other: [
      { id: "matter1", text: "甲事项" },
      { id: "matter2", text: "乙事项" },
    ],
  };
  const before = updatedSheet(live(report(6, notes)));
  const edited = rewrite(before, ({ text }) => text.replace("乙事项", "乙事项，已办结"));
  const now = live(report(6, { other: [] }), edited);
  const found = (word: string): string | undefined => now.paragraphs.find(({ text }) => text.includes(word))?.state;
  expect([found("甲事项"), found("乙事项")]).toEqual(["gone", "edited"]);
  expect(updatedSheet(now).rows.some(says("乙事项，已办结"))).toBe(true);
  expect(updatedSheet(now).rows.some(says("甲事项"))).toBe(false);
});

test("paragraphs of one rule that change places are known by what they say", () => {
  const of = (...texts: string[]): Report =>
    report(6, { other: texts.map((text, index) => ({ id: `matter${String(index + 1)}`, text })) });
  const before = updatedSheet(live(of("甲事项", "乙事项", "丙事项")));
  const edited = rewrite(before, ({ text }) => text.replace("丙事项", "丙事项，已办结"));
  const now = live(of("乙事项", "丙事项"), edited);
  const state = (word: string): string | undefined => now.paragraphs.find(({ text }) => text.includes(word))?.state;
  expect([state("甲事项"), state("乙事项"), state("丙事项，已办结")]).toEqual(["gone", "follows", "edited"]);
  expect(now.paragraphs.filter((one) => one.state === "new")).toEqual([]);
});

test("rows that have lost their keys are known by what they say", () => {
  const bare = { known: [], rows: written.rows.map(({ text }) => ({ key: "", text, told: null })) };
  const now = live(six, bare);
  expect(now.paragraphs.every(({ state }) => state === "follows")).toBe(true);
  const reworked = { known: [], rows: bare.rows.map((row) => ({ ...row, text: row.text.replace("6件", "六件") })) };
  expect(live(six, reworked).paragraphs.map(({ state }) => state)).not.toContain("new");
});

test("a moved sentence keeps its figures, a number of the clerk's own is none of ours", () => {
  const told = {
    text: "收到申请6件。召开会议9次。",
    claims: [{ text: "6件", value: 6, source: "t3.newReceived.total", offset: 4 }],
  };
  const row: TextRow = {
    key: rowKey("text", "overview", "nb2021.x"),
    text: "召开会议9次。另有6个问题。收到申请6件。",
    told,
  };
  const [found] = live(seven, { rows: [row], known: [] }).paragraphs.filter(({ row: index }) => index === 0);
  expect(found?.figures).toMatchObject([{ text: "6件", offset: 18, state: "stale" }]);
});

const words = fc.stringMatching(/^[一-十件次了6 。，7]{1,12}$/u);
/** What a clerk does to a row: nothing, words put in, words cut out, all of it rewritten. */
const edit = fc.oneof(
  { weight: 3, arbitrary: fc.constant((text: string) => text) },
  fc.tuple(fc.nat(), words).map(
    ([at, own]) =>
      (text: string) =>
        text.slice(0, at % (text.length + 1)) + own + text.slice(at % (text.length + 1)),
  ),
  fc.tuple(fc.nat(), fc.nat({ max: 20 })).map(
    ([at, count]) =>
      (text: string) =>
        text.slice(0, at % text.length) + text.slice((at % text.length) + count),
  ),
  words.map((own) => () => own),
);
const sheets = fc
  .tuple(
    fc.array(edit, { minLength: 60, maxLength: 60 }),
    fc.array(fc.tuple(fc.nat({ max: 40 }), words), { maxLength: 3 }),
    fc.array(fc.nat({ max: 40 }), { maxLength: 2 }),
  )
  .map(([edits, added, dropped]): TextSheet => {
    const rows = written.rows.flatMap((row, index) =>
      dropped.includes(index) ? [] : [{ ...row, text: edits[index]?.(row.text) ?? row.text }],
    );
    for (const [at, text] of added) rows.splice(at, 0, { key: "", text, told: null });
    return { ...written, rows };
  });

test("whatever the clerk does and however the figures change, no word of hers is lost", () => {
  fc.assert(
    fc.property(sheets, fc.nat({ max: 30 }), (sheet, received) => {
      const now = live(report(received), sheet);
      const texts = updatedSheet(now).rows.map(({ text }) => text);
      const own = sheet.rows.filter(({ text, told }) => text.trim() !== "" && text.trim() !== told?.text);
      for (const { text } of own) expect(texts).toContain(text.trim());
      // Nothing is written twice, and what was written is what would be written again.
      const again = live(report(received), updatedSheet(now));
      expect(again.isBehind).toBe(false);
      expect(updatedSheet(again)).toEqual(updatedSheet(now));
    }),
    { numRuns: 60 },
  );
});

test("after all figures were taken in none is old", () => {
  fc.assert(
    fc.property(sheets, fc.nat({ max: 30 }), (sheet, received) => {
      const now = live(report(received), sheet);
      const rows = updatedSheet(now).rows.map((row) => {
        const found = now.paragraphs.find(
          ({ key, text, state }) => key === row.key && text === row.text && state === "edited",
        );
        if (found === undefined || found.told === null) return row;
        return {
          ...row,
          ...takeFigures(
            found.text,
            found.told,
            found.figures,
            found.figures.map((_, index) => index),
          ),
        };
      });
      const after = live(report(received), { ...updatedSheet(now), rows });
      expect(after.paragraphs.flatMap(({ figures }) => figures).filter(({ state }) => state === "stale")).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test("the pieces of a comparison are both texts", () => {
  fc.assert(
    fc.property(words, words, (older, newer) => {
      const pieces = diffTexts(older, newer);
      const without = (kind: "old" | "new"): string =>
        pieces
          .filter((one) => one.kind !== kind)
          .map(({ text }) => text)
          .join("");
      expect([without("new"), without("old")]).toEqual([older, newer]);
      expect(
        tokensOf(older)
          .map(({ text }) => text)
          .join(""),
      ).toBe(older);
    }),
  );
});

test("a comparison shows what was replaced, not the few characters that stayed by chance", () => {
  expect(diffTexts("收到申请143件，其中自然人140件。", "收到申请144件，其中自然人141件。")).toEqual([
    { kind: "same", text: "收到申请" },
    { kind: "old", text: "143" },
    { kind: "new", text: "144" },
    { kind: "same", text: "件，其中自然人" },
    { kind: "old", text: "140" },
    { kind: "new", text: "141" },
    { kind: "same", text: "件。" },
  ]);
  const rewritten = diffTexts("其中自然人140件、商业企业1件、其他组织2件。", "其中【待填：各类申请人的件数】。");
  expect(rewritten.map(({ kind }) => kind)).toEqual(["same", "old", "new", "same"]);
});

test("a claim whose cell is blank now says nothing of the figure", () => {
  const values = new Map(six.values);
  values.set("t3.newReceived.total", null);
  const edited = rewrite(written, ({ text }) => text.replace("6件", "申请6件"));
  const figures = live({ ...six, values }, edited).paragraphs.flatMap(({ state, figures: own }) =>
    state === "edited" ? own : [],
  );
  expect(figures.find(({ source }) => source === "t3.newReceived.total")?.state).toBe("lost");
});
