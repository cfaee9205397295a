import type { Outcome } from "../core/rules/check";

/** What the command line says. */
export const cli = {
  help: `勾稽：政府信息公开工作年度报告的填报、校验和报告生成

用法：gouji 命令 [选项]

  templates                                列出可用的表式
  new --unit 单位 --year 年度 -o 文件.xlsx   生成空白表式工作簿
      [--template 表式] [--variant 地区样式] [--values 数据.json] [--totals typed|formula]
  read 文件                                读出工作簿或填报数据文件中的全部数据
  check 文件… [--prior 上年文件或文件夹]    按全部规则校验，说明哪里不平衡
      [--rules 自定规则.yaml|.json]        加上上级单位的规则（写法见 docs/own-rules.md）
      [--text 正文.docx]                   连同正文的写法一起校验（.txt .md .docx .html）
      [-o 校验报告.xlsx]                   另存可存档的校验报告：每条规则的结论、数字和说明
  locate 方程组.json                        任意线性规则下哪些数有误、应是多少（写法见 docs/locate.md）
  narrate 文件 [--prior 上年文件] [--text]   由表内数据生成年报正文
      [-o 报告.docx|报告.html]             存为 Word 文件，或供网站发布的网页
  audit 文字文件 --against 文件             逐个核对文字中的数字与表内是否一致
      [--prior 上年文件]                   （.txt .md .docx .html）
  repair 文件 -o 新文件.xlsx                按官方表式修复行名、公式被改动的工作簿，数字不变
  seal 文件 -o 封存.xlsx [--by 封存人]      封存：核对无误后生成只读的报送工作簿
      [--report 正文.docx] [--prior 上年文件]  正文在 Word 里改过的，以它为准（数字仍与表核对）
  verify 封存.xlsx                          核对封存后有没有改动，改了哪一格
  mail 封存.xlsx --to 收件人… -o 草稿.eml    生成带附件的邮件草稿
      [--cc 抄送…] [--attach 附件…]
  schema                                   打印填报数据文件的 JSON 结构

通用选项：
  --json      标准输出只有一份 JSON
  --help      显示本说明

“文件”可以是勾稽工作簿（.xlsx），也可以是填报数据文件（.json）。
退出状态：0 完成；1 校验结论为“必须改”（check）、文字与表不一致（audit）、不能封存（seal）或封存后有改动（verify）；2 没有完成，原因见提示。`,
  outcome: {
    pass: "可以上报",
    explain: "没有必须改的问题，还有需要说明的事项",
    fail: "有必须改的问题",
  } satisfies Record<Outcome, string>,
  textMissing: (places: number): string => `表已平，正文还有${String(places)}处待填`,
  suggestion: (message: string): string => `【建议】${message}`,
  written: (file: string): string => `已生成：${file}`,
  cells: (count: number): string => (count === 0 ? "没有统计表" : `${String(count)}格`),
  unverified: (title: string): string => `${title}：未核验，表中文字还没有与原文件逐字核对，用前请对照。`,
  verified: (verified: boolean): string => (verified ? "" : "（未核验）"),
  years: (from: number, to: number | null): string =>
    to === null ? `${String(from)}年起` : `${String(from)}—${String(to)}年`,
  noFindings: "没有发现问题。",
  blank: "（空）",
  reportKinds: ".docx 或 .html",
};
