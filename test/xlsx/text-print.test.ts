import { strFromU8, unzipSync } from "fflate";

import { newForm } from "../../src/app/new-form";
import { readFileSync } from "node:fs";

test("年报正文 is printed with the margins and page numbers of a 公文, as the Word document is", async () => {
  const name = "001-fengtai-2020-full";
  const bytes = readFileSync(`test/data/reports/${name}.json`);
  const written = await newForm({
    unit: "某某局",
    year: 2020,
    totals: "typed",
    date: new Date(2021, 0, 12),
    values: { name, bytes },
  });
  const files = unzipSync(written.bytes);
  const sheets = [...strFromU8(files["xl/workbook.xml"] ?? new Uint8Array()).matchAll(/<sheet name="([^"]+)"/gu)];
  const number = sheets.findIndex(([, sheet]) => sheet === "年报正文") + 1;
  const sheet = strFromU8(files[`xl/worksheets/sheet${String(number)}.xml`] ?? new Uint8Array());
  const margins = /<pageMargins left="([\d.]+)" right="([\d.]+)" top="([\d.]+)" bottom="([\d.]+)"/u.exec(sheet) ?? [];
  expect(margins.slice(1).map((inches) => Math.round(Number(inches) * 25.4))).toEqual([28, 26, 37, 35]);
  expect(sheet).toContain("— &amp;P —");
  // 156 mm are 589 pixels of the screen: what is wider would be printed smaller.
  const width = Number(/<col min="1" max="1" width="([\d.]+)"/u.exec(sheet)?.[1]);
  expect(width * 8).toBeLessThanOrEqual(589);
  expect(width * 8).toBeGreaterThan(570);
});
