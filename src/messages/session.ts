import type { Template } from "../core/model/template";

type Task = "inserting" | "checking" | "narrating" | "saving" | "going" | "writing" | "sealing";

const tasks: Readonly<Record<Task, string>> = {
  inserting: "插入表式",
  checking: "校验",
  narrating: "生成正文",
  saving: "保存文件",
  going: "定位",
  writing: "写入",
  sealing: "封存",
};

/** What a session of work tells the clerk. */
export const session = {
  failed: (task: Task, detail: string): string =>
    `${tasks[task]}没有完成，表中数据没有改动。请重试；仍不行时把这句话告诉维护人员：${detail}`,
  damaged: (template: Template, anchors: readonly string[]): string => {
    const sheets = template.sheets.filter(({ tables }) => tables.some((id) => anchors.includes(`GOUJI.${id}`)));
    return `${sheets.map(({ name }) => name).join("、")}的表格被增减了行列或被删除，无法核对其中的数字。请撤销刚才的操作，或在新工作簿中重新插入表式后复制数字。`;
  },
  alreadyOpen: (template: Template): string =>
    `这个工作簿里已有“${template.title}”，一个工作簿只放一份表式。请新建工作簿后再插入。`,
  sealed: "这个工作簿已经封存，不能再改。要改动，请先在“上报”里点“退回修改”。",
  notKept: (detail: string): string =>
    `说明和变更记录这次没有写进工作簿，下次操作时会再写。反复出现时把这句话告诉维护人员：${detail}`,
  saved: (name: string): string => `已生成 ${name}。`,
};
