import type { Template } from "../core/model/template";
import { futureYearText } from "../messages/year";

/**
 * What to say of a report year that nobody files yet: the report of a year is filed in the January after it, so beyond
 * the present year the form may still change. Null where there is nothing to say.
 */
export function futureYearRemark({ title }: Template, year: number, thisYear: number): string | null {
  return year > thisYear ? futureYearText(year, title) : null;
}
