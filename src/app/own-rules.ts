import type { CellId } from "../core/model/cell";
import type { Template } from "../core/model/template";
import { evaluate, type Verdict } from "../core/rules/evaluate";
import { bindRules, type RuleBook } from "../core/rules/expand";
import { extendBook, ownPrefix, ownRule, OwnRuleError, type OwnRule } from "../core/rules/own-rules";
import type { Rule, Severity, UnitType } from "../core/rules/rule";
import type { Values } from "../core/model/report";
import { ownRules as words, ownSentence } from "../messages/own-rules";
import { findTemplate, formsForYear, ruleBook, templateIds } from "./forms";
import { readLines, type LinedData } from "./own-rules-lines";
import { keyNames, taskFileSchema, type RuleShape, type TaskFileShape, type UnitShape } from "./own-rules-schema";
import { UserError } from "./user-error";

/** One unit that has to report. */
export type TaskUnit = {
  readonly name: string;
  readonly code: string | null;
  readonly unitType: UnitType | null;
  readonly email: string | null;
};

/** A rule with the place where it was written. */
type WrittenRule = {
  readonly own: OwnRule;
  /** Forms that it is meant for; null = whichever is in use. */
  readonly templates: readonly string[] | null;
  readonly line: number;
  readonly examples: readonly {
    readonly line: number;
    readonly values: Values;
    readonly prior: Values | undefined;
    readonly expect: Verdict["state"];
  }[];
};

/** What a superior office hands down: a task, its rules, or both. Dates are ISO. */
export type TaskFile = {
  /** As it is shown in error messages. */
  readonly file: string;
  readonly title: string | null;
  readonly issuer: string | null;
  readonly year: number | null;
  readonly template: string | null;
  readonly variant: string | null;
  readonly deadline: string | null;
  readonly replyTo: string | null;
  readonly note: string | null;
  readonly units: readonly TaskUnit[];
  readonly rules: readonly WrittenRule[];
};

const largest = 1_000_000;

/**
 * Reads a rule file or task file, YAML or JSON, as `docs/own-rules.md` describes it.
 * @param name as it is shown in error messages
 * @throws UserError one sentence naming the line
 */
export async function parseTaskFile(bytes: Uint8Array, name: string): Promise<TaskFile> {
  const read = await readLines(textOf(bytes, name), keyNames);
  if (!read.ok) throw new UserError(words.at(name, read.problem.line, words[read.problem.kind]));
  const { data, lineOf } = read.file;
  if (data === null) throw new UserError(words.empty(name));
  // A bare list is a list of rules.
  const isList = Array.isArray(data);
  const at = (path: readonly PropertyKey[], problem: string): UserError =>
    new UserError(words.at(name, lineOf(isList ? path.slice(1) : path), problem));
  const parsed = taskFileSchema.safeParse(isList ? { rules: data } : data);
  if (!parsed.success) throw at(...firstProblem(parsed.error.issues, isList ? { rules: data } : data));
  return toTaskFile(parsed.data, name, { at, lineOf: (path) => lineOf(isList ? path.slice(1) : path) });
}

/**
 * The rules of a form together with those of the file that are meant for it.
 * @throws UserError naming the line of a rule that the form cannot serve, or that fails its own example
 */
export function bookWithOwnRules(template: Template, task: TaskFile | undefined): RuleBook {
  const book = ruleBook(template);
  if (task === undefined) return book;
  const known = books.get(task) ?? new Map<Template, RuleBook>();
  books.set(task, known);
  const made = known.get(template) ?? extendBook(book, rulesFor(template, task));
  known.set(template, made);
  return made;
}

/** Made once: what is known about a book is kept with it. */
const books = new WeakMap<TaskFile, Map<Template, RuleBook>>();

