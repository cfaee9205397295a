import { fraction } from "./exact";
import type { Hypothesis } from "./explain";
import { item } from "./item";
import { isBroken, type Problem } from "./problem";
import { slipCost, type Slip } from "./slip";

/** One cell and the figure it should have. */
type Move = readonly [variable: number, to: number];

/** Where the variables stand. */
export type TableShape = {
  /** The rows of the tables, from left to right and from top to bottom. */
  readonly lines: readonly (readonly number[])[];
  readonly isTotal: (variable: number) => boolean;
  readonly isBlank: (variable: number) => boolean;
};

/** More candidates than this that heal only some of the broken rules are not worth the time. */
const maxPartial = 8;

/**
 * Slips that move several cells of a table at once and make broken rules hold without breaking others: two cells or two
 * neighbouring rows exchanged, a row (or a piece of it) shifted by one column, one figure's digits in two cells.
 * Those that heal everything come first.
 */
export function tableSlips(problem: Problem, { lines, isTotal, isBlank }: TableShape): readonly Hypothesis[] {
  if (!problem.safe || problem.scale !== 1) return [];
  const values = problem.values as readonly number[];
  const residuals = problem.residuals as readonly number[];
  const broken = problem.rows.flatMap((_, row) => (isBroken(problem, row) ? [row] : []));
  if (broken.length === 0) return [];
  const sums = new Float64Array(problem.rows.length);
  const whole: Hypothesis[] = [];
  const partial: { readonly healed: number; readonly hypothesis: Hypothesis }[] = [];

  /** How many broken rules the moves mend; 0 if they break another. */
  const healedBy = (moves: readonly Move[]): number => {
    const touched: number[] = [];
    for (const [variable, to] of moves) {
      if (to < 0 && problem.nonNegative[variable] === true) return clean(touched);
      const column = item(problem.columns, variable);
      const change = to - item(values, variable);
      for (let at = 0; at < column.rows.length; at += 1) {
        const row = item(column.rows, at);
        touched.push(row);
        sums[row] = item(sums, row) + Number(column.coefs[at]) * change;
      }
    }
    let healed = 0;
    for (const row of new Set(touched)) {
      const left = item(residuals, row) - item(sums, row);
      const isRight = problem.rows[row]?.equality === true ? left === 0 : left >= 0;
      if (!isRight && !isBroken(problem, row)) return clean(touched);
      if (isRight && isBroken(problem, row)) healed += 1;
    }
    clean(touched);
    return healed;
  };
  const clean = (touched: readonly number[]): 0 => {
    for (const row of touched) sums[row] = 0;
    return 0;
  };

  const place = new Map(lines.flatMap((line, row) => line.map((variable, column) => [variable, { row, column }])));
  /** Neighbours change places more easily than distant cells, figures that are typed more easily than their sums. */
  const costOf = ({ detail }: Slip, moves: readonly Move[]): number => {
    const cost = slipCost[detail];
    if (detail === "shift") return moves.some(([variable]) => isBlank(variable)) ? cost - 2 : cost;
    const [a, b] = moves.map(([variable]) => place.get(variable));
    if (detail !== "swap" || a === undefined || b === undefined) return cost;
    const distance = Math.abs(a.row - b.row) + Math.abs(a.column - b.column);
    return cost + (distance > 1 ? 0.5 : 0) + (moves.some(([variable]) => isTotal(variable)) ? 0.2 : 0);
  };

  const propose = (slip: Slip, moves: readonly Move[]): void => {
    const real = moves.filter(([variable, to]) => values[variable] !== to);
    if (real.length < 2) return;
    const healed = healedBy(real);
    // The figure that a shift lost is worked out from one rule; only further rules that come right speak for it.
    if (healed < (slip.detail === "shift" ? 2 : 1)) return;
    const hypothesis = {
      slip,
      cost: costOf(slip, real),
      changes: real.map(([variable, to]) => ({ variable, to: fraction(BigInt(to)) })),
    };
    if (healed === broken.length) whole.push(hypothesis);
    else if (healed > 1) partial.push({ healed, hypothesis });
  };

  cellSwaps(problem, values, residuals, broken, propose);
  rowSwaps(lines, values, propose);
  splits(problem, lines, values, propose);
  shifts(problem, lines, values, residuals, broken, propose);
  partial.sort((a, b) => b.healed - a.healed);
  return [...whole, ...partial.slice(0, maxPartial).map(({ hypothesis }) => hypothesis)];
}

type Propose = (slip: Slip, moves: readonly Move[]) => void;

