/**
 * What Office demands of an add-in-only manifest, as far as it can be told without Microsoft's validation service:
 * order of elements, lengths, references, addresses, icons and the shared runtime. Each rule has a name, so that the
 * tests can show that it bites.
 */
export type Violation = { readonly rule: string; readonly detail: string };

/** Pixel size of the picture behind an address, undefined when there is none. */
export type PictureSize = (url: string) => { readonly width: number; readonly height: number } | undefined;

type Report = (rule: string, detail: string) => void;

/** Children in the order of the schema; `?` optional, `+` once or more, all others exactly once. */
const contents: Readonly<Record<string, string>> = {
  OfficeApp:
    "Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl? AppDomains? Hosts Requirements? DefaultSettings Permissions VersionOverrides?",
  VersionOverrides: "Description? Requirements? Hosts Resources",
  "Host/Workbook": "Runtimes AllFormFactors DesktopFormFactor",
  Runtimes: "Runtime",
  DesktopFormFactor: "GetStarted? FunctionFile ExtensionPoint+",
  GetStarted: "Title Description LearnMoreUrl",
  "ExtensionPoint/CustomFunctions": "Script Page Metadata Namespace",
  "ExtensionPoint/PrimaryCommandSurface": "CustomTab",
  CustomTab: "Group+ Label",
  Group: "Label Icon Control+",
  "Control/Button": "Label Supertip Icon Action",
  Supertip: "Title Description",
  "Action/ExecuteFunction": "FunctionName",
  "Action/ShowTaskpane": "TaskpaneId SourceLocation",
  Resources: "Images Urls ShortStrings LongStrings",
  Sets: "Set+",
};

const mandatoryIcons = [16, 32, 80];
const allowedIcons = [16, 20, 24, 32, 40, 48, 64, 80];
/** Requirement sets that a manifest may not name. */
const undeclarable = /^(ExcelApiOnline|ExcelApiDesktop)|preview/i;
const kinds = {
  Image: { list: "Images", limit: 2048 },
  Url: { list: "Urls", limit: 2048 },
  Short: { list: "ShortStrings", limit: 125 },
  Long: { list: "LongStrings", limit: 250 },
} as const;

/** All violations, in document order per rule; empty for a good manifest. */
export function manifestViolations(xml: string, pictureSize: PictureSize): readonly Violation[] {
  const found: Violation[] = [];
  const report: Report = (rule, detail) => found.push({ rule, detail });
  const root = new DOMParser().parseFromString(xml, "application/xml").documentElement;
  if (root.localName !== "OfficeApp" || root.querySelector("parsererror") !== null)
    return [{ rule: "wellFormed", detail: root.textContent }];
  for (const check of [order, basics, addresses, references, texts, icons, sharedRuntime])
    check(root, report, pictureSize);
  return found;
}

function order(root: Element, report: Report): void {
  for (const element of [root, ...all(root, "*")]) {
    const type = element.getAttribute("xsi:type");
    const model = contents[`${element.localName}/${type ?? ""}`] ?? contents[element.localName];
    if (model === undefined) continue;
    const pattern = model.replace(/(\w+)([?+]?) ?/g, "(?:$1 )$2");
    const names = [...element.children].map(({ localName }) => `${localName} `).join("");
    if (!new RegExp(`^${pattern}$`).test(names)) report("order", `${element.localName}: ${names}`);
  }
}

function basics(root: Element, report: Report): void {
  const text = (name: string): string => child(root, name)?.textContent.trim() ?? "";
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text("Id"))) report("id", text("Id"));
  if (!/^\d+(\.\d+){3}$/.test(text("Version"))) report("version", text("Version"));
  for (const set of all(root, "Set")) {
    const [name, version] = [set.getAttribute("Name") ?? "", set.getAttribute("MinVersion") ?? ""];
    if (!/^\d+\.\d+$/.test(version) || undeclarable.test(name)) report("requirementSet", `${name} ${version}`);
  }
  for (const element of all(root, "Override")) {
    const locale = element.getAttribute("Locale") ?? "";
    if (!/^[a-z]{2}-[A-Z]{2}$/.test(locale)) report("locale", locale);
    if (element.namespaceURI !== element.parentElement?.namespaceURI) report("overrideNamespace", locale);
  }
  if (!/^[a-z]{2}-[A-Z]{2}$/.test(text("DefaultLocale"))) report("locale", text("DefaultLocale"));
}

/** Values and their overrides of one element. */
function values(element: Element): string[] {
  const given = element.getAttribute("DefaultValue");
  const overrides = [...element.children].map((override) => override.getAttribute("Value"));
  return [given, ...overrides].filter((value) => value !== null);
}

function addresses(root: Element, report: Report): void {
  const places = [
    ...["IconUrl", "HighResolutionIconUrl", "SupportUrl"].flatMap((name) => all(root, name)),
    ...all(root, "Image"),
    ...all(root, "Url"),
    ...all(root, "SourceLocation"),
  ].flatMap((element) => values(element));
  const domains = all(root, "AppDomain").map(({ textContent }) => textContent);
  for (const url of [...places, ...domains])
    if (!URL.canParse(url) || new URL(url).protocol !== "https:") report("https", url);
}

