import { figureRows, type Template } from "../../core/model/template";
import { controlTotals } from "../annual-report/control-totals";
import { facts2021 } from "../annual-report/facts";
import { formRules, table3Rules, table4Rules } from "../annual-report/rules";
import { annualReportSections } from "../annual-report/sections";
import { table4 } from "../annual-report/table4";
import { narrative } from "./narrative";
import { table2Rules } from "./rules";
import { sheets } from "./sheets";
import { table2, table3 } from "./tables";

const doc = "国办公开办函〔2021〕30号";
const rows = figureRows(table3).map(({ id }) => id);

/** 政府信息公开工作年度报告（2021年格式） */
export const nb2021: Template = {
  id: "nb2021",
  title: "政府信息公开工作年度报告（2021年格式）",
  reportYears: { from: 2021, to: null },
  source: {
    doc,
    name: "国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知",
    date: "2021-09-26",
  },
  verified: true,
  reportTitle: "{unit}{year}年政府信息公开工作年度报告",
  sections: annualReportSections,
  tables: [...table2, table3, table4],
  sheets,
  facts: facts2021,
  narrative,
  controlTotals,
  rules: [
    ...table2Rules,
    ...table3Rules({
      doc,
      rows,
      outcomes: rows.filter((row) => !["newReceived", "carriedOver", "totalHandled", "carriedForward"].includes(row)),
    }),
    ...table4Rules,
    ...formRules,
  ],
};
