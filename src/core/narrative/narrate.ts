import type { FactField } from "../model/facts";
import type { Report } from "../model/report";
import type { Template } from "../model/template";
import { pathText } from "./expression";
import { fieldSource, gap } from "./gap";
import { factsOf, factsOfField, fieldOf, isFactOf, type FoundFact, type Inputs } from "./inputs";
import type { Narrative, NarrativeSection, Paragraph, Placeholder, Sentence } from "./narrative";
import { fillsField } from "./place-facts";
import { filled, joined, plain, quotedWords, type Gap, type Said } from "./said";
import { sayAmount, sayUnknownFact, sayWords } from "./say-fact";
import { saidAsCategories, sayParts } from "./say-parts";
import { append, sayPattern, saySentence } from "./say-sentence";
import type { EachRule, NotesRule, PairsRule, ParagraphRule, RequiredRule, SentencesRule } from "./sentence-rule";

type SaidParagraph = { readonly paragraph: Paragraph; readonly gaps: readonly Gap[] };

/**
 * The report text: title, 导语 and the six sections, made by the form's rules from the figures, the facts and last
 * year's report where it is given. Nothing is said without a source; what is required and unknown is a placeholder.
 */
export function narrate(template: Template, report: Report, prior?: Report): Narrative {
  const inputs: Inputs = { template, report, prior };
  const placeholders: Placeholder[] = [];
  const sections = template.sections.map(({ id, title }): NarrativeSection => {
    const rules = template.narrative.sections.find((section) => section.id === id)?.paragraphs ?? [];
    const said = rules.flatMap((rule) => sayParagraphs(inputs, rule));
    for (const { gaps } of said) placeholders.push(...gaps.map((missing) => ({ section: id, ...missing })));
    return { id, title, paragraphs: said.map(({ paragraph }) => paragraph) };
  });
  const preamble = template.narrative.preamble.flatMap((rule) => sayParagraphs(inputs, rule));
  return {
    title: reportTitle(template, report),
    preamble: preamble.map(({ paragraph }) => paragraph),
    sections,
    placeholders,
  };
}

/** 单位名称＋年份＋年政府信息公开工作年度报告. */
export function reportTitle(template: Template, { unit, year }: Pick<Report, "unit" | "year">): string {
  return template.reportTitle.replaceAll("{unit}", unit).replaceAll("{year}", String(year));
}

function sayParagraphs(inputs: Inputs, rule: ParagraphRule): readonly SaidParagraph[] {
  switch (rule.kind) {
    case "heading":
      return [paragraph(inputs, rule.id, [{ rule: rule.id, ...plain(rule.text) }], "heading")];
    case "sentences":
      return saySentences(inputs, rule);
    case "each":
      return sayEach(inputs, rule);
    case "notes":
      return sayNotes(inputs, rule);
    case "required":
      return sayRequired(inputs, rule);
    case "rest":
      return sayRest(inputs, rule.id, rule.section);
    case "pairs":
      return sayPairs(inputs, rule);
    case "group": {
      const said = rule.paragraphs.flatMap((inner) => sayParagraphs(inputs, inner));
      if (said.length > 0) return said;
      const missing = append(
        gap(inputs, rule.otherwise.what, sourceIn(inputs, rule.paragraphs)),
        inputs.template.narrative.words.stop,
      );
      return [paragraph(inputs, rule.otherwise.id, [{ rule: rule.otherwise.id, ...missing }])];
    }
  }
}

/** The field that paragraphs begin with, or else the first of the section that they speak of. */
function sourceIn({ template }: Inputs, paragraphs: readonly ParagraphRule[]): string | undefined {
  const [first] = paragraphs;
  const section = paragraphs.map((rule) => ("section" in rule ? rule.section : undefined)).find(Boolean);
  const id = first !== undefined && "field" in first ? first.field : undefined;
  const field = template.facts.find((known) => known.section === section && (id === undefined || known.id === id));
  return field && fieldSource(field);
}

function saySentences(inputs: Inputs, rule: SentencesRule): readonly SaidParagraph[] {
  const said = rule.sentences.flatMap((sentence) => saySentence(inputs, sentence) ?? []);
  const [first, ...more] = said;
  if (first === undefined) return [];
  if (rule.opening === undefined || first.gaps.some(({ text }) => first.text.startsWith(text)))
    return [paragraph(inputs, rule.id, said)];
  const opened = { rule: first.rule, ...joined([sayPattern(inputs, rule.opening), first]) };
  return [paragraph(inputs, rule.id, [opened, ...more])];
}

/** The clerk's own paragraphs. 无 in one says that there is nothing. */
function sayNotes(inputs: Inputs, rule: NotesRule): readonly SaidParagraph[] {
  const { words } = inputs.template.narrative;
  const notes = factsOfField(inputs, rule.section, rule.field).flatMap((found) => sayWords(inputs, found) ?? []);
  const said = notes.filter(({ text }) => !words.nothing.includes(text));
  if (said.length > 0)
    return said.map((note) =>
      paragraph(inputs, rule.id, [{ rule: rule.id, ...filled(rule.text ?? `{text}${words.stop}`, () => note) }]),
    );
  if (notes.length === 0 || rule.none === undefined) return [];
  return [paragraph(inputs, rule.id, [{ rule: rule.id, ...sayPattern(inputs, rule.none) }])];
}

