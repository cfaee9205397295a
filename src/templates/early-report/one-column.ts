import type { GridItem, Layout } from "../../core/model/layout";
import type { FormSheet, Row } from "../../core/model/template";

/** The column of indicators is divided so that the labels of the 表尾 find their places below it. */
const widths = [14, 25, 11, 16] as const;
const footerSpans = [1, 1, 1, 3] as const;

/** One line of a form with a single column of figures. Without a unit it is a heading and holds none. */
export type Line = readonly [id: string, label: string, level: number, parent: string | null, unit: string | null];

type About = {
  /** Lines whose wording has been held against the original. */
  readonly confirmed: "all" | readonly string[];
  readonly notes: Readonly<Record<string, string>>;
};

/** Kind, sign and unit are given by the row: the column has counts of things, times, people and amounts of money. */
export function rowsOf(lines: readonly Line[], { confirmed, notes }: About): readonly Row[] {
  return lines.map(([id, label, level, parent, unit]) => ({
    id,
    label,
    level,
    parent,
    role: unit === null ? "heading" : "leaf",
    verified: confirmed === "all" || confirmed.includes(id) ? "confirmed" : "recall",
    ...(unit !== null && { kind: unit === "万元" ? "decimal4" : "integer", sign: "nonneg", unit }),
    ...(notes[id] !== undefined && { note: notes[id] }),
  }));
}

type Heads = {
  readonly column: string;
  /** What stands in the column of figures beside a heading. */
  readonly beside: string;
};

const dash = "——";
const indents = [undefined, undefined, 1, 2, 3] as const;

/** 统计指标, 单位, and the figure; each level stands further in. */
export function gridOf(lines: readonly Line[], { column, beside }: Heads): Layout["grid"] {
  const colSpan = widths.length;
  return [
    [
      { text: "统计指标", colSpan, head: true },
      { text: "单位", head: true },
      { text: column, head: true },
    ],
    ...lines.map(([id, text, level, , unit]): readonly GridItem[] => {
      const indent = indents[level];
      return [
        { text, colSpan, align: "left", ...(indent !== undefined && { indent }) },
        { text: unit ?? dash, align: "center" },
        unit === null ? { text: beside, align: "center" } : { value: `s.${id}.value` },
      ];
    }),
  ];
}

/** The sheet of such a form: A4 upright, as many pages as it takes. */
export function oneColumnSheet(
  sheet: Pick<FormSheet, "title" | "sectionId"> &
    Pick<Layout, "grid" | "checks"> & { readonly footer: readonly string[] },
): FormSheet {
  const { grid, checks, footer, ...rest } = sheet;
  return {
    id: "s",
    name: "统计表",
    tables: ["s"],
    ...rest,
    layout: { columnWidths: [...widths, 8, 12], headRows: 1, orientation: "portrait", long: true, grid, checks },
    footer: { labels: footer, spans: footerSpans },
  };
}
