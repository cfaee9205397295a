import type { CellId } from "../core/model/cell";
import type { Template } from "../core/model/template";
import { cellName } from "./finding";
import { review } from "./review";

type OtherFile = "empty" | "xls" | "encrypted" | "xlsb" | "ods" | "docx" | "html" | "pdf" | "zip" | "other";

const kinds: Readonly<Record<OtherFile, string>> = {
  empty: "文件是空的，请检查是否保存完整。",
  xls: "这是旧版 Excel 97—2003 文件，请在 Excel 中另存为“Excel 工作簿（*.xlsx）”后再试。",
  encrypted: "文件设有打开密码，请在 Excel 中取消密码后另存再试。",
  xlsb: "这是二进制工作簿（.xlsb），请在 Excel 中另存为“Excel 工作簿（*.xlsx）”后再试。",
  ods: "这是 OpenDocument 表格，请另存为“Excel 工作簿（*.xlsx）”后再试。",
  docx: "这是 Word 文档，不是工作簿，请选择 .xlsx 文件。",
  html: "这是网页，不是工作簿，请选择 .xlsx 文件。",
  pdf: "这是 PDF 文档，不是工作簿，请选择 .xlsx 文件。",
  zip: "这是压缩包，里面不是工作簿，请解压后选择 .xlsx 文件。",
  other: "不是 Excel 工作簿，请选择勾稽生成的 .xlsx 文件。",
};

/** Why a file could not be read, and what is odd about one that could. */
export const reading = {
  notWorkbook: (file: string, found: OtherFile): string => `${file}：${kinds[found]}`,
  damaged: (file: string): string => `${file}：文件已损坏或不完整，请向提供者重新索取，或用最近一次保存的副本。`,
  tooLarge: (file: string): string => `${file}：文件过大或压缩异常，为安全起见没有打开。`,
  noForm: (file: string): string => `${file}：工作簿里没有勾稽的表式，请选择用勾稽插入过表式的工作簿。`,
  newerForm: (file: string): string => `${file}：表式由更新版本的勾稽生成，请先升级勾稽再打开。`,
  unknownTemplate: (file: string, id: string, known: readonly string[]): string =>
    `${file}：表式“${id}”不在本版勾稽支持之列，可用的表式是：${known.join("、")}。`,
  unknownVariant: (file: string, variant: string, template: string): string =>
    `${file}：表式 ${template} 的地区样式“${variant}”不在本版勾稽支持之列，请先升级勾稽再打开。`,
  ambiguous: (file: string, sheets: readonly string[]): string =>
    `${file}：同一张表出现了不止一次且数字不同（${sheets.join("、")}），请只保留一份。`,
  labelsLost: (file: string): string =>
    `${file}：表式的行名、列名已被改掉，认不出各格的含义，请用未改动的表式重新填报。`,
  noYear: (file: string): string => `${file}：表上没有年度，请在标题下方填写年度后再试。`,

  tableMissing: (table: string): string => `${table}找不到，其中的数字没有读取；请检查该工作表是否被删除。`,
  lineMissing: (place: string): string => `${place}找不到，这些格没有读取；请恢复原表的行列。`,
  labelChanged: (place: string, expected: string, found: string): string =>
    `${place}的文字应为“${expected}”，现为“${found}”，已按原位置读取，请核对。`,
  rowAdded: (place: string, found: string): string => `${place}（${found}）不是表式的行，没有读取。`,
  factsMissing: "“正文要素”工作表找不到，其中的内容没有读取。",
  identityLost: "表式的标识已丢失，表式是按表头文字认定的。",

  textNumber: (place: string, raw: string): string =>
    `${place}的“${raw}”是文本格式的数字，已按数字读取，请改为数字格式。`,
  noResult: (place: string): string => `${place}是没有计算结果的公式，按空白读取；请在 Excel 中重新计算后保存。`,
  errorValue: (place: string, raw: string): string => `${place}是错误值 ${raw}，请改为数字。`,
  displaced: (place: string): string => `${place}的数字不在原来的格里，合并单元格可能被拆分，请核对。`,
  date: (place: string): string => `${place}显示为日期，已按数字读取，请核对。`,
  unitDiffers: (raw: string): string => `各表上的单位名称不一致（${raw}）。`,
  yearDiffers: (raw: string): string => `各表上的年度不一致（${raw}）。`,
  copy: (raw: string): string => `工作表“${raw}”是同一张表的副本，没有读取。`,
  factText: (place: string, raw: string): string => `${place}应填数字，现为“${raw}”。`,

  reasonText: review.stray,

  cell: (template: Template, cell: CellId): string => cellName(template, cell),
};
