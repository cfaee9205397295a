import { withReason } from "../core/rules/check";
import { findingsOf } from "../core/rules/evaluate";
import { isoDate } from "./dates";
import type { Desk } from "./desk";
import { remembered } from "./remembered";
import type { Session } from "./session-state";

type RecordCommands = Pick<
  Session,
  "explain" | "confirmZeros" | "describeUnit" | "recallPerson" | "rememberView" | "recallView"
>;

/** What is said of the report beside its figures, and what the workbook remembers of whoever works with it. */
export function recordCommands({ perform, describe, verdicts, workbook, now }: Desk): RecordCommands {
  return {
    explain: (rule, { text, by }) =>
      perform("writing", async () => {
        await describe(({ explanations }) => {
          const finding = verdicts()
            .flatMap(findingsOf)
            .find((found) => found.rule === rule);
          return { explanations: withReason(explanations, rule, finding, { text, by, at: isoDate(now()) }) };
        });
        if (by.trim() !== "") await workbook.remember(remembered.person, by.trim());
      }),
    confirmZeros: (by) =>
      perform("writing", () => describe(() => ({ zeroReport: by === null ? null : { by, at: isoDate(now()) } }))),
    describeUnit: (profile) => perform("writing", () => describe(() => profile)),
    recallPerson: () => workbook.recall(remembered.person).catch(() => null),
    rememberView: (name) => workbook.remember(remembered.view, name).catch(() => undefined),
    recallView: () => workbook.recall(remembered.view).catch(() => null),
  };
}
