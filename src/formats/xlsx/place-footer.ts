import type { FormSheet, Template } from "../../core/model/template";
import type { WorkbookMessages } from "../../messages/workbook";
import type { PlacedCell, Rect } from "./placed-form";

export type PlacedFooter = {
  readonly cells: readonly PlacedCell[];
  /** Rows below the grid. */
  readonly rows: number;
  /** The labels with their inputs, if the form has any. */
  readonly block: Rect | undefined;
};

/** What stands below the official grid: that a form is 未核验, and the 表尾 with its inputs. */
export function placeFooter(
  template: Template,
  { footer }: FormSheet,
  grid: Rect,
  messages: WorkbookMessages,
): PlacedFooter {
  const cells: PlacedCell[] = [];
  const { column, columns } = grid;
  const top = grid.row + grid.rows;
  let row = top;
  if (!template.verified) {
    const content = { kind: "text", text: messages.unverifiedForm } as const;
    cells.push({ row, column, rows: 1, columns, style: "remark", content });
    row += 1;
  }
  if (footer === undefined) return { cells, rows: row - top, block: undefined };
  const first = row;
  const perLine = footer.spans.length / 2;
  footer.labels.forEach((label, index) => {
    const at = (index % perLine) * 2;
    if (index > 0 && at === 0) row += 1;
    const before = column + sum(footer.spans.slice(0, at));
    const [own = 1, input = 1] = footer.spans.slice(at);
    const text = label + messages.colon;
    cells.push(
      { row, column: before, rows: 1, columns: own, style: "labelFooter", content: { kind: "text", text } },
      { row, column: before + own, rows: 1, columns: input, style: "footer", content: { kind: "footer", label } },
    );
  });
  row += 1;
  return { cells, rows: row - top, block: { row: first, column, rows: row - first, columns } };
}

function sum(spans: readonly number[]): number {
  return spans.reduce((total, span) => total + span, 0);
}
