import { factId } from "../core/model/facts";
import { parseExpression } from "../core/narrative/expression";
import { isFactSection } from "../core/narrative/inputs";
import { fillsField } from "../core/narrative/place-facts";
import { factsAnchor } from "../formats/xlsx/form-layout";
import { factColumns, type FactColumn } from "../formats/xlsx/fact-lines";
import { readFactsOf, type FormInWorkbook } from "./form-in-workbook";
import type { Area } from "./ports";

/**
 * Where a fact path (`disclosure.wechat.value`, `disclosure.wechat.parts.新闻`, `problem.problem1.text`) stands on the
 * sheet 正文要素; of an expression the first fact that it names. Undefined where the sheet has no such line.
 */
export function factArea(form: FormInWorkbook, source: string): Area | undefined {
  const block = form.mirror.block(factsAnchor);
  if (block === undefined) return undefined;
  const path = parseExpression(source).find((term) => isFactSection(term.path[0] ?? ""))?.path;
  const [section, name = "", key = "value", part] = path ?? [];
  if (section === undefined) return undefined;
  const [id = "", nth = "1"] = name.split("#");
  const field = form.template.facts.find((known) => known.section === section && known.id === id);
  const { places } = readFactsOf(form, block);
  const own = places.filter((place) => place.section === section);
  const found =
    own.filter((place) => place.id === id)[Number(nth) - 1] ??
    own.find((place) => field !== undefined && (place.id === factId(field, 1) || fillsField(field, place.id)));
  if (found === undefined) return undefined;
  const named = key === "parts" ? found.parts : [];
  const row = named.find((line) => line.name === part)?.row ?? named[Number(part)]?.row ?? found.row;
  const column = block.column + factColumns.indexOf(columns[key] ?? "value");
  return { sheet: block.sheet, row: block.row + row, column, rows: 1, columns: 1 };
}

const columns: Readonly<Record<string, FactColumn>> = { text: "text", label: "name" };
