import { cellsOf } from "../../src/core/model/template";
import { compare, evaluateExpression, expressionText, parseExpression } from "../../src/core/narrative/expression";
import { forms } from "../../src/app/forms";

/** Every string in the data of a form's narrative, whatever its depth. */
function strings(data: unknown): readonly string[] {
  if (typeof data === "string") return [data];
  return data !== null && typeof data === "object" ? Object.values(data).flatMap(strings) : [];
}

describe.each(forms)("the sentence rules of $title", (template) => {
  const cells = new Set<string>(cellsOf(template));
  const fields = new Set(template.facts.map(({ section, id }) => `${section}.${id}`));
  const texts = strings(template.narrative).filter((text) => !/^s\d\./u.test(text));

  test("name only cells and fields that the form has", () => {
    const named = texts.flatMap(
      (text) =>
        text.match(
          /(?<![\w.])(?:s|t\d\w*|disclosure|application|management|platform|supervision|problem|measure|other)\.\w+(?:\.\w+)?/gu,
        ) ?? [],
    );
    expect(named.length).toBeGreaterThan(60);
    for (const path of named) {
      const field = path.split(".").slice(0, 2).join(".");
      expect([path, cells.has(path) || fields.has(field)]).toEqual([path, true]);
    }
  });

  test("have ids of their own", () => {
    const ids: string[] = [];
    JSON.stringify(template.narrative, (key, value: unknown) => {
      if (key === "id" && typeof value === "string") ids.push(value);
      return value;
    });
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("praise nothing", () => {
    for (const text of texts) expect(text).not.toMatch(/高度|积极|认真|扎实|显著|有力|全面|切实|圆满|良好/u);
  });

  test("cover every field of 正文要素", () => {
    for (const { section, id, partsOf } of template.facts) {
      const asked = partsOf === undefined ? `${section}.${id}` : `${section}.${partsOf}.parts`;
      const isNamed =
        texts.some((text) => text.includes(asked)) ||
        JSON.stringify(template.narrative).includes(`"section":"${section}","field":"${id}"`) ||
        texts.includes(id);
      expect([asked, isNamed]).toEqual([asked, true]);
    }
  });
});

describe("expressions", () => {
  const figures: Readonly<Record<string, number>> = { "t3.a.b": 6, "t3.c.d": 2.5, 'other.x.parts.A.b "c"': 4 };
  const lookup = (path: readonly string[]): number | undefined => figures[path.join(".")];
  const value = (text: string): number | undefined => evaluateExpression(parseExpression(text), lookup);

  test("add and subtract exactly, with whole coefficients", () => {
    expect(value("t3.a.b+t3.c.d")).toBe(8.5);
    expect(value("-t3.a.b + 2*t3.c.d - 1")).toBe(-2);
    expect(value("t3.a.b-t3.none.x")).toBeUndefined();
  });

  test("are written as they are read, names in quotation marks where need be", () => {
    for (const text of ["t3.a.b+t3.c.d", "-2*t3.a.b+7", 'other.x.parts."A.b \\"c\\""'])
      expect(expressionText(parseExpression(text))).toBe(text);
    expect(value('other.x.parts."A.b \\"c\\""')).toBe(4);
  });

  test("that are none are refused", () => {
    for (const text of ["", "t3.a.b t3.c.d", "t3..b", "3/4", "(t3.a.b)"])
      expect(() => parseExpression(text)).toThrow(Error);
    expect(() => compare("t3.a.b", lookup)).toThrow("no comparison");
  });

  test("compare, and leave open what is unknown", () => {
    expect(compare("t3.a.b >= 6", lookup)).toBe(true);
    expect(compare("t3.a.b != 6", lookup)).toBe(false);
    expect(compare("t3.c.d < t3.a.b", lookup)).toBe(true);
    expect(compare("t3.none.x = 0", lookup)).toBeUndefined();
  });
});
