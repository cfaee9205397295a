import { readFileSync } from "node:fs";

import type { GridItem } from "../../src/core/model/layout";
import { cellsOf, figureRows, type FormSheet, type Template } from "../../src/core/model/template";
import { bindRules } from "../../src/core/rules/expand";
import { templates } from "../../src/templates";

type OfficialCell = {
  readonly t?: string;
  readonly v?: string;
  readonly cs?: number;
  readonly rs?: number;
  readonly h?: boolean;
  readonly indent?: number;
};
type OfficialGrid = readonly (readonly OfficialCell[])[];
type Official = {
  readonly title: string;
  readonly validYears: { readonly from: number; readonly to: number | null };
  readonly source: { readonly doc: string; readonly name: string; readonly date: string };
  readonly sections?: readonly { readonly id: string; readonly title: string }[];
  readonly tables: readonly {
    readonly id: string;
    readonly title: string;
    readonly columns: readonly {
      readonly id: string;
      readonly label: string;
      readonly kind: string;
      readonly sign: string;
      readonly unit: string | null;
    }[];
    readonly rows: readonly {
      readonly id: string;
      readonly label: string;
      readonly value: boolean;
      readonly level: number;
      readonly parent: string | null;
      readonly kind?: string | null;
      readonly sign?: string | null;
      readonly unit?: string | null;
      readonly verified?: string;
      readonly note?: string;
      readonly aliases?: readonly string[];
    }[];
    readonly layout?: { readonly grid: OfficialGrid };
    readonly footer?: readonly string[];
  }[];
  readonly renderGroups?: readonly { readonly id: string; readonly layout: { readonly grid: OfficialGrid } }[];
  readonly variants?: readonly {
    readonly id: string;
    readonly desc: string;
    readonly rows: readonly {
      readonly table: string;
      readonly parent: string;
      readonly id: string;
      readonly label: string;
    }[];
  }[];
  readonly rules: readonly {
    readonly id: string;
    readonly kind: string;
    readonly severity: string;
    readonly message: string;
    readonly source: unknown;
  }[];
};

/** The transcription of the official forms that the templates were made from. */
function official({ id }: Template): Official {
  return JSON.parse(readFileSync(`test/data/templates/${id}.json`, "utf8")) as Official;
}

const aboutText = ["narrative", "format", "similarity"];

/** Cells, and balances over whole columns or rows that every form of its kind must have. */
const size: Readonly<Record<string, number>> = { gb2014: 58, tj2017: 49, nb2019: 198, nb2021: 200 };
const withTables = templates.filter(({ tables }) => tables.length > 0);

test("every form with a table has a transcription, and the form without one has no figures", () => {
  expect(withTables.map(({ id }) => id)).toEqual(Object.keys(size));
  const others = templates.filter((template) => !withTables.includes(template));
  expect(others.map((template) => [template.id, cellsOf(template).length])).toEqual([["text2008", 0]]);
});

