import { cellId, cellParts, type CellId } from "../model/cell";
import { cellsOf, type Table, type Template } from "../model/template";
import type { LineLabels } from "./line-labels";
import type { DomainRule, FormRule, LinearRule, PartsRule, RatioRule, RequiredRule, Rule, Term } from "./rule";

export type BoundTerm = {
  readonly cell: CellId;
  readonly coef: number;
  readonly year: 0 | -1;
  readonly total: boolean;
  /** An amount with decimals (万元), which may be rounded. */
  readonly decimal: boolean;
};

type BoundBase<R extends Rule> = {
  /** With template and bracket: `nb2021.t3.balance[total]`. */
  readonly id: string;
  readonly rule: R;
  /** Cells of this year whose change can change the verdict. */
  readonly cells: readonly CellId[];
  readonly labels: LineLabels;
};

export type BoundLinear = BoundBase<LinearRule> & {
  readonly left: readonly BoundTerm[];
  readonly right: readonly BoundTerm[];
  readonly when: readonly BoundTerm[];
};
export type BoundRatio = BoundBase<RatioRule> & {
  readonly left: readonly BoundTerm[];
  readonly right: readonly BoundTerm[];
};
export type BoundCells = BoundBase<DomainRule | RequiredRule | FormRule | PartsRule>;

/** A rule whose `{row}`, `{col}` and `*` have been replaced by one line of the form. */
export type BoundRule = BoundLinear | BoundRatio | BoundCells;

/** A template made ready for checking: every rule bound to its cells, and the rules that each cell touches. */
export type RuleBook = {
  readonly template: Template;
  readonly cells: readonly CellId[];
  readonly rules: readonly BoundRule[];
  readonly byId: ReadonlyMap<string, BoundRule>;
  readonly touching: ReadonlyMap<CellId, readonly number[]>;
  /** The rules over 正文要素, which no cell touches. */
  readonly overFacts: readonly number[];
};

/**
 * Binds the rules of a template to its cells.
 * @throws Error when a rule names a cell that the form lacks: a mistake in the data, not in a report.
 */
export function bindRules(template: Template): RuleBook {
  const cells = cellsOf(template);
  const known = new Set<CellId>(cells);
  const rules = template.rules.flatMap((rule) => bind(template, rule, cells));
  const touching = new Map<CellId, number[]>();
  rules.forEach((rule, index) => {
    for (const cell of rule.cells) {
      if (!known.has(cell)) throw new Error(`${rule.id} names ${cell}, which ${template.id} has not`);
      const list = touching.get(cell);
      if (list === undefined) touching.set(cell, [index]);
      else list.push(index);
    }
  });
  return {
    template,
    cells,
    rules,
    byId: new Map(rules.map((rule) => [rule.id, rule])),
    touching,
    overFacts: overFacts(rules),
  };
}

function overFacts(rules: readonly BoundRule[]): readonly number[] {
  return rules.flatMap(({ rule }, index) => (rule.kind === "partsSum" ? [index] : []));
}

function bind(template: Template, rule: Rule, cells: readonly CellId[]): readonly BoundRule[] {
  const id = `${template.id}.${rule.id}`;
  switch (rule.kind) {
    case "balance":
    case "comparison":
      return lines(rule).map((line) => {
        const left = rule.left.map((term) => bindTerm(template, term, line));
        const right = rule.right.map((term) => bindTerm(template, term, line));
        const when = (rule.when?.left ?? []).map((term) => bindTerm(template, term, line));
        return {
          id: line === undefined ? id : `${id}[${line.name}]`,
          rule,
          left,
          right,
          when,
          cells: thisYear([...left, ...right, ...when]),
          labels: line === undefined ? {} : lineLabels(template, line, left[0] ?? right[0]),
        };
      });
    case "ratio": {
      const left = rule.left.map((term) => bindTerm(template, term, undefined));
      const right = rule.right.map((term) => bindTerm(template, term, undefined));
      return [{ id, rule, left, right, cells: thisYear([...left, ...right]), labels: {} }];
    }
    case "domain":
      return matching(cells, rule.cells).map((cell) => {
        const { row, column } = cellParts(cell);
        return { id: `${id}[${row}.${column}]`, rule, cells: [cell], labels: cellLabels(template, cell) };
      });
    case "required":
      return [{ id, rule, cells: matching(cells, rule.cells), labels: {} }];
    case "untouched":
    case "zeroReport":
      return [{ id, rule, cells, labels: {} }];
    case "partsSum":
      return [{ id, rule, cells: [], labels: {} }];
  }
}

