import { scanXml } from "./xml";

/** Number formats that every workbook has and that show dates or times, the East Asian ones included. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Indexes of cell styles that show a number as a date: `1-3` typed into a cell becomes one unseen. */
export function readDateStyles(xml: string | undefined): ReadonlySet<number> {
  const dates = new Set<number>();
  if (xml === undefined) return dates;
  const custom = new Map<number, boolean>();
  let inCells = false;
  let index = 0;
  scanXml(xml, {
    open: (tag, attributes) => {
      if (tag === "numFmt") custom.set(Number(attributes["numFmtId"]), isDateCode(attributes["formatCode"] ?? ""));
      else if (tag === "cellXfs") inCells = true;
      else if (tag === "xf" && inCells) {
        const id = Number(attributes["numFmtId"] ?? 0);
        if (custom.get(id) ?? isBuiltInDate(id)) dates.add(index);
        index += 1;
      }
    },
    close: (tag) => {
      if (tag === "cellXfs") inCells = false;
    },
  });
  return dates;
}

/** Letters of dates outside quotes and brackets. */
function isDateCode(code: string): boolean {
  const [positive = ""] = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "").split(";");
  return /[ymdhs]/i.test(positive);
}
