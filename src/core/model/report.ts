import type { UnitType } from "../rules/rule";
import type { TextSheet } from "../narrative/text-row";
import type { CellId, CellValue } from "./cell";
import type { Facts } from "./facts";

export type Values = ReadonlyMap<CellId, CellValue>;

/** A person's reason for a finding, bound to the figures it was given for. */
export type Explanation = {
  readonly text: string;
  readonly left: number | null;
  readonly right: number | null;
  readonly by: string;
  /** ISO date. */
  readonly at: string;
};

/** 零报告: somebody says by name that nothing happened. */
export type ZeroReport = { readonly by: string; readonly at: string };

/** One unit's report for one year, whatever medium it was read from. */
export type Report = {
  readonly template: string;
  readonly variant: string | null;
  readonly unit: string;
  readonly year: number;
  readonly unitType: UnitType | null;
  /** Whether the unit may issue 规章; `null` = not known. */
  readonly rulemaking: boolean | null;
  readonly zeroReport: ZeroReport | null;
  readonly values: Values;
  readonly facts: Facts;
  /** By rule id with its bracket: `nb2021.t3.carryCross[total]`. */
  readonly explanations: Readonly<Record<string, Explanation>>;
  /** What the 表尾 says, by its labels: 单位负责人, 填表人 … Absent where it says nothing. */
  readonly footer?: Readonly<Record<string, string>>;
  /** What the sheet 年报正文 says. Absent where nobody has written it. */
  readonly text?: TextSheet;
};

/** A report of which only the form, unit and year are known. */
export function emptyReport(template: string, unit: string, year: number, variant: string | null = null): Report {
  return {
    template,
    variant,
    unit,
    year,
    unitType: null,
    rulemaking: null,
    zeroReport: null,
    values: new Map(),
    facts: {},
    explanations: {},
  };
}
