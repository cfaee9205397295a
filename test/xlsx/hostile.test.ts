import fc from "fast-check";
import { strToU8, zipSync } from "fflate";

import type { Report } from "../../src/core/model/report";
import { readForm } from "../../src/formats/xlsx/read-form";
import { writeCustomPart } from "../../src/formats/xlsx/custom-part";
import { templates } from "../../src/templates";
import { editParts, partsOf, realReport, write } from "./support/workbooks";

let report: Report;
let bytes: Uint8Array;

beforeAll(async () => {
  report = realReport("001-fengtai-2020");
  bytes = await write(report);
});

async function failure(given: Uint8Array): Promise<unknown> {
  const result = await readForm(given, templates);
  return result.ok ? "read" : result.failure;
}

describe("a file that is no workbook is named for what it is", () => {
  const zip = (...names: string[]): Uint8Array =>
    zipSync(Object.fromEntries(names.map((name) => [name, strToU8("<x/>")])));
  const compound = (text: string): Uint8Array =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Array.from(text, (letter) => [letter.charCodeAt(0), 0]).flat()]);
  test.each<[string, Uint8Array]>([
    ["empty", new Uint8Array()],
    ["xls", compound("Workbook")],
    ["encrypted", compound("EncryptedPackage")],
    ["docx", zip("[Content_Types].xml", "word/document.xml")],
    ["ods", zip("mimetype", "content.xml")],
    ["xlsb", zip("[Content_Types].xml", "xl/workbook.bin")],
    ["zip", zip("readme.txt")],
    ["pdf", strToU8("%PDF-1.7 …")],
    ["html", strToU8("\uFEFF<!DOCTYPE html><html><body><table></table></body></html>")],
    ["other", strToU8("单位,年度\n某局,2026")],
    ["other", strToU8("P")],
  ])("%s", async (found, given) => {
    expect(await failure(given)).toEqual({ code: "notWorkbook", found });
  });
});

describe("a workbook that holds no form we can read is refused", () => {
  const withPart = (change: (json: Record<string, unknown>) => void): Uint8Array =>
    editParts(bytes, {
      "customXml/item1.xml": () => {
        const json: unknown = JSON.parse(
          />(\{.*\})</s.exec(writeCustomPart(report))?.[1]?.replaceAll("&quot;", '"') ?? "",
        );
        change(json as Record<string, unknown>);
        return `<report xmlns="urn:gouji:report">${JSON.stringify(json).replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</report>`;
      },
    });

  it("none at all", async () => {
    const foreign = editParts(bytes, {
      "xl/workbook.xml": (xml) => xml.replace(/<definedNames>.*<\/definedNames>/s, ""),
      "xl/sharedStrings.xml": (xml) => xml.replace(/<t([^>]*)>[^<]*<\/t>/g, "<t$1>x</t>"),
      "customXml/item1.xml": () => "<other/>",
    });
    expect(await failure(foreign)).toEqual({ code: "noForm" });
  });

  it("one of a newer Gouji", async () => {
    const newer = withPart((json) => {
      json["version"] = 2;
      json["template"] = "nb2031";
    });
    expect(await failure(newer)).toEqual({ code: "newerForm", version: 2 });
  });

  it("one that we do not know", async () => {
    const unknown = withPart((json) => {
      json["template"] = "nb1999";
    });
    expect(await failure(unknown)).toEqual({ code: "unknownTemplate", template: "nb1999" });
  });
});

