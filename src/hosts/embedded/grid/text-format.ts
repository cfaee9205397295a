import { CellValueType, InterceptorEffectEnum } from "@univerjs/core";
import { INTERCEPTOR_POINT, InterceptCellContentPriority, SheetInterceptorService } from "@univerjs/sheets";
import type { FWorkbook } from "@univerjs/sheets/facade";

/**
 * Makes the grid show texts through number formats such as `"填报单位："@`, as Excel does; Univer applies number formats to
 * numbers only. What the cell holds stays the bare text.
 */
export function showTextFormats(workbook: FWorkbook): void {
  const interceptors = workbook.getActiveSheet().getInject().get(SheetInterceptorService);
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Value,
    priority: InterceptCellContentPriority.NUMFMT,
    handler: (cell, location, next) => {
      if (typeof cell?.v !== "string" || cell.t === CellValueType.NUMBER || cell.t === CellValueType.BOOLEAN) {
        return next(cell);
      }
      const pattern = location.workbook.getStyles().getStyleByCell(cell)?.n?.pattern;
      const shown = pattern === undefined ? null : formatText(cell.v, pattern);
      return next(shown === null ? cell : { ...cell, v: shown });
    },
  });
}

const TOKEN = /"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|(@)|(.)/gs;

/** A text as a number format shows it, null where the format says nothing about texts. */
export function formatText(text: string, pattern: string): string | null {
  const section = textSection(pattern);
  if (section === null || section === "@") return null;
  return section.replace(TOKEN, (_, quoted?: string, escaped?: string, at?: string, plain?: string) =>
    at === undefined ? (quoted ?? escaped ?? plain ?? "") : text,
  );
}

/** The fourth section of a format, or a last one with `@` outside of quotes. */
function textSection(pattern: string): string | null {
  const sections = pattern.match(/(?:"[^"]*"|\\.|[^;"])+|(?<=;)(?=;|$)/g) ?? [];
  if (sections.length >= 4) return sections[3] ?? null;
  const last = sections.at(-1) ?? "";
  return last.replace(/"[^"]*"|\\./g, "").includes("@") ? last : null;
}
