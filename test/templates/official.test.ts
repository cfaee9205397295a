import { readFileSync } from "node:fs";

import type { GridItem } from "../../src/core/model/layout";
import { cellsOf, figureRows, type Template } from "../../src/core/model/template";
import { bindRules } from "../../src/core/rules/expand";
import { templates } from "../../src/templates";

type OfficialCell = {
  readonly t?: string;
  readonly v?: string;
  readonly cs?: number;
  readonly rs?: number;
  readonly h?: boolean;
};
type OfficialGrid = readonly (readonly OfficialCell[])[];
type Official = {
  readonly title: string;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly tables: readonly {
    readonly id: string;
    readonly title: string;
    readonly columns: readonly {
      readonly id: string;
      readonly label: string;
      readonly kind: string;
      readonly sign: string;
      readonly unit: string;
    }[];
    readonly rows: readonly {
      readonly id: string;
      readonly label: string;
      readonly value: boolean;
      readonly aliases?: readonly string[];
    }[];
    readonly layout?: { readonly grid: OfficialGrid };
  }[];
  readonly renderGroups: readonly { readonly id: string; readonly layout: { readonly grid: OfficialGrid } }[];
  readonly rules: readonly {
    readonly id: string;
    readonly kind: string;
    readonly severity: string;
    readonly source: unknown;
  }[];
};

/** The transcription of the official forms that the templates were made from. */
function official({ id }: Template): Official {
  return JSON.parse(readFileSync(`test/data/templates/${id}.json`, "utf8")) as Official;
}

const aboutText = ["narrative", "format", "similarity"];

describe.each(templates.map((template) => [template.id, template] as const))("%s", (_, template) => {
  const form = official(template);

  test("has the official number of cells, each with an id of its own", () => {
    const cells = cellsOf(template);
    expect(cells).toHaveLength({ nb2019: 198, nb2021: 200 }[template.id] ?? NaN);
    expect(new Set(cells).size).toBe(cells.length);
  });

  test("carries titles and labels word for word", () => {
    expect(template.title).toBe(form.title);
    expect(template.sections.map(({ id, title }) => ({ id, title }))).toEqual(
      form.sections.map(({ id, title }) => ({ id, title })),
    );
    for (const table of form.tables) {
      const ours = template.tables.find(({ id }) => id === table.id);
      expect(ours?.title).toBe(table.title);
      expect(ours?.rows.map(({ id, label, aliases }) => ({ id, label, aliases }))).toEqual(
        table.rows.map(({ id, label, aliases }) => ({ id, label, aliases })),
      );
      expect(ours?.columns.map(({ id, label, kind, sign, unit }) => ({ id, label, kind, sign, unit }))).toEqual(
        table.columns.map(({ id, label, kind, sign, unit }) => ({ id, label, kind, sign, unit })),
      );
      expect(ours === undefined ? [] : figureRows(ours).map(({ id }) => id)).toEqual(
        table.rows.filter(({ value }) => value).map(({ id }) => id),
      );
    }
    expect(template.tables).toHaveLength(form.tables.length);
  });

  test("is laid out as the official form, every cell in its place", () => {
    const grids = [...form.renderGroups, ...form.tables].flatMap(({ id, layout }) =>
      layout === undefined ? [] : [[id, layout.grid] as const],
    );
    expect(template.sheets.map(({ id }) => id)).toEqual(grids.map(([id]) => id));
    for (const [id, grid] of grids) {
      const sheet = template.sheets.find((found) => found.id === id);
      expect(sheet?.layout.grid.map((row) => row.flatMap((item) => expand(template, item)))).toEqual(
        grid.map((row) => row.map(plain)),
      );
    }
  });

  test("has every official rule over figures with its severity, and a source for each", () => {
    const figures = form.rules.filter(({ kind }) => !aboutText.includes(kind));
    const ours = new Map(template.rules.map((rule) => [`${template.id}.${rule.id}`, rule]));
    for (const { id, severity, source } of figures) {
      expect(ours.get(id)).toMatchObject({ severity, source });
      ours.delete(id);
    }
    // The contract names this one; the transcription does not list it.
    expect([...ours.keys()]).toEqual([`${template.id}.zeroReport`]);
  });

  test("binds its rules to cells that exist, each under an id of its own", () => {
    const { rules } = bindRules(template);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(rules.filter(({ id }) => id.startsWith(`${template.id}.t3.balance[`))).toHaveLength(7);
  });
});

type Plain = {
  readonly text?: string | undefined;
  readonly value?: string | undefined;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly head: boolean;
};

function plain({ t, v, cs = 1, rs = 1, h = false }: OfficialCell): Plain {
  return { text: t, value: v, colSpan: cs, rowSpan: rs, head: h };
}

function expand(template: Template, item: GridItem): Plain[] {
  if ("text" in item) {
    const { text, colSpan = 1, rowSpan = 1, head = false } = item;
    return [{ text, value: undefined, colSpan, rowSpan, head }];
  }
  if ("value" in item)
    return [{ text: undefined, value: item.value, colSpan: item.colSpan ?? 1, rowSpan: 1, head: false }];
  const table = template.tables.find(({ id }) => item.values.startsWith(`${id}.`));
  return (table?.columns ?? []).map(({ id }) => ({
    text: undefined,
    value: `${item.values}.${id}`,
    colSpan: 1,
    rowSpan: 1,
    head: false,
  }));
}
