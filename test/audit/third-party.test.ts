import { readFileSync } from "node:fs";
import { join } from "node:path";

import { textFormOf } from "../../src/app/audit-text";
import { audit } from "../../src/core/audit/audit";
import type { AuditClaim } from "../../src/core/audit/claim";
import type { CellId } from "../../src/core/model/cell";
import { emptyReport, type Report } from "../../src/core/model/report";
import { nb2019 } from "../../src/templates/nb2019";

type Case = {
  readonly id: string;
  readonly facts: Readonly<Record<string, number>>;
  readonly text: string;
  readonly expect: readonly {
    readonly claim: string;
    readonly verdict: string;
    readonly expected?: number | string;
  }[];
};

const file = join(__dirname, "../data/third-party-cases.json");
const { suites } = JSON.parse(readFileSync(file, "utf8")) as {
  readonly suites: readonly { readonly id: string; readonly cases: readonly Case[] }[];
};
const cases = suites.find(({ id }) => id === "text-number-audit")?.cases ?? [];

/** Where the named values of the cases stand in the form. */
const cells: Readonly<Record<string, CellId>> = {
  新收: "t3.newReceived.total",
  上年结转: "t3.carriedOver.total",
  总计: "t3.totalHandled.total",
  结转下年度: "t3.carriedForward.total",
  予以公开: "t3.granted.total",
  部分公开: "t3.partial.total",
  不予公开: "t3.deniedStateSecret.total",
  无法提供1不掌握: "t3.unableNotHeld.total",
  不予处理: "t3.notProcessedPetition.total",
  其他处理: "t3.other.total",
  复议总计: "t4.cases.reviewTotal",
  复议维持: "t4.cases.reviewUpheld",
  复议尚未审结: "t4.cases.reviewPending",
  诉讼总计: "t4.cases.directTotal",
  诉讼维持: "t4.cases.directUpheld",
  诉讼尚未审结: "t4.cases.directPending",
};

function reportOf({ facts }: Case): Report {
  const values = new Map<CellId, number>();
  for (const [name, value] of Object.entries(facts)) {
    const cell = cells[name];
    if (cell !== undefined) values.set(cell, value);
  }
  const { 无法提供: unable, 无法提供1不掌握: notHeld } = facts;
  if (unable !== undefined && notHeld !== undefined) values.set("t3.unableCreate.total", unable - notHeld);
  return { ...emptyReport("nb2019", "某市人民政府办公厅", 2025), values };
}

function auditOf(one: Case): readonly AuditClaim[] {
  return audit({ template: nb2019, textForm: textFormOf(nb2019), report: reportOf(one) }, one.text);
}

/** The number or words of an expected claim: 受理政府信息公开申请859件 → 859件. */
function printed(claim: string): string {
  return /[\d,.]+ ?(?:件|份|%)/u.exec(claim)?.[0] ?? claim;
}

test.each(cases.map((one) => [one.id, one] as const))("%s: each number has the verdict of the case", (_, one) => {
  const claims = auditOf(one);
  for (const { claim, verdict, expected } of one.expect) {
    const isSum = claim.startsWith("partition");
    const found = claims.find(({ text, reason }) =>
      isSum ? reason.kind === "parts" : reason.kind !== "parts" && text === printed(claim),
    );
    if (found === undefined) throw new Error(`${claim} was not found`);
    // Only a part of the group: the group is meant, so the number is wrong.
    const wanted = verdict.startsWith("核实") ? "inconsistent" : verdict;
    const isTold = /^(?:consistent|inconsistent)/u.exec(wanted)?.[0];
    expect([claim, found.verdict]).toEqual([claim, isTold ?? "unverifiable"]);
    if (typeof expected === "number") expect(found.expected).toBe(expected);
  }
});

test("there are cases", () => {
  expect(cases).toHaveLength(8);
});
