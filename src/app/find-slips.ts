import { fills } from "../core/locate/fills";
import { localise, type Localisation } from "../core/locate/suggest";
import type { Verdicts } from "../core/rules/check";
import type { Subject } from "../core/rules/evaluate";
import type { RuleBook } from "../core/rules/expand";
import type { ValueChange } from "./mirror";
import { totalsToFill, zerosToFill } from "./proposals";

/** Which cells are likely wrong, and what 补合计 and 补零 would write. */
export type Slips = {
  readonly localisation: Localisation;
  readonly proposals: { readonly totals: readonly ValueChange[]; readonly zeros: readonly ValueChange[] };
};

/** Loaded after the first screen is shown: nobody needs it before a form is open. */
export function findSlips(book: RuleBook, subject: Subject, verdicts: Verdicts, deadline: () => boolean): Slips {
  const { template } = book;
  const blanks = fills(book, subject);
  return {
    localisation: localise(book, subject, verdicts, deadline),
    proposals: {
      totals: totalsToFill(template, subject.values, blanks),
      zeros: zerosToFill(template, subject.values, blanks),
    },
  };
}