/** What a broken equation lacks fixes what the partner of each of its cells must hold. */
function cellSwaps(
  problem: Problem,
  values: readonly number[],
  residuals: readonly number[],
  broken: readonly number[],
  propose: Propose,
): void {
  const holders = new Map<number, number[]>();
  values.forEach((value, variable) => {
    const list = holders.get(value);
    if (list === undefined) holders.set(value, [variable]);
    else list.push(variable);
  });
  const seen = new Set<number>();
  for (const row of broken) {
    const { variables, coefs, equality } = item(problem.rows, row);
    if (!equality) continue;
    const coefOf = new Map(variables.map((variable, at) => [variable, Number(coefs[at])]));
    for (const [variable, coef] of coefOf) {
      const value = item(values, variable);
      const tryPartner = (partner: number): void => {
        const key = Math.min(variable, partner) * values.length + Math.max(variable, partner);
        if (seen.has(key)) return;
        seen.add(key);
        propose({ kind: "swap", detail: "swap" }, [
          [variable, item(values, partner)],
          [partner, value],
        ]);
      };
      for (const partner of holders.get(value + item(residuals, row) / coef) ?? []) {
        if (!coefOf.has(partner)) tryPartner(partner);
      }
      for (const [partner, other] of coefOf) if (partner > variable && other !== coef) tryPartner(partner);
    }
  }
}

function rowSwaps(lines: readonly (readonly number[])[], values: readonly number[], propose: Propose): void {
  lines.forEach((line, index) => {
    const below = lines[index + 1];
    if (below?.length !== line.length) return;
    const moves = line.flatMap((variable, at): readonly Move[] => {
      const partner = item(below, at);
      return [
        [variable, item(values, partner)],
        [partner, item(values, variable)],
      ];
    });
    propose({ kind: "swap", detail: "rowSwap" }, moves);
  });
}

/** 123 that stands as 12 and 3 in neighbouring cells. */
function splits(
  problem: Problem,
  lines: readonly (readonly number[])[],
  values: readonly number[],
  propose: Propose,
): void {
  const isSuspect = (variable: number): boolean =>
    item(problem.columns, variable).rows.some((row) => isBroken(problem, row));
  for (const line of lines) {
    for (let at = 0; at + 1 < line.length; at += 1) {
      const left = item(line, at);
      const right = item(line, at + 1);
      if (!isSuspect(left) || !isSuspect(right)) continue;
      const head = item(values, left);
      const tail = item(values, right);
      if (head <= 0 || tail < 0 || !Number.isInteger(head) || !Number.isInteger(tail)) continue;
      const joined = Number(`${String(head)}${String(tail)}`);
      if (!Number.isSafeInteger(joined)) continue;
      const slip: Slip = { kind: "shift", detail: "split" };
      propose(slip, [
        [left, joined],
        [right, 0],
      ]);
      propose(slip, [
        [left, 0],
        [right, joined],
      ]);
    }
  }
}

/**
 * A piece of a row that was written one column too far: every figure goes back by one, and the one that fell off the end
 * follows from an equation. What stands in the place left open must look left open: 0, or a copy, or the lost figure.
 */
function shifts(
  problem: Problem,
  lines: readonly (readonly number[])[],
  values: readonly number[],
  residuals: readonly number[],
  broken: readonly number[],
  propose: Propose,
): void {
  for (const line of lines) {
    const lineRows = new Set(line.flatMap((variable) => item(problem.columns, variable).rows));
    const within = broken.filter((row) => lineRows.has(row)).length;
    // A shift that explains only two of several broken rules is no likelier than a wrong figure.
    if (within === 0 || (within < broken.length && within < 3)) continue;
    for (let from = 0; from + 1 < line.length; from += 1) {
      for (let to = from + 1; to < line.length; to += 1) {
        const piece = line.slice(from, to + 1);
        shiftBack(problem, piece, values, residuals, propose);
        shiftBack(problem, piece.reverse(), values, residuals, propose);
      }
    }
  }
}

/** Each cell of `piece` takes the figure of the next; the last one's is worked out. */
function shiftBack(
  problem: Problem,
  piece: readonly number[],
  values: readonly number[],
  residuals: readonly number[],
  propose: Propose,
): void {
  const moves: Move[] = piece.slice(0, -1).map((variable, at) => [variable, item(values, item(piece, at + 1))]);
  if (!moves.some(([, to]) => to !== 0)) return;
  const lost = item(piece, piece.length - 1);
  const column = item(problem.columns, lost);
  const place = column.rows.findIndex((row) => problem.rows[row]?.equality === true);
  if (place < 0) return;
  const row = item(column.rows, place);
  const { variables, coefs } = item(problem.rows, row);
  let rest = item(residuals, row);
  for (const [variable, to] of moves) {
    const at = variables.indexOf(variable);
    if (at >= 0) rest -= Number(coefs[at]) * (to - item(values, variable));
  }
  const value = item(values, lost) + rest / Number(column.coefs[place]);
  if (!Number.isInteger(value)) return;
  const open = item(values, item(piece, 0));
  const looksOpen = open === 0 || open === value || open === item(values, item(piece, 1));
  if (looksOpen) propose({ kind: "shift", detail: "shift" }, [...moves, [lost, value]]);
}
