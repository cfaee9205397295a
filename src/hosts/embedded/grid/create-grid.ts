import { LocaleType, mergeLocales, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverDataValidationPlugin } from "@univerjs/data-validation";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsDataValidationPlugin } from "@univerjs/sheets-data-validation";
import dataValidationTexts from "@univerjs/sheets-data-validation/locale/zh-CN";
import { CalculationMode, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import formulaTexts from "@univerjs/sheets-formula/locale/zh-CN";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import sheetsTexts from "@univerjs/sheets/locale/zh-CN";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets-numfmt/facade";
import "@univerjs/sheets-conditional-formatting/facade";
import "@univerjs/sheets-data-validation/facade";
import { type Grid, startGrid } from "./grid";

/**
 * A workbook without a screen, for tests and for work in Node: values, formulas, conditional formats and validation are
 * alive, nothing is drawn. Needs the packages' ES modules compiled (see jest.config.cjs).
 */
export function createHeadlessGrid(): Promise<Grid> {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: mergeLocales(sheetsTexts, formulaTexts, dataValidationTexts) },
  });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin, { initialFormulaComputing: CalculationMode.FORCED });
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  return Promise.resolve(startGrid(univer, FUniver.newAPI(univer)));
}

/**
 * The spreadsheet a person sees: draws into `container`, takes keyboard and mouse, speaks Chinese. The user interface is
 * loaded only here, so that tests without a screen never touch it.
 */
export async function createPageGrid(container: HTMLElement): Promise<Grid> {
  const { startPageGrid } = await import("./page-grid");
  return startPageGrid(container);
}
