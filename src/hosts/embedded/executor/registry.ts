import { applicationType, runtimeType, workbookProtectionType } from "./application";
import { conditionalFormatCollectionType, conditionalFormatType } from "./conditional-formats";
import {
  cellValueConditionalFormatType,
  conditionalFormatRuleType,
  customConditionalFormatType,
  presetCriteriaConditionalFormatType,
  textConditionalFormatType,
} from "./conditional-rule-kinds";
import { conditionalRangeFillType, conditionalRangeFontType, conditionalRangeFormatType } from "./conditional-styles";
import { customXmlPartCollectionType, customXmlPartScopedCollectionType, customXmlPartType } from "./custom-xml-parts";
import { dataValidationType } from "./data-validation";
import { documentPropertiesType } from "./document-properties";
import { namedItemCollectionType, namedItemType } from "./names";
import type { Registry } from "./object-type";
import { headerFooterGroupType, headerFooterType, pageLayoutType } from "./page-layout";
import { rangeType } from "./range";
import { rangeAreasType, rangeCollectionType } from "./range-areas";
import { rangeBorderCollectionType, rangeBorderType } from "./range-borders";
import { formatProtectionType, rangeFillType, rangeFontType, rangeFormatType } from "./range-format";
import type { References } from "./references";
import { settingCollectionType, settingType } from "./settings";
import { workbookType } from "./workbook";
import { freezePanesType, worksheetType } from "./worksheet";
import { worksheetCustomPropertyCollectionType, worksheetCustomPropertyType } from "./worksheet-properties";
import { worksheetProtectionType } from "./worksheet-protection";
import { worksheetCollectionType } from "./worksheets";

/** Every type of the object model that works here. What is missing in it answers `NotImplemented`. */
export function createRegistry(references: References): Registry {
  return {
    Workbook: workbookType(references),
    Application: applicationType,
    Runtime: runtimeType,
    WorkbookProtection: workbookProtectionType,
    DocumentProperties: documentPropertiesType,
    WorksheetCollection: worksheetCollectionType,
    Worksheet: worksheetType,
    WorksheetProtection: worksheetProtectionType,
    WorksheetFreezePanes: freezePanesType,
    WorksheetCustomPropertyCollection: worksheetCustomPropertyCollectionType,
    WorksheetCustomProperty: worksheetCustomPropertyType,
    PageLayout: pageLayoutType,
    HeaderFooterGroup: headerFooterGroupType,
    HeaderFooter: headerFooterType,
    Range: rangeType,
    RangeAreas: rangeAreasType,
    RangeCollection: rangeCollectionType,
    RangeFormat: rangeFormatType,
    RangeFill: rangeFillType,
    RangeFont: rangeFontType,
    RangeBorderCollection: rangeBorderCollectionType,
    RangeBorder: rangeBorderType,
    FormatProtection: formatProtectionType,
    ConditionalFormatCollection: conditionalFormatCollectionType,
    ConditionalFormat: conditionalFormatType,
    CustomConditionalFormat: customConditionalFormatType,
    CellValueConditionalFormat: cellValueConditionalFormatType,
    TextConditionalFormat: textConditionalFormatType,
    PresetCriteriaConditionalFormat: presetCriteriaConditionalFormatType,
    ConditionalFormatRule: conditionalFormatRuleType,
    ConditionalRangeFormat: conditionalRangeFormatType,
    ConditionalRangeFill: conditionalRangeFillType,
    ConditionalRangeFont: conditionalRangeFontType,
    DataValidation: dataValidationType,
    NamedItemCollection: namedItemCollectionType,
    NamedItem: namedItemType,
    CustomXmlPartCollection: customXmlPartCollectionType,
    CustomXmlPartScopedCollection: customXmlPartScopedCollectionType,
    CustomXmlPart: customXmlPartType,
    SettingCollection: settingCollectionType,
    Setting: settingType,
  };
}
