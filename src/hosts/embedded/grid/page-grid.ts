import { LifecycleStages, LocaleType, LogLevel, mergeLocales, type PluginCtor, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionalFormattingTexts from "@univerjs/preset-sheets-conditional-formatting/locales/zh-CN";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreTexts from "@univerjs/preset-sheets-core/locales/zh-CN";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import dataValidationTexts from "@univerjs/preset-sheets-data-validation/locales/zh-CN";
import { CalculationMode } from "@univerjs/sheets-formula";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import { type Grid, startGrid } from "./grid";
import { pasteValuesOnly } from "./paste-values";

/** Univer's own protection is another one than Excel's and would not be saved; what the page obeys is guard-protection.ts. */
const HIDDEN_MENUS = Object.fromEntries(
  [
    "sheet.contextMenu.permission",
    "sheet.command.add-range-protection-from-sheet-bar",
    "sheet.command.delete-worksheet-protection-from-sheet-bar",
    "sheet.command.change-sheet-protection-from-sheet-bar",
    "sheet.command.view-sheet-permission-from-sheet-bar",
  ].map((id) => [id, { hidden: true }] as const),
);

/** Starts Univer with its user interface inside `container`, which needs a size of its own; resolves once it is drawn. */
export async function startPageGrid(container: HTMLElement): Promise<Grid> {
  const univer = new Univer({
    logLevel: LogLevel.WARN,
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: mergeLocales(coreTexts, conditionalFormattingTexts, dataValidationTexts) },
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: false,
      menu: HIDDEN_MENUS,
      formula: { initialFormulaComputing: CalculationMode.FORCED },
    }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset(),
  ];
  for (const plugin of presets.flatMap((preset) => preset.plugins)) {
    const [constructor, options] = (Array.isArray(plugin) ? plugin : [plugin]) as [PluginCtor, object?];
    univer.registerPlugin(constructor, options);
  }
  const grid = startGrid(univer, FUniver.newAPI(univer));
  await drawn(grid.univerAPI);
  pasteValuesOnly(grid);
  return grid;
}

function drawn(univerAPI: FUniver): Promise<void> {
  return new Promise((resolve) => {
    const ready = univerAPI.addEvent(univerAPI.Event.LifeCycleChanged, ({ stage }) => {
      if (stage < LifecycleStages.Steady) return;
      ready.dispose();
      resolve();
    });
  });
}
