import { figureRows, type Template } from "../../core/model/template";
import { controlTotals } from "../annual-report/control-totals";
import { facts2019 } from "../annual-report/facts";
import { formRules, table3Rules, table4Rules } from "../annual-report/rules";
import { annualReportSections } from "../annual-report/sections";
import { table4 } from "../annual-report/table4";
import { narrative2019 } from "./narrative";
import { table2Rules } from "./rules";
import { sheets } from "./sheets";
import { table2, table3 } from "./tables";
import { variants } from "./variants";

const doc = "国办公开办函〔2019〕60号";
const rows = figureRows(table3).map(({ id }) => id);

/** 政府信息公开工作年度报告（2019年格式，试行） */
export const nb2019: Template = {
  id: "nb2019",
  title: "政府信息公开工作年度报告（2019年格式，试行）",
  reportYears: { from: 2019, to: 2020 },
  source: {
    doc,
    name: "国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知（附《中华人民共和国政府信息公开工作年度报告格式（试行）》）",
    date: "2019-11（中国政府网2019-11-27发布）",
  },
  verified: true,
  reportTitle: "{unit}{year}年政府信息公开工作年度报告",
  sections: annualReportSections,
  tables: [...table2, table3, table4],
  sheets,
  facts: facts2019,
  narrative: narrative2019([{ row: "t2_5.otherServices", label: "其他对外管理服务事项" }]),
  controlTotals,
  variants,
  rules: [
    ...table2Rules,
    ...table3Rules({
      doc,
      rows,
      outcomes: rows.filter((row) => !["newReceived", "carriedOver", "totalHandled", "carriedForward"].includes(row)),
      carryCross: { onlyYears: [2020], remark: "（2019年度是新格式首年，没有上年同口径数据，不校验。）" },
    }),
    ...table4Rules,
    ...formRules,
  ],
};
