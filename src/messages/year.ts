/** For years of which the form is not known yet. */
export function futureYearText(year: number, title: string): string {
  return `现在还不知道${String(year)}年度用哪种表式，先用“${title}”；该年度的表式公布后请核对。`;
}