function sayEach(inputs: Inputs, rule: EachRule): readonly SaidParagraph[] {
  const field = fieldOf(inputs, rule.section, rule.field);
  const said = factsOfField(inputs, rule.section, rule.field)
    .filter(({ fact: { value } }) => value !== null && value !== 0)
    .map((found) => ({
      rule: rule.id,
      ...filled(rule.text, (slot) => (slot === "label" ? sayName(found, field) : sayAmount(inputs, found))),
    }));
  return said.length === 0 ? [] : [paragraph(inputs, rule.id, said)];
}

/** What the clerk called it; where the name was left as the form proposes it, without the number of the line. */
function sayName({ fact, path }: FoundFact, { label }: FactField): Said {
  const own = fact.label.startsWith(label) ? fact.label.slice(label.length) : fact.label;
  return /^\d*$/u.test(own) ? plain(label) : quotedWords(fact.label, pathText([...path, "label"]));
}

function sayRequired(inputs: Inputs, rule: RequiredRule): readonly SaidParagraph[] {
  const field = fieldOf(inputs, rule.section, rule.field);
  const { required, label } = field;
  const { unitType } = inputs.report;
  const asked =
    required !== undefined &&
    (required.unitType === undefined || (unitType !== null && required.unitType.includes(unitType)));
  const said = factsOfField(inputs, rule.section, rule.field).some(
    (found) => found.fact.value !== null || sayWords(inputs, found) !== undefined,
  );
  if (!asked || said) return [];
  const missing = append(gap(inputs, label, fieldSource(field)), inputs.template.narrative.words.stop);
  return [paragraph(inputs, rule.id, [{ rule: rule.id, ...missing }])];
}

function sayRest(inputs: Inputs, rule: string, section: Parameters<typeof factsOf>[1]): readonly SaidParagraph[] {
  const { narrative } = inputs.template;
  const categories = saidAsCategories(inputs, section);
  const said = factsOf(inputs, section)
    .filter((found) => !isFactOf(inputs, found) && !categories.has(found.path.join(".")))
    .filter(({ fact }) => !narrative.heldByTables.includes(fact.id))
    .flatMap((found) => sayUnknownFact(inputs, found, sayParts(inputs, section, found.path[1], false)) ?? []);
  if (said.length === 0) return [];
  return [paragraph(inputs, rule, [{ rule, ...append(joined(said, narrative.words.restJoin), narrative.words.stop) }])];
}

/** Problems with their measures: those on the same line belong together. */
function sayPairs(inputs: Inputs, rule: PairsRule): readonly SaidParagraph[] {
  const problems = lines(inputs, "problem", rule.problem, rule.strangers === true);
  const measures = lines(inputs, "measure", rule.measure, rule.strangers === true);
  const { ordinals } = inputs.template.narrative.words;
  const places = {
    problem: fieldOf(inputs, "problem", rule.problem),
    measure: fieldOf(inputs, "measure", rule.measure),
  };
  const numbers = [...new Set([...problems.keys(), ...measures.keys()])].sort((a, b) => a - b);
  if (numbers.length === 0 && rule.missing !== undefined) numbers.push(1);
  return numbers.map((line, index) => {
    const { missing } = rule;
    const problem =
      problems.get(line) ??
      (problems.size === 0 && missing ? gap(inputs, missing.problem, fieldSource(places.problem, line)) : undefined);
    const measure = measures.get(line) ?? (missing && gap(inputs, missing.measure, fieldSource(places.measure, line)));
    const pattern = problem === undefined ? rule.loose : measure === undefined ? rule.alone : rule.text;
    const said = filled(pattern, (slot) => {
      if (slot === "ordinal") return plain(ordinals[index] ?? "");
      return (slot === "problem" ? problem : measure) ?? plain("");
    });
    return paragraph(inputs, rule.id, [{ rule: rule.id, ...said }]);
  });
}

/** The words on each line: line n is the fact whose id ends in n; where ids say nothing, the order does. */
function lines(
  inputs: Inputs,
  section: "problem" | "measure",
  id: string,
  strangers: boolean,
): ReadonlyMap<number, Said> {
  const field = fieldOf(inputs, section, id);
  const fields = inputs.template.facts.filter((known) => known.section === section);
  const said = new Map<number, Said>();
  for (const found of factsOf(inputs, section)) {
    const known = fields.find((candidate) => fillsField(candidate, found.fact.id));
    const words = known === field || (known === undefined && strangers) ? sayWords(inputs, found) : undefined;
    if (words === undefined) continue;
    const line = known === undefined ? Number.NaN : Number.parseInt(found.fact.id.slice(field.id.length), 10);
    said.set(Number.isNaN(line) || said.has(line) ? Math.max(0, ...said.keys()) + 1 : line, words);
  }
  return said;
}

function paragraph(
  { template }: Inputs,
  rule: string,
  said: readonly (Said & Pick<Sentence, "rule">)[],
  kind: Paragraph["kind"] = "text",
): SaidParagraph {
  const { text, claims, gaps } = joined(said);
  return {
    paragraph: {
      rule: `${template.id}.${rule}`,
      kind,
      text,
      claims,
      sentences: said.map((one) => ({ rule: `${template.id}.${one.rule}`, text: one.text })),
    },
    gaps,
  };
}
