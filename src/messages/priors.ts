/** Last year's reports of several units, from a folder. */
export const priors = {
  emptyFolder: (path: string): string =>
    `${path}：这个文件夹里没有可以读取的报告（.xlsx 或 .json），请检查上年文件夹。`,
  none: (unit: string, year: number): string => `上年文件夹里没有“${unit}”${String(year)}年度的报告，没有与上年比较。`,
  several: (unit: string, year: number, files: readonly string[]): string =>
    `上年文件夹里“${unit}”${String(year)}年度的报告不止一份（${files.join("、")}），没有与上年比较，请只留一份。`,
};