function rulesFor(template: Template, { rules, file }: TaskFile): readonly Rule[] {
  return rules
    .filter(({ templates }) => templates === null || templates.includes(template.id))
    .map(({ own, line, examples }) => {
      const rule = readRule(template, own, file, line);
      for (const example of examples) {
        const found = verdictOn(template, rule, example.values, example.prior);
        if (found !== example.expect)
          throw new UserError(words.at(file, example.line, words.example(example.expect, found)));
      }
      return rule;
    });
}

function readRule(template: Template, own: OwnRule, file: string, line: number): Rule {
  try {
    const rule = ownRule(template, own);
    return rule.sentence === "" ? { ...rule, sentence: ownSentence(template, rule) } : rule;
  } catch (error) {
    if (!(error instanceof OwnRuleError)) throw error;
    const text = error.found.kind === "condition" ? (own.when ?? "") : (own.text ?? "");
    throw new UserError(words.at(file, line, words.problem(error.found, text, template.id)));
  }
}

/** The verdict on figures of an example: the worst of all lines. */
function verdictOn(template: Template, rule: Rule, values: Values, prior: Values | undefined): Verdict["state"] {
  const year = rule.onlyYears?.[0] ?? template.reportYears.from;
  const subject = {
    values,
    prior,
    year,
    unitType: rule.appliesTo?.unitType?.[0] ?? null,
    rulemaking: rule.appliesTo?.rulemaking ?? null,
    zeroReport: null,
  };
  const states = bindRules({ ...template, rules: [rule] }).rules.map((bound) => evaluate(bound, subject).state);
  return (["broken", "passed", "undecided"] as const).find((state) => states.includes(state)) ?? "notAsked";
}

type Place = {
  readonly at: (path: readonly PropertyKey[], problem: string) => UserError;
  readonly lineOf: LinedData["lineOf"];
};

function toTaskFile(shape: TaskFileShape, file: string, place: Place): TaskFile {
  const { template = null, year = null, rules = [], units = [] } = shape;
  if (template !== null) {
    const found = findTemplate(template);
    if (found === undefined) throw place.at(["template"], words.unknownTemplate(template, templateIds()));
    if (year !== null && !formsForYear(year).includes(found))
      throw place.at(["template"], words.wrongTemplate(template, year));
  }
  return {
    file,
    title: shape.title ?? null,
    issuer: shape.issuer ?? null,
    year,
    template,
    variant: shape.variant ?? null,
    deadline: shape.deadline ?? null,
    replyTo: shape.replyTo ?? null,
    note: shape.note ?? null,
    units: distinct(
      units.map(toUnit),
      ({ name }) => name,
      (index, name) => place.at(["units", index], words.sameUnit(name)),
    ),
    rules: distinct(
      rules.map((rule, index) => toRule(rule, index, shape, place)),
      ({ own }) => own.id,
      (index, id) => place.at(["rules", index, "id"], words.sameId(id)),
    ),
  };
}

function distinct<T>(
  list: readonly T[],
  key: (item: T) => string,
  error: (index: number, key: string) => UserError,
): readonly T[] {
  const seen = new Set<string>();
  list.forEach((item, index) => {
    if (seen.has(key(item))) throw error(index, key(item));
    seen.add(key(item));
  });
  return list;
}

function toUnit(unit: UnitShape): TaskUnit {
  if (typeof unit === "string") return { name: unit.trim(), code: null, unitType: null, email: null };
  const { name, code = null, type = null, email = null } = unit;
  return { name: name.trim(), code, unitType: type === null || type === "其他" ? null : unitTypes[type], email };
}

const unitTypes = {
  政府: "government",
  部门: "department",
  乡镇: "township",
  // 街道办事处是政府的派出机关。
  街道: "agency",
  government: "government",
  department: "department",
  township: "township",
  agency: "agency",
} as const satisfies Record<string, UnitType>;

const severities = {
  强制: "error",
  核实: "warning",
  提示: "hint",
  error: "error",
  warning: "warning",
  hint: "hint",
} as const satisfies Record<string, Severity>;

