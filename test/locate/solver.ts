import loadHighs from "highs";

/** A system as `locate` reads it, with small whole figures. */
export type SmallSystem = {
  readonly rules: readonly string[];
  readonly record: Readonly<Record<string, number | null>>;
  readonly weights: Readonly<Record<string, number>>;
  readonly fixed: readonly string[];
  readonly integer: readonly string[];
};

type Highs = Awaited<ReturnType<typeof loadHighs>>;

/** No figure of a solution is looked for beyond this. */
const reach = 5000;

/** The model of the same question for a mixed-integer solver: which figures change is a matter of 0 or 1. */
export function milp({ rules, record, weights, fixed, integer }: SmallSystem, changed?: ReadonlySet<string>): string {
  const names = Object.keys(record);
  const lines: string[] = [];
  rules.forEach((rule, index) => lines.push(` r${String(index)}: ${lpRow(rule, new Set(integer))}`));
  const binaries: string[] = [];
  const bounds = names.flatMap((name) => {
    const value = record[name] ?? null;
    if (value === null) return [` -${String(reach)} <= ${name} <= ${String(reach)}`];
    const mayChange = changed === undefined ? !fixed.includes(name) : changed.has(name);
    if (!mayChange) return [` ${name} = ${String(value)}`];
    if (changed === undefined) {
      binaries.push(`b_${name}`);
      lines.push(` u_${name}: ${name} - ${String(reach)} b_${name} <= ${String(value)}`);
      lines.push(` l_${name}: ${name} + ${String(reach)} b_${name} >= ${String(value)}`);
    }
    return [` -${String(2 * reach)} <= ${name} <= ${String(2 * reach)}`];
  });
  const cost = binaries.map((binary) => `${String(weights[binary.slice(2)] ?? 1)} ${binary}`).join(" + ");
  return [
    "Minimize",
    ` obj: ${cost === "" ? `0 ${names[0] ?? "x"}` : cost}`,
    "Subject To",
    ...lines,
    "Bounds",
    ...bounds,
    ...(integer.length > 0 ? ["General", ` ${integer.join(" ")}`] : []),
    ...(binaries.length > 0 ? ["Binary", ` ${binaries.join(" ")}`] : []),
    "End",
  ].join("\n");
}

/** Rules of the form `2 a - 3 b + c <= 4`, as the generator writes them. */
function lpRow(rule: string, integer: ReadonlySet<string>): string {
  const match = /^(.*?) (==|<=|>=|<|>) (-?\d+)$/u.exec(rule);
  if (match === null) throw new Error(`unexpected rule ${rule}`);
  const [, left = "", operator = "", right = ""] = match;
  const isWhole = (left.match(/[a-z]\d*/gu) ?? []).every((name) => integer.has(name));
  const margin = isWhole ? 1 : 0.001;
  const terms = left.replaceAll("*", " ");
  if (operator === "<") return `${terms} <= ${String(Number(right) - margin)}`;
  if (operator === ">") return `${terms} >= ${String(Number(right) + margin)}`;
  return `${terms} ${operator === "==" ? "=" : operator} ${right}`;
}

export async function solver(): Promise<Highs> {
  return await loadHighs();
}

/** The least total weight of figures to change, or null when nothing helps. */
export function leastWeight(highs: Highs, system: SmallSystem): number | null {
  const solution = highs.solve(milp(system), { mip_feasibility_tolerance: 1e-9, primal_feasibility_tolerance: 1e-9 });
  if (solution.Status === "Infeasible") return null;
  if (solution.Status !== "Optimal") throw new Error(solution.Status);
  return Math.round(solution.ObjectiveValue);
}

/** Whether the rules can hold when exactly these figures may change. */
export function isPossible(highs: Highs, system: SmallSystem, changed: ReadonlySet<string>): boolean {
  const { Status: status } = highs.solve(milp(system, changed));
  if (status !== "Optimal" && status !== "Infeasible") throw new Error(status);
  return status === "Optimal";
}
