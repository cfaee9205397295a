import { findTemplate, ruleBook } from "../../../src/app/forms";
import { findSlips } from "../../../src/app/find-slips";
import { progressOf } from "../../../src/app/progress";
import type { OpenForm } from "../../../src/app/session-state";
import type { CellId, CellValue } from "../../../src/core/model/cell";
import { emptyReport, type Report } from "../../../src/core/model/report";
import { cellsOf } from "../../../src/core/model/template";
import { livingText } from "../../../src/core/narrative/living";
import type { Narrative } from "../../../src/core/narrative/narrative";
import { checkAll, explanationState, outcome, summarize } from "../../../src/core/rules/check";

type Figures = Readonly<Record<CellId, CellValue>>;

export const unit = "北京市丰台区科学技术和信息化局";

/** What that office published for 2020, as far as it is not zero. */
const published: Figures = {
  "t2_5.otherServices.previousItems": 1,
  "t2_5.otherServices.decisions": 295,
  "t2_6.punishment.previousItems": 7,
  "t2_6.punishment.change": -3,
  "t2_9.procurement.items": 9,
  "t2_9.procurement.amount": 1932.583,
  "t3.newReceived.naturalPerson": 1,
  "t3.newReceived.enterprise": 5,
  "t3.newReceived.total": 6,
  "t3.granted.naturalPerson": 1,
  "t3.granted.enterprise": 1,
  "t3.granted.total": 2,
  "t3.notProcessedPetition.enterprise": 4,
  "t3.notProcessedPetition.total": 4,
  "t3.totalHandled.naturalPerson": 1,
  "t3.totalHandled.enterprise": 5,
  "t3.totalHandled.total": 6,
};

/** A text that lacks nothing. */
const written: Narrative = { title: "", preamble: [], sections: [], placeholders: [] };

const noSheet = { rows: [], known: [] };

/** The form as the session shows it, checked by the real rules. */
export function openForm(
  values: ReadonlyMap<CellId, CellValue>,
  more: Partial<Pick<OpenForm, "narrative"> & Pick<Report, "explanations">> = {},
): OpenForm {
  const template = findTemplate("nb2019");
  if (template === undefined) throw new Error("nb2019 is gone");
  const { narrative = written, explanations = {} } = more;
  const report = { ...emptyReport(template.id, unit, 2020), values, explanations };
  const book = ruleBook(template);
  const verdicts = checkAll(book, report);
  const result = summarize(book, verdicts);
  return {
    template,
    book,
    report,
    result,
    damaged: [],
    isSealed: false,
    outcome: outcome(result.findings, explanations),
    ...findSlips(book, report, verdicts, () => false),
    explanations: Object.fromEntries(
      result.findings.map((finding) => [finding.rule, explanationState(finding, explanations)]),
    ),
    progress: progressOf(template, values),
    sums: 0,
    integrity: null,
    against: { task: null, prior: null },
    log: [],
    undoable: null,
    narrative,
    text:
      narrative === null
        ? null
        : {
            narrative,
            living: livingText({ template, report, prior: undefined }, narrative, noSheet),
            hasSheet: false,
          },
    selected: null,
  };
}

/** Every cell filled: the published figures, zeros elsewhere, and what a test changes. */
export function filled(changes: Figures = {}): ReadonlyMap<CellId, CellValue> {
  const template = findTemplate("nb2019");
  if (template === undefined) throw new Error("nb2019 is gone");
  const values = new Map<CellId, CellValue>(cellsOf(template).map((cell) => [cell, published[cell] ?? 0]));
  for (const [cell, value] of Object.entries(changes)) values.set(cell as CellId, value);
  return values;
}

/** 信访举报投诉类申请 of 商业企业 typed as 5 instead of 4. */
export const oneWrongFigure = filled({ "t3.notProcessedPetition.enterprise": 5 });

/** More 规范性文件 disclosed than there are in all: unusual, wants a reason. */
export const toExplain = filled({
  "t2_1.normative.disclosed": 3,
  "t2_1.normative.made": 3,
  "t2_1.normative.totalDisclosed": 2,
});
