import type { CellId } from "../core/model/cell";
import { explanationState } from "../core/rules/check";
import type { RuleBook } from "../core/rules/expand";
import type { Finding } from "../core/rules/finding";
import type { Report } from "../core/model/report";
import { openCells } from "../core/seal/sealed-content";
import { cellsOfTable, type Template } from "../core/model/template";
import { cellName, findingMessage } from "../messages/finding";
import { submit } from "../messages/submit";
import type { Integrity } from "./inspect-open-form";
import type { SealText } from "./seal-text";

/** What stands in the way of sealing; each has its place. */
export type Obstacle = {
  /**
   * 强制, 核实 without a reason that stands, figures that are blank, 【待填】, numbers of the text that contradict the
   * tables, damage to the form.
   */
  readonly kind: "error" | "reason" | "blank" | "placeholder" | "text" | "damage";
  /** The rule of a finding. */
  readonly rule: string | null;
  readonly cells: readonly CellId[];
  readonly message: string;
};

export type SealSubject = {
  readonly book: RuleBook;
  readonly report: Report;
  /** Last year's report. */
  readonly prior: Report | undefined;
  /** What the rules found. */
  readonly findings: readonly Finding[];
  readonly text: SealText;
  /** What has become of the form's labels and lines, a sentence each. */
  readonly damage: readonly string[];
};

/** What is to be said of an open workbook: what an inspection found, or at least which tables cannot be read. */
export function damageSentences(
  template: Template,
  damaged: readonly string[],
  inspected: Pick<Integrity, "faults" | "lost"> | null,
): readonly string[] {
  const told = inspected === null ? [] : [...inspected.lost, ...inspected.faults];
  return told.length === 0 && damaged.length > 0 ? [submit.damagedTables(template, damaged)] : told;
}

const namedCells = 3;

/** Everything that is still to be done before a report can be sealed, in the order in which to do it. */
export function sealChecklist(subject: SealSubject): readonly Obstacle[] {
  return [
    ...subject.damage.map((message): Obstacle => ({ ...nowhere("damage"), message: submit.obstacle.damage(message) })),
    ...blanks(subject),
    ...openFindings(subject),
    ...text(subject.text),
  ];
}

function nowhere(kind: Obstacle["kind"]): Pick<Obstacle, "kind" | "rule" | "cells"> {
  return { kind, rule: null, cells: [] };
}

function blanks({ book: { template }, report }: SealSubject): readonly Obstacle[] {
  const open = new Set(openCells(template, report));
  return template.sheets.flatMap(({ name, tables }): readonly Obstacle[] => {
    const cells = template.tables
      .filter(({ id }) => tables.includes(id))
      .flatMap(cellsOfTable)
      .filter((cell) => open.has(cell));
    if (cells.length === 0) return [];
    const places = cells.slice(0, namedCells).map((cell) => cellName(template, cell));
    return [{ kind: "blank", rule: null, cells, message: submit.obstacle.blank(name, places, cells.length) }];
  });
}

function openFindings({ book, report, findings }: SealSubject): readonly Obstacle[] {
  return findings.flatMap((finding): readonly Obstacle[] => {
    const { rule, severity, cells } = finding;
    const message = findingMessage(book, finding);
    if (severity === "error") return [{ kind: "error", rule, cells, message }];
    const state = explanationState(finding, report.explanations);
    if (severity === "hint" || state === "current") return [];
    const words = state === "expired" ? submit.obstacle.expired : submit.obstacle.reason;
    return [{ kind: "reason", rule, cells, message: words(message) }];
  });
}

function text({ sheet, placeholders, stale }: SealText): readonly Obstacle[] {
  if (sheet.rows.length === 0) return [{ ...nowhere("text"), message: submit.obstacle.noText }];
  return [
    ...placeholders.map(({ section, text: missing }): Obstacle => ({
      ...nowhere("placeholder"),
      message:
        section === null ? submit.obstacle.ownPlaceholder(missing) : submit.obstacle.placeholder(section, missing),
    })),
    ...stale.map((message): Obstacle => ({ ...nowhere("text"), message })),
  ];
}
