/** Names of the files that leave the add-in. */
export const documents = {
  fileName: (unit: string, year: number): string => `${unit}_${String(year)}_政府信息公开工作年度报告`,
};
