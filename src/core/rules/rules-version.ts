import type { RuleBook } from "./expand";

/**
 * A short mark of everything that a book of rules demands: two reports with the same mark were held against the same
 * rules. Wording and sources do not count.
 */
export function rulesVersion({ template, rules }: RuleBook): string {
  const seen = new Set<unknown>();
  const demands = rules.flatMap(({ rule, id }) => {
    if (seen.has(rule)) return [];
    seen.add(rule);
    return [{ ...rule, id: id.replace(/\[.*$/u, ""), sentence: "", source: "" }];
  });
  return `${template.id}-${hash(JSON.stringify(demands))}`;
}

/** FNV-1a of 32 bits over UTF-16 units, in hexadecimal. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value.toString(16).padStart(8, "0");
}