function references(root: Element, report: Report): void {
  const identified = withAttribute(root, "id");
  const ids = identified.map(({ id }) => id);
  for (const id of ids) {
    if (ids.indexOf(id) !== ids.lastIndexOf(id)) report("uniqueId", id);
    if (id.length > 32) report("idLength", id);
  }
  const used = new Set<string>();
  for (const element of withAttribute(root, "resid")) {
    const resid = element.getAttribute("resid") ?? "";
    used.add(resid);
    const target = identified.find(({ id }) => id === resid);
    const list = kinds[kindOf(element)].list;
    if (target?.parentElement?.localName !== list)
      report("resource", `${element.localName} ${resid} is not in ${list}`);
  }
  for (const { id } of identified.filter((element) => element.hasAttribute("DefaultValue")))
    if (!used.has(id)) report("unusedResource", id);
}

/** Which list of resources an element draws from. */
function kindOf(element: Element): keyof typeof kinds {
  switch (element.localName) {
    case "Image":
      return "Image";
    case "SourceLocation":
    case "FunctionFile":
    case "Runtime":
    case "LearnMoreUrl":
      return "Url";
    case "Description":
      return "Long";
    default:
      return "Short";
  }
}

function texts(root: Element, report: Report): void {
  const limit = (element: Element, most: number): void => {
    for (const value of values(element))
      if (value === "" || value.length > most) report("length", `${String(value.length)}: ${value}`);
  };
  for (const { list, limit: most } of Object.values(kinds))
    for (const element of all(root, list).flatMap(({ children }) => [...children])) limit(element, most);
  for (const [name, most] of [
    ["DisplayName", 125],
    ["Description", 250],
  ] as const) {
    const element = child(root, name);
    if (element !== undefined) limit(element, most);
  }
  // The name space is part of formulas: 32 letters at most, and the same in every language.
  const space = resource(root, all(root, "Namespace")[0]);
  if (space === undefined || space.children.length > 0 || !/^[A-Z][A-Z0-9_]{2,31}$/.test(values(space)[0] ?? ""))
    report("namespace", space?.outerHTML ?? "none");
  const needWords = [...all(root, "String"), child(root, "DisplayName"), child(root, "Description")];
  for (const element of needWords)
    if (
      element !== undefined &&
      element !== space &&
      !all(element, "Override").some((override) => override.getAttribute("Locale") === "en-US")
    )
      report("english", element.id);
}

function icons(root: Element, report: Report, pictureSize: PictureSize): void {
  const square = (url: string, size: number): void => {
    const found = pictureSize(url);
    if (found?.width !== size || found.height !== size) report("iconPixels", `${url} is not ${String(size)} square`);
  };
  for (const icon of all(root, "Icon")) {
    const sizes = [...icon.children].map((image) => Number(image.getAttribute("size")));
    if (mandatoryIcons.some((size) => !sizes.includes(size)) || sizes.some((size) => !allowedIcons.includes(size)))
      report("iconSizes", sizes.join(" "));
    for (const image of icon.children)
      for (const url of values(resource(root, image) ?? image)) square(url, Number(image.getAttribute("size")));
  }
  for (const [name, size] of [
    ["IconUrl", 32],
    ["HighResolutionIconUrl", 64],
  ] as const)
    for (const element of all(root, name)) for (const url of values(element)) square(url, size);
}

function sharedRuntime(root: Element, report: Report): void {
  const runtimes = all(root, "Runtime");
  const resid = runtimes[0]?.getAttribute("resid");
  if (runtimes.length !== 1 || runtimes[0]?.getAttribute("lifetime") !== "long")
    report("runtime", "one, lifetime long");
  const sharing = [
    ...all(root, "FunctionFile"),
    ...all(root, "Page/SourceLocation"),
    ...all(root, "Action/SourceLocation"),
  ];
  for (const element of sharing)
    if (element.getAttribute("resid") !== resid)
      report("sharedPage", `${element.parentElement?.localName ?? ""}/${element.localName}`);
  const page = all(root, "Url").find(({ id }) => id === resid);
  const pane = all(root, "DefaultSettings/SourceLocation")[0];
  if (page === undefined || pane === undefined || values(page)[0] !== values(pane)[0])
    report("sharedPage", "SourceLocation");
  if (all(root, "CustomTab").length > 1) report("oneTab", "CustomTab");
  for (const control of all(root, "Control")) if (all(control, "Action").length !== 1) report("oneAction", control.id);
}

function resource(root: Element, element: Element | undefined): Element | undefined {
  const resid = element?.getAttribute("resid");
  return withAttribute(root, "DefaultValue").find(({ id }) => id !== "" && id === resid);
}

/** Descendants by local name, whatever their prefix; `Page/SourceLocation` names the parent too. */
function all(ancestor: Element, name: string): Element[] {
  const [own = "", parent] = name.split("/").reverse();
  const found = [...ancestor.getElementsByTagNameNS("*", own)];
  return parent === undefined ? found : found.filter((element) => element.parentElement?.localName === parent);
}

function withAttribute(ancestor: Element, name: string): Element[] {
  return all(ancestor, "*").filter((element) => element.hasAttribute(name));
}

function child(parent: Element, name: string): Element | undefined {
  return [...parent.children].find(({ localName }) => localName === name);
}
