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

/** What the makers of hypotheses work with; everything is whole numbers that doubles hold exactly. */
type Scene = {
  readonly problem: Problem;
  readonly lines: TableShape["lines"];
  readonly values: readonly number[];
  readonly residuals: readonly number[];
  readonly broken: readonly number[];
  /** Keeps a hypothesis if it mends broken rules and breaks none. */
  readonly propose: (slip: Slip, moves: readonly Move[]) => void;
};

/**
 * Slips that move several cells of a table at once and make broken rules hold without breaking others: two cells or two
 * neighbouring rows exchanged, a row (or a piece of it) shifted by one column, one figure's digits in two cells.
 * Those that heal everything come first.
 */
export function tableSlips(problem: Problem, shape: TableShape): readonly Hypothesis[] {
  if (!problem.safe || problem.scale !== 1) return [];
  const values = problem.values as readonly number[];
  const residuals = problem.residuals as readonly number[];
  const broken = problem.rows.flatMap((_, row) => (isBroken(problem, row) ? [row] : []));
  const healedBy = createTrial(problem, values, residuals);
  const whole: Hypothesis[] = [];
  const partial: { readonly healed: number; readonly hypothesis: Hypothesis }[] = [];
  const propose = (slip: Slip, moves: readonly Move[]): void => {
    const real = moves.filter(([variable, to]) => values[variable] !== to);
    if (real.length < 2) return;
    const healed = healedBy(real);
    // The figure that a shift lost is worked out from one rule; only further rules that come right speak for it.
    if (healed < (slip.detail === "shift" ? 2 : 1)) return;
    const hypothesis = {
      slip,
      cost: costOf(slip, real, shape),
      changes: real.map(([variable, to]) => ({ variable, to: fraction(BigInt(to)) })),
    };
    if (healed === broken.length) whole.push(hypothesis);
    else if (healed > 1) partial.push({ healed, hypothesis });
  };
  const scene: Scene = { problem, lines: shape.lines, values, residuals, broken, propose };
  if (broken.length > 0) for (const make of [cellSwaps, rowSwaps, splits, shifts]) make(scene);
  partial.sort((a, b) => b.healed - a.healed);
  return [...whole, ...partial.slice(0, maxPartial).map(({ hypothesis }) => hypothesis)];
}

/** How many broken rules some moves mend; 0 if they break another or leave what a cell may hold. */
function createTrial(
  problem: Problem,
  values: readonly number[],
  residuals: readonly number[],
): (moves: readonly Move[]) => number {
  const sums = new Float64Array(problem.rows.length);
  const touched: number[] = [];
  const judge = (): number => {
    let healed = 0;
    for (const row of new Set(touched)) {
      const left = item(residuals, row) - item(sums, row);
      const isRight = item(problem.rows, row).equality ? left === 0 : left >= 0;
      if (!isRight && !isBroken(problem, row)) return 0;
      if (isRight && isBroken(problem, row)) healed += 1;
    }
    return healed;
  };
  return (moves) => {
    if (moves.some(([variable, to]) => to < 0 && problem.nonNegative[variable] === true)) return 0;
    for (const [variable, to] of moves) {
      const { rows, coefs } = item(problem.columns, variable);
      const change = to - item(values, variable);
      for (let at = 0; at < rows.length; at += 1) {
        const row = item(rows, at);
        touched.push(row);
        sums[row] = item(sums, row) + Number(coefs[at]) * change;
      }
    }
    const healed = judge();
    for (const row of touched) sums[row] = 0;
    touched.length = 0;
    return healed;
  };
}

/** Neighbours change places more easily than distant cells, figures that are typed more easily than their sums. */
function costOf({ detail }: Slip, moves: readonly Move[], { lines, isTotal, isBlank }: TableShape): number {
  const cost = slipCost[detail];
  // The blank that a shifted row left behind speaks for it.
  if (detail === "shift") return moves.some(([variable]) => isBlank(variable)) ? cost - 2 : cost;
  if (detail !== "swap") return cost;
  const [a, b] = moves.map(([variable]) => {
    const row = lines.findIndex((line) => line.includes(variable));
    return { row, column: lines[row]?.indexOf(variable) ?? -1 };
  });
  const distance = a === undefined || b === undefined ? 0 : Math.abs(a.row - b.row) + Math.abs(a.column - b.column);
  return cost + (distance > 1 ? 0.5 : 0) + (moves.some(([variable]) => isTotal(variable)) ? 0.2 : 0);
}

/** What a broken equation lacks fixes what the partner of each of its cells must hold. */
function cellSwaps({ problem, values, residuals, broken, propose }: Scene): void {
  const seen = new Set<number>();
  const tryPair = (a: number, b: number): void => {
    const key = Math.min(a, b) * values.length + Math.max(a, b);
    if (seen.has(key)) return;
    seen.add(key);
    propose({ kind: "swap", detail: "swap" }, [
      [a, item(values, b)],
      [b, item(values, a)],
    ]);
  };
  for (const row of broken) {
    const { variables, coefs, equality } = item(problem.rows, row);
    if (!equality) continue;
    const coefOf = new Map(variables.map((variable, at) => [variable, Number(coefs[at])]));
    const wanted = new Map<number, number[]>();
    for (const [variable, coef] of coefOf) {
      const value = item(values, variable) + item(residuals, row) / coef;
      const list = wanted.get(value);
      if (list === undefined) wanted.set(value, [variable]);
      else list.push(variable);
      for (const [partner, other] of coefOf) if (partner > variable && other !== coef) tryPair(variable, partner);
    }
    values.forEach((value, partner) => {
      for (const variable of wanted.get(value) ?? []) if (!coefOf.has(partner)) tryPair(variable, partner);
    });
  }
}

function rowSwaps({ lines, values, propose }: Scene): void {
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
function splits({ problem, lines, values, propose }: Scene): void {
  const isSuspect = (variable: number): boolean =>
    item(problem.columns, variable).rows.some((row) => isBroken(problem, row));
  for (const line of lines) {
    for (let at = 0; at + 1 < line.length; at += 1) {
      const left = item(line, at);
      const right = item(line, at + 1);
      const head = item(values, left);
      const tail = item(values, right);
      if (head <= 0 || tail < 0 || !isSuspect(left) || !isSuspect(right)) continue;
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
function shifts(scene: Scene): void {
  const { problem, lines, broken } = scene;
  for (const line of lines) {
    const within = broken.filter((row) => line.some((variable) => item(problem.columns, variable).rows.includes(row)));
    // A shift that explains only two of several broken rules is no likelier than a wrong figure.
    if (within.length < 2 || (within.length < broken.length && within.length < 3)) continue;
    for (let from = 0; from + 1 < line.length; from += 1) {
      for (let to = from + 1; to < line.length; to += 1) {
        const piece = line.slice(from, to + 1);
        shiftBack(scene, piece);
        shiftBack(scene, piece.reverse());
      }
    }
  }
}

/** Each cell of `piece` takes the figure of the next; the last one's is worked out. */
function shiftBack({ problem, values, residuals, propose }: Scene, piece: readonly number[]): void {
  const moves: Move[] = piece.slice(0, -1).map((variable, at) => [variable, item(values, item(piece, at + 1))]);
  if (!moves.some(([, to]) => to !== 0)) return;
  const lost = item(piece, piece.length - 1);
  const column = item(problem.columns, lost);
  const place = column.rows.findIndex((row) => item(problem.rows, row).equality);
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