describe.each(withTables.map((template) => [template.id, template] as const))("%s", (_, template) => {
  const form = official(template);

  test("has the official number of cells, each with an id of its own", () => {
    const cells = cellsOf(template);
    expect(cells).toHaveLength(size[template.id] ?? NaN);
    expect(new Set(cells).size).toBe(cells.length);
  });

  test("carries titles and labels word for word", () => {
    expect(template.title).toBe(form.title);
    const { doc, name, date } = form.source;
    const { from, to } = form.validYears;
    expect(template).toMatchObject({ reportYears: { from, to }, source: { doc, name, date } });
    // Before 2019 no order of sections was laid down.
    if (form.sections !== undefined)
      expect(template.sections.map(({ id, title }) => ({ id, title }))).toEqual(
        form.sections.map(({ id, title }) => ({ id, title })),
      );
    for (const table of form.tables) {
      const ours = template.tables.find(({ id }) => id === table.id);
      expect(ours?.title).toBe(table.title);
      expect(
        ours?.rows.map(({ id, label, aliases, level, parent }) => ({ id, label, aliases, level, parent })),
      ).toEqual(table.rows.map(({ id, label, aliases, level, parent }) => ({ id, label, aliases, level, parent })));
      const byRow = table.columns.some(({ kind }) => kind === "row");
      expect(ours?.columns.map(({ id, label, kind, sign, unit }) => ({ id, label, kind, sign, unit }))).toEqual(
        table.columns.map(({ id, label, kind, sign, unit }) => ({ id, label, ...(!byRow && { kind, sign, unit }) })),
      );
      if (byRow)
        expect(
          ours?.rows.map(({ kind, sign, unit, verified, note }) => ({ kind, sign, unit, verified, note })),
        ).toEqual(
          table.rows.map(({ kind, sign, unit, verified, note }) => ({
            kind: kind ?? undefined,
            sign: sign ?? undefined,
            unit: unit ?? undefined,
            verified,
            note,
          })),
        );
      expect(ours === undefined ? [] : figureRows(ours).map(({ id }) => id)).toEqual(
        table.rows.filter(({ value }) => value).map(({ id }) => id),
      );
    }
    expect(template.tables).toHaveLength(form.tables.length);
  });

  test("is laid out as the official form, every cell in its place", () => {
    const grids = [...(form.renderGroups ?? []), ...form.tables].flatMap(({ id, layout }) =>
      layout === undefined ? [] : [[id, layout.grid] as const],
    );
    expect(template.sheets.map(({ id }) => id)).toEqual(grids.map(([id]) => id));
    for (const [id, grid] of grids) {
      const sheet = template.sheets.find((found) => found.id === id);
      expect(sheet?.layout.grid.map((row) => row.flatMap((item) => expand(template, item)))).toEqual(
        grid.map((row) => row.map((cell, index) => plain(cell, index === 0 ? indicatorSpan(sheet) : 1))),
      );
    }
    expect(template.sheets.flatMap(({ footer }) => footer?.labels ?? [])).toEqual(
      form.tables.flatMap(({ footer = [] }) => footer),
    );
  });

  test("knows the variants that its transcription names", () => {
    const found = (template.variants ?? []).map(({ id, note, table, row, by }) => ({
      id,
      desc: note,
      rows: by.map((line) => ({ table, parent: row, id: line.id, label: line.label })),
    }));
    expect(found).toEqual(form.variants ?? []);
  });

  test("is verified only where every label is", () => {
    const recalled = form.tables.some(({ rows }) => rows.some(({ verified }) => verified === "recall"));
    expect(template.verified).toBe(!recalled);
  });

  test("has every official rule over figures with its severity, and a source for each", () => {
    const figures = form.rules.filter(({ kind }) => !aboutText.includes(kind));
    const ours = new Map(template.rules.map((rule) => [`${template.id}.${rule.id}`, rule]));
    for (const { id, kind, severity, source, message } of figures) {
      expect(ours.get(id)).toMatchObject({ severity, source });
      // What is blank is one finding for a whole table, where the transcription has a sentence for each cell.
      if (kind !== "required") expect(ours.get(id)?.sentence).toBe(message);
      ours.delete(id);
    }
    // The contract names the first; the second is about 正文要素, of which the transcription knows nothing.
    expect([...ours.keys()]).toEqual([`${template.id}.zeroReport`, `${template.id}.facts.partsSum`]);
  });

  test("binds its rules to cells that exist, each under an id of its own", () => {
    const { rules } = bindRules(template);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    const flows = template.tables.find(({ id }) => id === "t3")?.columns.length ?? 0;
    expect(rules.filter(({ id }) => id.startsWith(`${template.id}.t3.balance[`))).toHaveLength(flows);
  });
});

type Plain = {
  readonly text?: string | undefined;
  readonly value?: string | undefined;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly head: boolean;
  readonly indent: number;
};

function plain({ t, v, cs = 1, rs = 1, h = false, indent = 0 }: OfficialCell, span: number): Plain {
  return { text: t, value: v, colSpan: cs * span, rowSpan: rs, head: h, indent };
}

/** Where labels of a 表尾 stand below the indicators, their column is divided into several grid columns. */
function indicatorSpan(sheet: FormSheet | undefined): number {
  return sheet?.footer === undefined ? 1 : sheet.layout.columnWidths.length - 2;
}

function expand(template: Template, item: GridItem): Plain[] {
  if ("text" in item) {
    const { text, colSpan = 1, rowSpan = 1, head = false, indent = 0 } = item;
    return [{ text, value: undefined, colSpan, rowSpan, head, indent }];
  }
  if ("value" in item)
    return [{ text: undefined, value: item.value, colSpan: item.colSpan ?? 1, rowSpan: 1, head: false, indent: 0 }];
  const table = template.tables.find(({ id }) => item.values.startsWith(`${id}.`));
  return (table?.columns ?? []).map(({ id }) => ({
    text: undefined,
    value: `${item.values}.${id}`,
    colSpan: 1,
    rowSpan: 1,
    head: false,
    indent: 0,
  }));
}
