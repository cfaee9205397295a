/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestViolations, type PictureSize } from "./manifest-rules";

const root = join(__dirname, "../..");
const manifest = readFileSync(join(root, "manifest.xml"), "utf8");

/** Width and height stand behind the name of the first chunk of every PNG. */
const committedPicture: PictureSize = (url) => {
  const name = /^https:\/\/localhost:3000\/(assets\/icon-\d+\.png)$/.exec(url)?.[1];
  if (name === undefined) return undefined;
  const bytes = readFileSync(join(root, name));
  if (bytes.toString("latin1", 1, 4) !== "PNG") return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
};

const parsed = new DOMParser().parseFromString(manifest, "application/xml");
const values = (selector: string, attribute: string): (string | null)[] =>
  [...parsed.querySelectorAll(selector)].map((element) => element.getAttribute(attribute));
const words = (resid: string | null): string | null | undefined =>
  [...parsed.querySelectorAll("[DefaultValue]")].find(({ id }) => id === resid)?.getAttribute("DefaultValue");

test("the manifest keeps every rule", () => {
  expect(manifestViolations(manifest, committedPicture)).toEqual([]);
});

test("the tab 勾稽 has the four groups in the order of the work", () => {
  expect(words(values("CustomTab > Label", "resid")[0] ?? null)).toBe("勾稽");
  expect(values("Group > Label", "resid").map(words)).toEqual(["表式", "校验", "报告", "上报"]);
  expect(values("Control > Label", "resid").map(words)).toEqual(["插入表式", "校验", "报告", "上报"]);
});

test("it asks for what Excel LTSC 2021 has and no more", () => {
  const sets = [...parsed.querySelectorAll("Set")].map((set) => [
    set.getAttribute("Name"),
    set.getAttribute("MinVersion"),
  ]);
  expect(sets).toEqual([
    ["SharedRuntime", "1.1"],
    ["CustomFunctionsRuntime", "1.1"],
    ["ExcelApi", "1.13"],
  ]);
});

test("Chinese is the default and gets the Chinese function descriptions", () => {
  expect(parsed.querySelector("DefaultLocale")?.textContent).toBe("zh-CN");
  expect(words("Metadata.Url")).toBe("https://localhost:3000/functions-zh.json");
  expect(words("Namespace")).toBe("GOUJI");
});

test("every button of the ribbon is answered by the page", () => {
  const commands = readFileSync(join(root, "src/entries/commands.ts"), "utf8");
  const names = [...parsed.querySelectorAll("FunctionName")].map(({ textContent }) => textContent);
  expect(names).toHaveLength(4);
  for (const name of names) expect(commands).toContain(`${name}:`);
});

test("its version is that of the package", () => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  expect(parsed.querySelector("Version")?.textContent).toBe(`${version}.0`);
});

test("the 128 pixel icon for catalogues is there", () => {
  expect(committedPicture("https://localhost:3000/assets/icon-128.png")).toEqual({ width: 128, height: 128 });
});

const requirements = /<Requirements>.*?<\/Requirements>\s*/s.exec(manifest)?.[0] ?? "";
const label = '<Label resid="Tab"/>';

