import { readSheetState, writePageSetup } from "../grid/sheet-state";
import type { PageSetup } from "../grid/imported";
import { isEntireColumns, isEntireRows, localAddress } from "./address";
import { invalidArgument, notImplemented } from "./api-error";
import { type Arguments, asFlag, asNumber, asRecord, asText, oneOf } from "./arguments";
import type { Book } from "./book";
import type { ObjectType, Property } from "./object-type";
import { rangeByAddress, rangeOf } from "./range-shapes";
import { type ApiRef, ref, type SheetTarget } from "./targets";

/** Sizes by Excel's names, with the codes of the file. */
const PAPER: Readonly<Record<string, number>> = {
  Letter: 1,
  Tabloid: 3,
  Legal: 5,
  Statement: 6,
  Executive: 7,
  A3: 8,
  A4: 9,
  A4Small: 10,
  A5: 11,
  B4: 12,
  B5: 13,
};

const POINTS_PER_INCH = 72;
/** Points of one unit, by the names of `Excel.PrintMarginUnit`. */
const UNITS = { Points: 1, Inches: POINTS_PER_INCH, Centimeters: POINTS_PER_INCH / 2.54 } as const;
const DEFAULT_MARGINS = { top: 0.75, right: 0.7, bottom: 0.75, left: 0.7, header: 0.3, footer: 0.3 } as const;
type Margin = keyof typeof DEFAULT_MARGINS;

function read({ sheetId }: SheetTarget, book: Book): PageSetup {
  return readSheetState(book.sheet(sheetId)).pageSetup;
}

function change(target: SheetTarget, book: Book, part: PageSetup): void {
  const sheet = book.sheet(target.sheetId);
  book.write(() => {
    writePageSetup(sheet, { ...read(target, book), ...part });
  });
}

function flag(
  key: "centerHorizontally" | "centerVertically" | "printGridlines" | "blackAndWhite",
): Property<SheetTarget> {
  return {
    get: (target, book) => read(target, book)[key] ?? false,
    set: (target, value, book) => {
      change(target, book, { [key]: asFlag(value) });
    },
  };
}

/** In points on the wire, in inches in the file. */
function margin(key: Margin): Property<SheetTarget> {
  return {
    get: (target, book) => (read(target, book).margins?.[key] ?? DEFAULT_MARGINS[key]) * POINTS_PER_INCH,
    set: (target, value, book) => {
      setMargins(target, { [key]: asNumber(value) / POINTS_PER_INCH }, book);
    },
  };
}

function withoutZoom(setup: PageSetup): PageSetup {
  const others = Object.entries(setup).filter(([key]) => !["scale", "fitToWidth", "fitToHeight"].includes(key));
  return Object.fromEntries(others);
}

function setMargins(target: SheetTarget, margins: Partial<Record<Margin, number>>, book: Book): void {
  if (Object.values(margins).some((value) => value < 0)) {
    throw invalidArgument("a margin must not be negative");
  }
  change(target, book, { margins: { ...read(target, book).margins, ...margins } });
}

function local({ sheetId }: SheetTarget, args: Arguments, book: Book): ApiRef {
  const value = args.value(0);
  return typeof value === "string" ? rangeByAddress(book, value, sheetId) : ref("Range", args.object(0, "Range"));
}

function addressOf(range: ApiRef): string {
  if (range.type !== "Range") {
    throw invalidArgument("a range is expected");
  }
  return localAddress(range.target.area);
}

function areasOf(target: SheetTarget, book: Book): ApiRef | null {
  const { printArea } = read(target, book);
  if (printArea === undefined || printArea === "") {
    return null;
  }
  const areas = printArea.split(",").map((part) => {
    const range = rangeByAddress(book, part.trim(), target.sheetId);
    return range.type === "Range" ? range.target.area : null;
  });
  return ref("RangeAreas", { sheetId: target.sheetId, areas: areas.filter((area) => area !== null) });
}

function titleRange(target: SheetTarget, address: string | undefined, book: Book): ApiRef | null {
  return address === undefined || address === "" ? null : rangeByAddress(book, address, target.sheetId);
}

function required(range: ApiRef | null): ApiRef {
  if (range === null) {
    throw invalidArgument("it is not set");
  }
  return range;
}

