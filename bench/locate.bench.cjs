// Which cell of 表三 is wrong: Gouji against HiGHS (WebAssembly), the same reports in one run. Both find sets of least
// size; Gouji finds all of them, with values and kinds of slip, HiGHS one. Prints ratios of median times.
require("./register.cjs");
const { performance } = require("node:perf_hooks");
const loadHighs = require("highs");
const { cellsOfTable, chance, changed, published, slipsOf, valueOf } = require("../test/locate/planted.ts");
const { formModel, hasFault, isEquation, partProblem } = require("../src/core/locate/form-model.ts");
const { minimalSets } = require("../src/core/locate/search.ts");
const { localise } = require("../src/core/locate/suggest.ts");
const { checkAll } = require("../src/core/rules/check.ts");

const rounds = 25;
const bar = { 1: 100, 2: 50, 3: 15 };

/** min Σ b, every balance holds, |x - given| ≤ 200000 b, x whole and not negative */
function model({ report, book }, cells) {
  const name = new Map(cells.map((cell, index) => [cell, `x${index}`]));
  const sum = (terms) => terms.map(({ cell }) => name.get(cell));
  const rows = book.rules
    .filter((rule) => isEquation(rule) && rule.cells.every((cell) => name.has(cell)))
    .map(({ left, right }, index) => ` r${index}: ${sum(left).join(" + ")} - ${sum(right).join(" - ")} = 0`);
  cells.forEach((cell, index) => {
    const value = report.values.get(cell) ?? 0;
    rows.push(
      ` u${index}: x${index} - 200000 b${index} <= ${value}`,
      ` l${index}: x${index} + 200000 b${index} >= ${value}`,
    );
  });
  const binaries = cells.map((_, index) => `b${index}`);
  const bounds = cells.map((_, index) => ` 0 <= x${index} <= 400000`);
  const objective = [];
  for (let at = 0; at < binaries.length; at += 10) objective.push(binaries.slice(at, at + 10).join(" + "));
  return [
    "Minimize",
    ` obj: ${objective.join("\n + ")}`,
    "Subject To",
    ...rows,
    "Bounds",
    ...bounds,
    "General",
    ...cells.map((_, index) => ` x${index}`),
    "Binary",
    ...binaries.map((binary) => ` ${binary}`),
    "End",
  ].join("\n");
}

/** The cells that the solver's answer changes: its own count lets tiny fractions of b pass for 0. */
function changedBy(answer, { report }, cells) {
  return cells.filter(
    (cell, index) => Math.round(answer.Columns[`x${index}`].Primal) !== (report.values.get(cell) ?? 0),
  ).length;
}

function leastSize({ report, book }, verdicts) {
  const form = formModel(book);
  const part = form.parts.find((candidate) => hasFault(candidate, verdicts));
  const found = minimalSets(partProblem({ book, subject: report, verdicts }, part).problem, { deadline: () => false });
  return found.weight;
}

function timed(work) {
  const start = performance.now();
  const answer = work();
  return { answer, time: performance.now() - start };
}

const median = (times) => times.slice().sort((a, b) => a - b)[times.length >> 1];

async function main() {
  const highs = await loadHighs();
  const base = published("001-suqian-2023.json");
  const cells = cellsOfTable(base, "t3");
  const pick = chance(1);
  const never = () => false;
  for (const errors of [1, 2, 3, 4, 5]) {
    const ours = [];
    const theirs = [];
    let agreed = 0;
    for (let round = -10; round < rounds; round += 1) {
      const planted = new Map();
      while (planted.size < errors) {
        const cell = cells[pick(cells.length)];
        const slips = slipsOf(valueOf(base, cell));
        planted.set(cell, slips[pick(slips.length)]);
      }
      const wrong = changed(base, planted);
      const verdicts = checkAll(wrong.book, wrong.report);
      const own = timed(() => localise(wrong.book, wrong.report, verdicts, never));
      // The first rounds only warm up.
      if (round < 0) continue;
      const text = model(wrong, cells);
      const solved = timed(() => highs.solve(text, { mip_feasibility_tolerance: 1e-9 }));
      const theirSize = changedBy(solved.answer, wrong, cells);
      const ownSize = leastSize(wrong, verdicts);
      if (theirSize === ownSize) agreed += 1;
      // With its tolerances the solver may need a cell more; a cell fewer would be a mistake of ours.
      if (theirSize < ownSize) throw new Error(`${theirSize} cells do where ${ownSize} were found`);
      ours.push(own.time);
      theirs.push(solved.time);
    }
    const ratio = median(theirs) / median(ours);
    const wanted = bar[errors] === undefined ? "" : `   bar ${bar[errors]}×`;
    process.stdout.write(
      `${errors} wrong cell(s): ${ratio.toFixed(0).padStart(5)}× HiGHS${wanted}   same size in ${agreed} of ${rounds}\n`,
    );
  }
}

void main();
