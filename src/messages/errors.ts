/** What goes wrong with files and orders, in one sentence each: the place, and what to do. */
export const errors = {
  cannotRead: (file: string): string => `${file}：文件打不开，请检查路径和权限。`,
  cannotWrite: (file: string): string => `${file}：无法写入，请检查文件夹是否存在、文件是否正被打开。`,
  badJson: (file: string): string => `${file}：不是有效的填报数据文件（JSON 格式有误），请重新导出。`,
  notReport: (file: string, place: string): string =>
    `${file}：填报数据文件的“${place}”缺失或不合规定，请对照 gouji schema 修改。`,
  unknownTemplate: (id: string, known: readonly string[]): string =>
    `没有名为“${id}”的表式，可用的表式是：${known.join("、")}。`,
  unknownCell: (file: string, cell: string, template: string): string =>
    `${file}：表式 ${template} 没有格号“${cell}”，请改正或删去。`,
  unknownVariant: (variant: string, template: string, known: readonly string[]): string =>
    known.length === 0
      ? `表式 ${template} 没有地区样式，不能指定“${variant}”。`
      : `表式 ${template} 没有地区样式“${variant}”，可用的是：${known.join("、")}。`,
  variantYear: (year: number, variant: string, years: readonly number[]): string =>
    `地区样式 ${variant} 只核实用于${years.join("、")}年度，没有见到${String(year)}年度用它的；请用全国统一样式。`,
  noFormForYear: (year: number): string => `没有${String(year)}年度的表式，请检查年度。`,
  wrongYear: (year: number, template: string, forms: readonly string[]): string =>
    `表式 ${template} 不用于${String(year)}年度，该年度用：${forms.join("、") || "（无）"}。`,
  chooseForm: (year: number, forms: readonly string[]): string =>
    `${String(year)}年度有${String(forms.length)}种表式：${forms.join("、")}，请用 --template 指定一种。`,
  badYear: (text: string): string => `年度“${text}”不是四位数字的年份。`,
  missingOption: (option: string): string => `缺少 ${option}，用 gouji --help 查看用法。`,
  missingFile: (verb: string): string => `${verb} 后面要写文件名，用 gouji --help 查看用法。`,
  oneText: "一篇正文只能与一个文件一起校验，请去掉 --text 或其余文件。",
  unknownOption: (text: string): string => `命令写法有误（${text}），用 gouji --help 查看用法。`,
  unknownVerb: (verb: string): string => `没有“${verb}”这个命令，用 gouji --help 查看用法。`,
  outputKind: (file: string, kinds: string): string => `${file}：输出文件的扩展名应为 ${kinds}。`,
  sealOntoItself: (file: string): string => `${file}：封存要另存为新文件，请给 -o 换一个文件名，原工作簿保持不变。`,
  otherVariant: (file: string, found: string | null, wanted: string | null): string =>
    `${file}：里面的数据用的是${found === null ? "全国统一样式" : `地区样式 ${found}`}，不能填入${wanted === null ? "全国统一样式" : `地区样式 ${wanted}`}。`,
  otherForm: (file: string, found: string, wanted: string): string =>
    `${file}：里面是表式 ${found} 的数据，不能填入表式 ${wanted}。`,
  damagedIdentity:
    "工作簿里表式的标识已损坏，无法认定是哪一种表式。请用最近一次保存的副本，或在新工作簿中重新插入表式后复制数字。",
  newerForm: "这份表式是用更新版本的勾稽生成的，请先升级勾稽再打开。",
  unexpected: (detail: string): string => `没有完成：程序内部出错（${detail}）。数据没有改动，请把这句话告诉维护人员。`,
};
