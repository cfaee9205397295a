import type { GridItem } from "../../core/model/layout";
import type { FormSheet } from "../../core/model/template";

/** Lines of 三、本年度办理结果 besides （六）其他处理. */
const fixedOutcomeLines = 19;

/**
 * 表三 as the two forms print it.
 * @param other the lines of （六）其他处理, which the forms divide differently
 */
export function applicationsSheet(other: readonly (readonly GridItem[])[]): FormSheet {
  return {
    id: "t3",
    name: "表三",
    title: "三、收到和处理政府信息公开申请情况",
    sectionId: "s3",
    tables: ["t3"],
    layout: {
      columnWidths: [3.4, 9.5, 27, 7.2, 9.2, 9.2, 12.8, 12.8, 6.4, 7],
      headRows: 3,
      orientation: "portrait",
      grid: [
        [
          {
            text: "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
            colSpan: 3,
            rowSpan: 3,
            head: true,
          },
          { text: "申请人情况", colSpan: 7, head: true },
        ],
        [
          { text: "自然人", rowSpan: 2, head: true },
          { text: "法人或其他组织", colSpan: 5, head: true },
          { text: "总计", rowSpan: 2, head: true },
        ],
        [
          { text: "商业企业", head: true },
          { text: "科研机构", head: true },
          { text: "社会公益组织", head: true },
          { text: "法律服务机构", head: true },
          { text: "其他", head: true },
        ],
        [{ text: "一、本年新收政府信息公开申请数量", colSpan: 3, align: "left" }, { values: "t3.newReceived" }],
        [{ text: "二、上年结转政府信息公开申请数量", colSpan: 3, align: "left" }, { values: "t3.carriedOver" }],
        [
          { text: "三、本年度办理结果", rowSpan: fixedOutcomeLines + other.length, align: "center", vertical: true },
          { text: "（一）予以公开", colSpan: 2, align: "left" },
          { values: "t3.granted" },
        ],
        [
          { text: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", colSpan: 2, align: "left" },
          { values: "t3.partial" },
        ],
        [
          { text: "（三）不予公开", rowSpan: 8, align: "center" },
          { text: "1.属于国家秘密", align: "left" },
          { values: "t3.deniedStateSecret" },
        ],
        [{ text: "2.其他法律行政法规禁止公开", align: "left" }, { values: "t3.deniedLaw" }],
        [{ text: "3.危及“三安全一稳定”", align: "left" }, { values: "t3.deniedSafety" }],
        [{ text: "4.保护第三方合法权益", align: "left" }, { values: "t3.deniedThirdParty" }],
        [{ text: "5.属于三类内部事务信息", align: "left" }, { values: "t3.deniedInternal" }],
        [{ text: "6.属于四类过程性信息", align: "left" }, { values: "t3.deniedProcess" }],
        [{ text: "7.属于行政执法案卷", align: "left" }, { values: "t3.deniedEnforcement" }],
        [{ text: "8.属于行政查询事项", align: "left" }, { values: "t3.deniedQuery" }],
        [
          { text: "（四）无法提供", rowSpan: 3, align: "center" },
          { text: "1.本机关不掌握相关政府信息", align: "left" },
          { values: "t3.unableNotHeld" },
        ],
        [{ text: "2.没有现成信息需要另行制作", align: "left" }, { values: "t3.unableCreate" }],
        [{ text: "3.补正后申请内容仍不明确", align: "left" }, { values: "t3.unableUnclear" }],
        [
          { text: "（五）不予处理", rowSpan: 5, align: "center" },
          { text: "1.信访举报投诉类申请", align: "left" },
          { values: "t3.notProcessedPetition" },
        ],
        [{ text: "2.重复申请", align: "left" }, { values: "t3.notProcessedRepeat" }],
        [{ text: "3.要求提供公开出版物", align: "left" }, { values: "t3.notProcessedPublication" }],
        [{ text: "4.无正当理由大量反复申请", align: "left" }, { values: "t3.notProcessedExcessive" }],
        [{ text: "5.要求行政机关确认或重新出具已获取信息", align: "left" }, { values: "t3.notProcessedReconfirm" }],
        ...other,
        [{ text: "（七）总计", colSpan: 2, align: "left" }, { values: "t3.totalHandled" }],
        [{ text: "四、结转下年度继续办理", colSpan: 3, align: "left" }, { values: "t3.carriedForward" }],
      ],
      checks: [
        { place: "right", rule: "t3.rowSum" },
        { place: "below", rule: "t3.balance", label: "一＋二＝（七）总计＋四" },
        { place: "below", rule: "t3.resultSum", label: "各项结果之和＝（七）总计" },
      ],
    },
  };
}