describe("nothing in a file leads further", () => {
  const names = (source: Uint8Array): string[] => Object.keys(partsOf(source));

  it("a document type is refused wherever it stands, before any entity could count", async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY e SYSTEM "file:///etc/passwd">]>';
    for (const path of ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet2.xml", "xl/styles.xml"]) {
      const evil = editParts(bytes, { [path]: (xml) => xml.replace(/(<\?xml[^>]*\?>)/, `$1${bomb}`) });
      expect(await failure(evil)).toMatchObject({ code: "damaged" });
    }
  });

  it("external relations are passed over", async () => {
    const linked = editParts(bytes, {
      "xl/_rels/workbook.xml.rels": (xml) =>
        xml.replace(
          "</Relationships>",
          '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="https://example.org/x.xml" TargetMode="External"/></Relationships>',
        ),
    });
    expect(await failure(linked)).toBe("read");
  });

  it("parts that unpack to too much are refused at once", async () => {
    const zeros = new Uint8Array(60 * 1024 * 1024);
    const parts = partsOf(bytes);
    const bomb = zipSync({
      ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
      "xl/worksheets/sheet2.xml": zeros,
    });
    expect(await failure(bomb)).toEqual({ code: "tooLarge" });
    // One that lies about its size, too: the claim is made small in the central directory.
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 4; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === zeros.length)
        view.setUint32(at + 24, 1000, true);
    }
    expect(await failure(bomb)).toMatchObject({ code: "damaged" });
  });

  it("two parts of one name are refused", async () => {
    const twin = zipSync({ "xl/workbook.xml": strToU8("<workbook/>"), "xl/workbook.xmk": strToU8("<workbook/>") });
    const [k, l] = ["k".charCodeAt(0), "l".charCodeAt(0)];
    const forged = twin.map((byte, at) => (byte === k && twin[at - 1] === "m".charCodeAt(0) ? l : byte));
    expect(await failure(forged)).toMatchObject({ code: "damaged" });
    expect(names(bytes)).toContain("xl/workbook.xml");
  });

  it("very long attributes and deep nesting take no time", async () => {
    const long = editParts(bytes, { "xl/styles.xml": () => `<styleSheet ${"a".repeat(2_000_000)}></styleSheet>` });
    expect(await failure(long)).toMatchObject({ code: "damaged" });
    const deep = editParts(bytes, { "xl/styles.xml": () => "<a>".repeat(500_000) });
    expect(await failure(deep)).toMatchObject({ code: "damaged" });
  }, 10_000);
});

describe("whatever happens to the bytes", () => {
  /** The whole report, or a failure with its code: never another report. */
  async function soundOrRefused(given: Uint8Array): Promise<void> {
    const result = await readForm(given, templates);
    if (result.ok) expect(result.report).toEqual(report);
    else expect(result.failure.code).toMatch(/^(?:damaged|notWorkbook|tooLarge|noForm|labelsLost)$/);
  }

  it("a flipped byte is noticed or does not matter", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const broken = bytes.slice();
        broken[at] = (broken[at] ?? 0) ^ flip;
        await soundOrRefused(broken);
      }),
      { numRuns: 160 },
    );
  }, 120_000);

  it("a file that breaks off is refused", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), async (length) => {
        const result = await readForm(bytes.slice(0, length), templates);
        expect(result.ok).toBe(false);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it("changed XML is read, with its damage named, or refused; it never crashes", async () => {
    const paths = Object.keys(partsOf(bytes)).filter((path) => /\.(?:xml|rels)$/.test(path));
    const edit = fc.record({
      path: fc.constantFrom(...paths),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat({ max: 30 }),
      text: fc.oneof(
        fc.string({ maxLength: 6 }),
        fc.constantFrom("<", ">", "&", '"', "<v>", "</c>", "<!--", "]]>", "&#x110000;", "-1", "9".repeat(400)),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
        const broken = edits.reduce(
          (source, { path, at, length, text }) =>
            editParts(source, {
              [path]: (xml) => {
                const start = Math.floor(at * xml.length);
                return xml.slice(0, start) + text + xml.slice(start + length);
              },
            }),
          bytes,
        );
        const result = await readForm(broken, templates);
        if (!result.ok) expect(result.failure.code).toMatch(/^\w+$/);
      }),
      { numRuns: 140 },
    );
  }, 120_000);
});