export const pageLayoutType: ObjectType<SheetTarget> = {
  properties: {
    orientation: {
      get: (target, book) => (read(target, book).orientation === "landscape" ? "Landscape" : "Portrait"),
      set: (target, value, book) => {
        const landscape = oneOf(value, ["Portrait", "Landscape"]) === "Landscape";
        change(target, book, { orientation: landscape ? "landscape" : "portrait" });
      },
    },
    paperSize: {
      get: (target, book) => {
        const code = read(target, book).paperSize ?? 9;
        return Object.entries(PAPER).find(([, one]) => one === code)?.[0] ?? null;
      },
      set: (target, value, book) => {
        const name = asText(value);
        const paperSize = Object.entries(PAPER).find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];
        if (paperSize === undefined) {
          throw notImplemented(`PageLayout.paperSize = "${name}"`);
        }
        change(target, book, { paperSize });
      },
    },
    zoom: {
      get: (target, book) => {
        const { scale, fitToWidth, fitToHeight } = read(target, book);
        return fitToWidth === undefined && fitToHeight === undefined
          ? { scale: scale ?? 100 }
          : { horizontalFitToPages: pages(fitToWidth), verticalFitToPages: pages(fitToHeight) };
      },
      set: (target, value, book) => {
        const given = asRecord(value);
        const scale = optionalNumber(given["scale"]);
        const rest = withoutZoom(read(target, book));
        const zoom: PageSetup =
          scale !== undefined
            ? { scale }
            : {
                fitToWidth: optionalNumber(given["horizontalFitToPages"]) ?? 0,
                fitToHeight: optionalNumber(given["verticalFitToPages"]) ?? 0,
              };
        if (scale !== undefined && (scale < 10 || scale > 400)) {
          throw invalidArgument("the scale is between 10 and 400");
        }
        book.write(() => {
          writePageSetup(book.sheet(target.sheetId), { ...rest, ...zoom });
        });
      },
    },
    centerHorizontally: flag("centerHorizontally"),
    centerVertically: flag("centerVertically"),
    printGridlines: flag("printGridlines"),
    blackAndWhite: flag("blackAndWhite"),
    topMargin: margin("top"),
    bottomMargin: margin("bottom"),
    leftMargin: margin("left"),
    rightMargin: margin("right"),
    headerMargin: margin("header"),
    footerMargin: margin("footer"),
  },
  navigation: { headersFooters: (target) => ref("HeaderFooterGroup", target) },
  methods: {
    setPrintArea: (target, args, book) => {
      change(target, book, { printArea: addressOf(local(target, args, book)) });
    },
    getPrintArea: (target, _args, book) => required(areasOf(target, book)),
    getPrintAreaOrNullObject: (target, _args, book) => areasOf(target, book),
    setPrintMargins: (target, args, book) => {
      const points = UNITS[args.choice(0, Object.keys(UNITS) as (keyof typeof UNITS)[])];
      const given = Object.entries(args.record(1)).filter(([, value]) => value !== undefined && value !== null);
      const margins = given.map(([key, value]) => {
        if (!Object.hasOwn(DEFAULT_MARGINS, key)) {
          throw invalidArgument(key);
        }
        return [key, (asNumber(value) * points) / POINTS_PER_INCH] as const;
      });
      setMargins(target, Object.fromEntries(margins), book);
    },
    setPrintTitleRows: (target, args, book) => {
      const range = local(target, args, book);
      change(target, book, { titleRows: titleAddress(range, "rows") });
    },
    setPrintTitleColumns: (target, args, book) => {
      const range = local(target, args, book);
      change(target, book, { titleColumns: titleAddress(range, "columns") });
    },
    getPrintTitleRowsOrNullObject: (target, _args, book) => titleRange(target, read(target, book).titleRows, book),
    getPrintTitleColumnsOrNullObject: (target, _args, book) =>
      titleRange(target, read(target, book).titleColumns, book),
  },
};

/** In the file 0 stands for as many as needed, in Excel null does. */
function pages(count: number | undefined): number | null {
  return count === undefined || count === 0 ? null : count;
}

function optionalNumber(value: unknown): number | undefined {
  return value === undefined || value === null ? undefined : asNumber(value);
}

function titleAddress(range: ApiRef, along: "rows" | "columns"): string {
  if (range.type !== "Range") {
    throw invalidArgument("a range is expected");
  }
  const { sheetId, area } = range.target;
  const whole =
    along === "rows" ? { ...area, startColumn: 0, endColumn: 16_383 } : { ...area, startRow: 0, endRow: 1_048_575 };
  const asked = along === "rows" ? isEntireRows(whole) : isEntireColumns(whole);
  if (!asked) {
    throw invalidArgument("title rows or columns");
  }
  return addressOf(rangeOf(sheetId, whole));
}

export const headerFooterGroupType: ObjectType<SheetTarget> = {
  navigation: { defaultForAllPages: (target) => ref("HeaderFooter", target) },
};

/** Excel's codes in one text, `&L…&C…&R…`, per place. */
function part(kind: "header" | "footer", place: "L" | "C" | "R"): Property<SheetTarget> {
  return {
    get: (target, book) => sections(read(target, book)[kind] ?? "")[place],
    set: (target, value, book) => {
      const next = { ...sections(read(target, book)[kind] ?? ""), [place]: asText(value) };
      const text = (["L", "C", "R"] as const).map((one) => (next[one] === "" ? "" : `&${one}${next[one]}`)).join("");
      change(target, book, { [kind]: text });
    },
  };
}

function sections(text: string): Record<"L" | "C" | "R", string> {
  const result = { L: "", C: "", R: "" };
  let place: "L" | "C" | "R" = "C";
  for (const piece of text.split(/(&[LCR])/)) {
    if (piece === "&L" || piece === "&C" || piece === "&R") {
      place = piece.slice(1) as "L" | "C" | "R";
    } else {
      result[place] += piece;
    }
  }
  return result;
}

export const headerFooterType: ObjectType<SheetTarget> = {
  properties: {
    leftHeader: part("header", "L"),
    centerHeader: part("header", "C"),
    rightHeader: part("header", "R"),
    leftFooter: part("footer", "L"),
    centerFooter: part("footer", "C"),
    rightFooter: part("footer", "R"),
  },
};
