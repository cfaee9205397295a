import { readFileSync } from "node:fs";

import { templates } from "../../src/templates";

const text = readFileSync("docs/report-file.md", "utf8");

test.each(templates)("docs/report-file.md lists every field of $id with its label and classifier", (template) => {
  for (const { id, section, label, unit, lines, partsOf } of template.facts) {
    if (partsOf !== undefined) continue;
    const shown = lines === undefined ? id : `${id}1`;
    const row = text.split("\n").find((line) => line.includes(`\`${section}\``) && line.includes(`\`${shown}\``));
    expect([id, row?.includes(label)]).toEqual([id, true]);
    if (unit !== null) expect([id, row]).toEqual([id, expect.stringContaining(`, ${unit}`)]);
  }
});