const states = {
  成立: "passed",
  不成立: "broken",
  无法判断: "undecided",
  passed: "passed",
  broken: "broken",
  undecided: "undecided",
} as const satisfies Record<string, Verdict["state"]>;

const blanks = { 按0: "zero", 不判断: "open", zero: "zero", open: "open" } as const;

function toRule(rule: RuleShape, index: number, file: TaskFileShape, { at, lineOf }: Place): WrittenRule {
  if ((rule.rule === undefined) === (rule.required === undefined)) throw at(["rules", index], words.oneOf);
  const templates = rule.template === undefined ? null : listOf(rule.template);
  const unknown = templates?.find((id) => findTemplate(id) === undefined);
  if (unknown !== undefined) throw at(["rules", index, "template"], words.unknownTemplate(unknown, templateIds()));
  const types = rule.unitType === undefined ? undefined : listOf(rule.unitType).map((word) => unitTypes[word]);
  const { rulemaking } = rule;
  return {
    own: {
      id: rule.id.startsWith(ownPrefix) ? rule.id.slice(ownPrefix.length) : rule.id,
      severity: severities[rule.severity],
      text: rule.rule,
      required: rule.required === undefined ? undefined : listOf(rule.required),
      when: rule.when,
      over: rule.over === undefined ? undefined : listOf(rule.over),
      blanks: rule.blanks === undefined ? undefined : blanks[rule.blanks],
      sentence: rule.sentence ?? "",
      source: rule.source ?? file.source ?? file.issuer ?? file.title ?? "",
      years: rule.years === undefined ? undefined : listOf(rule.years),
      appliesTo:
        types === undefined && rulemaking === undefined
          ? undefined
          : {
              ...(types !== undefined && { unitType: types }),
              ...(rulemaking !== undefined && { rulemaking: rulemaking === true || rulemaking === "有" }),
            },
    },
    templates,
    line: lineOf(["rules", index, rule.rule === undefined ? "required" : "rule"]),
    examples: (rule.examples ?? []).map(({ values, prior, expect }, number) => ({
      line: lineOf(["rules", index, "examples", number]),
      values: valuesOf(values),
      prior: prior === undefined ? undefined : valuesOf(prior),
      expect: states[expect],
    })),
  };
}

function valuesOf(record: Readonly<Record<string, number | string | null>>): Values {
  return new Map(Object.entries(record) as [CellId, number | string | null][]);
}

function listOf<T extends string | number>(value: T | readonly T[]): readonly T[] {
  return typeof value === "object" ? value : [value];
}

/** Just enough of an issue: where, what kind, and for unknown keys which. */
type Issue = {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly Issue[])[];
};

function firstProblem(issues: readonly Issue[], data: unknown): [path: readonly PropertyKey[], problem: string] {
  const [issue] = issues;
  if (issue === undefined) return [[], words.badValue("")];
  const { code, path, keys = [], errors = [] } = issue;
  const found = valueAt(data, path);
  if (code === "unrecognized_keys") return [[...path, keys[0] ?? ""], words.unknownKey(keys[0] ?? "")];
  if (code === "invalid_union") {
    // Of the alternatives, the one that came furthest says what is meant.
    const [deepest] = [...errors].sort((a, b) => depth(b) - depth(a));
    if (deepest !== undefined && depth(deepest) > 0) {
      const [inner, problem] = firstProblem(deepest, found);
      return [[...path, ...inner], problem];
    }
  }
  const key = [...path].reverse().find((part) => typeof part === "string") ?? "";
  return [path, found === undefined ? words.missing(key) : words.badValue(key)];
}

function depth(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map(({ path, keys = [] }) => path.length + keys.length));
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}

function textOf(bytes: Uint8Array, name: string): string {
  if (bytes.length > largest) throw new UserError(words.tooLarge(name));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UserError(words.notText(name));
  }
}
