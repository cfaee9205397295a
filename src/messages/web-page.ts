/** Taking the report to the office's website. */
export const webPage = {
  save: "保存网页 (.html)",
  copy: "复制网页内容",
  copied: "已复制，可以粘贴到网站后台的编辑框里。",
  notCopied: "没有复制成功，请改用“保存网页”。",
} as const;