/** The rule of a finding; a rule over facts gives each of its findings a bracket of its own. */
export function ruleOf({ byId }: RuleBook, id: string): BoundRule | undefined {
  const found = byId.get(id) ?? byId.get(id.replace(/\[.*\]$/su, ""));
  return found !== undefined && (found.id === id || found.rule.kind === "partsSum") ? found : undefined;
}

type Line = { readonly kind: "row" | "col"; readonly name: string };

function lines(rule: LinearRule): readonly (Line | undefined)[] {
  const { expand } = rule;
  return expand === undefined ? [undefined] : expand.over.map((name) => ({ kind: expand.var, name }));
}

function bindTerm(template: Template, term: Term, line: Line | undefined): BoundTerm {
  const ref = line === undefined ? term.ref : term.ref.replace(`{${line.kind}}`, line.name);
  const { table, row, column } = cellParts(ref as CellId);
  return {
    cell: cellId(table, row, column),
    coef: term.coef ?? 1,
    year: term.year ?? 0,
    total: isTotal(template, ref as CellId),
    decimal: isDecimal(template, ref as CellId),
  };
}

/** A cell in a 总计 row or column. */
export function isTotal(template: Template, cell: CellId): boolean {
  const { table, row, column } = cellParts(cell);
  const found = template.tables.find(({ id }) => id === table);
  return (
    found?.rows.find(({ id }) => id === row)?.role === "total" ||
    found?.columns.find(({ id }) => id === column)?.role === "total"
  );
}

function isDecimal(template: Template, cell: CellId): boolean {
  const { table, row, column } = cellParts(cell);
  const found = template.tables.find(({ id }) => id === table);
  const kind = found?.columns.find(({ id }) => id === column)?.kind ?? found?.rows.find(({ id }) => id === row)?.kind;
  return kind === "decimal4";
}

/**
 * Official labels of a cell's row and column; a row without a label has none. A label that several rows bear
 * (其中：申请办结数量) goes with that of the row above them.
 */
export function cellLabels(template: Template, cell: CellId): LineLabels {
  const { table, row, column } = cellParts(cell);
  const found = template.tables.find(({ id }) => id === table);
  const rowLabel = found === undefined ? undefined : rowLabelOf(found, row);
  const columnLabel = found?.columns.find(({ id }) => id === column)?.label;
  return {
    ...(rowLabel !== undefined && rowLabel !== "" && { row: rowLabel }),
    ...(columnLabel !== undefined && { column: columnLabel }),
  };
}

function rowLabelOf({ rows }: Table, id: string): string | undefined {
  const row = rows.find((known) => known.id === id);
  if (row === undefined || row.label === "" || rows.filter(({ label }) => label === row.label).length < 2)
    return row?.label;
  const parent = rows.find((known) => known.id === row.parent)?.label;
  return parent === undefined ? row.label : `${parent} · ${row.label}`;
}

function lineLabels(template: Template, line: Line, sample: BoundTerm | undefined): LineLabels {
  const labels = sample === undefined ? {} : cellLabels(template, sample.cell);
  if (line.kind === "row") return labels.row === undefined ? {} : { row: labels.row };
  return labels.column === undefined ? {} : { column: labels.column };
}

function thisYear(terms: readonly BoundTerm[]): readonly CellId[] {
  return [...new Set(terms.filter(({ year }) => year === 0).map(({ cell }) => cell))];
}

function matching(cells: readonly CellId[], patterns: readonly string[]): readonly CellId[] {
  const tests = patterns.map((pattern) => pattern.split("."));
  return cells.filter((cell) => {
    const parts = cell.split(".");
    return tests.some((test) => test.every((want, index) => want === "*" || want === parts[index]));
  });
}