describe("a manifest is refused when", () => {
  test.each<[string, string, (xml: string) => string]>([
    ["it is no XML", "wellFormed", (xml) => xml.replace("</Hosts>", "")],
    [
      "requirements stand before the hosts",
      "order",
      (xml) => xml.replace(requirements, "").replace("<Hosts>", `${requirements}<Hosts>`),
    ],
    [
      "the label of the tab stands before its groups",
      "order",
      (xml) => xml.replace(label, "").replace(/(<CustomTab id="Gouji.Tab">)/, `$1${label}`),
    ],
    ["a supertip has no description", "order", (xml) => xml.replace('<Description resid="Tip.Check"/>', "")],
    [
      "the form factors stand before the runtimes",
      "order",
      (xml) => xml.replace(/(<Runtimes>.*?<\/Runtimes>)(\s*)(<AllFormFactors>.*?<\/AllFormFactors>)/s, "$3$2$1"),
    ],
    ["the id is no GUID", "id", (xml) => xml.replace(/<Id>.*<\/Id>/, "<Id>gouji</Id>")],
    ["the version has three parts", "version", (xml) => xml.replace("0.1.0.0", "0.1.0")],
    [
      "a requirement set has no minor version",
      "requirementSet",
      (xml) => xml.replace('MinVersion="1.13"', 'MinVersion="2"'),
    ],
    [
      "it asks for an online-only requirement set",
      "requirementSet",
      (xml) => xml.replace('"ExcelApi"', '"ExcelApiOnline"'),
    ],
    ["a locale is written with an underscore", "locale", (xml) => xml.replace('Locale="en-US"', 'Locale="en_US"')],
    [
      "an override of a resource is in the wrong namespace",
      "overrideNamespace",
      (xml) => xml.replace("<bt:Override", "<Override"),
    ],
    [
      "an address is not https",
      "https",
      (xml) => xml.replace("https://localhost:3000/functions.js", "http://localhost:3000/functions.js"),
    ],
    ["an address is relative", "https", (xml) => xml.replace('"https://localhost:3000/help.html"', '"help.html"')],
    ["an app domain is not https", "https", (xml) => xml.replace("<AppDomain>https", "<AppDomain>http")],
    ["two elements have the same id", "uniqueId", (xml) => xml.replace('id="Gouji.Check"', 'id="Gouji.Forms"')],
    [
      "an id is longer than 32 letters",
      "idLength",
      (xml) => xml.replaceAll("Gouji.Check.Show", "Gouji.Check.Show.The.Findings.Pane"),
    ],
    [
      "a reference dangles",
      "resource",
      (xml) => xml.replace('<Label resid="Group.Report"/>', '<Label resid="Group.Reports"/>'),
    ],
    [
      "a reference leads to the wrong kind of resource",
      "resource",
      (xml) => xml.replace('<Label resid="Group.Report"/>', '<Label resid="Tip.Report"/>'),
    ],
    [
      "a resource is never used",
      "unusedResource",
      (xml) => xml.replace('<Description resid="Tip.Check"/>', '<Description resid="Tip.Forms"/>'),
    ],
    [
      "a short text is longer than 125",
      "length",
      (xml) => xml.replace('DefaultValue="插入表式"', `DefaultValue="${"表".repeat(126)}"`),
    ],
    [
      "a long text is longer than 250",
      "length",
      (xml) => xml.replace(/(id="Tip.Check" DefaultValue=")/, `$1${"校".repeat(250)}`),
    ],
    [
      "its description is longer than 250",
      "length",
      (xml) => xml.replace('DefaultValue="填报', `DefaultValue="${"填".repeat(250)}`),
    ],
    [
      "the namespace is translated",
      "namespace",
      (xml) =>
        xml.replace(
          'DefaultValue="GOUJI"/>',
          'DefaultValue="GOUJI"><bt:Override Locale="en-US" Value="BALANCE"/></bt:String>',
        ),
    ],
    ["a text has no English", "english", (xml) => xml.replace('<bt:Override Locale="en-US" Value="Forms"/>', "")],
    [
      "a mandatory icon size is missing",
      "iconSizes",
      (xml) => xml.replace('<bt:Image size="32" resid="Icon.32"/>', ""),
    ],
    [
      "an icon size does not exist in Office",
      "iconSizes",
      (xml) => xml.replace('<bt:Image size="40"', '<bt:Image size="44"'),
    ],
    [
      "an icon has other pixels than it says",
      "iconPixels",
      (xml) => xml.replace('<bt:Image size="16" resid="Icon.16"/>', '<bt:Image size="16" resid="Icon.20"/>'),
    ],
    ["an icon file is missing", "iconPixels", (xml) => xml.replaceAll("assets/icon-80.png", "icons/icon-80.png")],
    [
      "the high resolution icon is not 64 square",
      "iconPixels",
      (xml) =>
        xml.replace('"https://localhost:3000/assets/icon-64.png"', '"https://localhost:3000/assets/icon-128.png"'),
    ],
    ["the runtime is short-lived", "runtime", (xml) => xml.replace('lifetime="long"', 'lifetime="short"')],
    [
      "functions run on another page than the pane",
      "sharedPage",
      (xml) => xml.replace(/(<Page>\s*<SourceLocation resid=")Taskpane.Url/, "$1Help.Url"),
    ],
    [
      "ribbon commands run on another page than the pane",
      "sharedPage",
      (xml) => xml.replace('<FunctionFile resid="Taskpane.Url"/>', '<FunctionFile resid="Help.Url"/>'),
    ],
    [
      "the pane has another address than the runtime",
      "sharedPage",
      (xml) =>
        xml.replace(
          '<SourceLocation DefaultValue="https://localhost:3000/taskpane.html"/>',
          '<SourceLocation DefaultValue="https://localhost:3000/pane.html"/>',
        ),
    ],
    [
      "a button does two things",
      "oneAction",
      (xml) => xml.replace(/(<Action xsi:type="ExecuteFunction">.*?<\/Action>)/s, "$1$1"),
    ],
  ])("%s", (_, rule, change) => {
    const changed = change(manifest);
    expect(changed).not.toBe(manifest);
    expect(manifestViolations(changed, committedPictureOrNone).map((violation) => violation.rule)).toContain(rule);
  });
});

function committedPictureOrNone(url: string): ReturnType<PictureSize> {
  return url.includes("/icons/") ? undefined : committedPicture(url);
}
