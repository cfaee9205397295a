import { textFormOf } from "../../src/app/audit-text";
import { forms } from "../../src/app/forms";
import { readingsOf } from "../../src/core/audit/reading";
import { factSections } from "../../src/core/model/facts";
import { cellsOf } from "../../src/core/model/template";
import { textForms } from "../../src/templates/text-forms";

test("every form has its words, and nothing else has", () => {
  const ids = forms.map(({ id, variant }) => (variant === undefined ? id : `${id}/${variant}`));
  expect(Object.keys(textForms).sort()).toEqual([...ids].sort());
});

test.each(forms)("$id $variant: every word points to cells of the form or to its inputs", (form) => {
  const cells = new Set<string>(cellsOf(form));
  const inputs = new Set(form.facts.map(({ section, id }) => `${section}.${id}.value`));
  const topics = textFormOf(form)?.vocabulary.topics ?? [];
  const paths = topics.flatMap((topic) =>
    topic.lines.flatMap((line) =>
      [[], ...topic.facets.map((facet) => [facet])].flatMap((facets) =>
        readingsOf({ topic, lines: [line], facets, loose: false })
          .flat()
          .flatMap(({ path, parts }) => [path, ...parts]),
      ),
    ),
  );
  expect(paths.length).toBeGreaterThan(4);
  const isKnown = (path: string): boolean =>
    factSections.some((section) => path.startsWith(`${section}.`)) ? inputs.has(path) : cells.has(path);
  expect([...new Set(paths)].filter((path) => !isKnown(path))).toEqual([]);
});
