import type { OpenForm } from "../app/session-state";
import { pane } from "../messages/pane";
import { verdictOf, wholeProgress } from "./verdict";
import { whereToWrite } from "./text-progress";
import { whereToFill } from "./where-to-fill";

/** One sentence of what to do now, and where its button leads: a cell or fact to fill in, or another view. */
export type NextStep = {
  readonly text: string;
  readonly action: string;
  readonly to:
    | { readonly kind: "cell"; readonly cell: string | undefined }
    | { readonly kind: "view"; readonly view: "check" | "report" };
};

export function nextStep(form: OpenForm): NextStep {
  const { next } = pane;
  const verdict = verdictOf(form);
  switch (verdict.kind) {
    case "fail":
      return { text: next.fix(verdict.errors), action: next.goCheck, to: { kind: "view", view: "check" } };
    case "incomplete": {
      const sheet = form.progress.find(({ filled, total }) => filled < total);
      const name = sheet?.sheet ?? "";
      const text =
        wholeProgress(form).filled === 0
          ? next.begin(name)
          : next.fill(name, (sheet?.total ?? 0) - (sheet?.filled ?? 0));
      const cell = whereToFill(form.template, form.report, name);
      return { text, action: next.goFill, to: { kind: "cell", cell } };
    }
    case "explain":
      return { text: next.explain(verdict.open), action: next.goCheck, to: { kind: "view", view: "check" } };
    case "text":
      if (verdict.missing === null)
        return { text: next.report, action: next.goReport, to: { kind: "view", view: "report" } };
      return { text: next.write(verdict.missing), action: next.goFill, to: { kind: "cell", cell: whereToWrite(form) } };
    case "stale":
    case "pass":
      return { text: next.report, action: next.goReport, to: { kind: "view", view: "report" } };
  }
}
