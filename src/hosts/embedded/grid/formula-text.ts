/** The add-in's namespace; a file holds `GOUJI.SUMCHECK(…)` as `_xldudf_GOUJI_SUMCHECK(…)`. */
const NAMESPACE = "GOUJI";
const STORED = new RegExp(`\\b_xldudf_${NAMESPACE}_([A-Z0-9_]+)(?=\\()`, "gi");
const SHOWN = new RegExp(`\\b${NAMESPACE}\\.([A-Z0-9_.]+)(?=\\()`, "gi");
const PREFIX = /\b_xlfn\.(?:_xlws\.)?(?=[A-Z])/gi;

/**
 * Functions that came after Excel 2007; a file stores them with `_xlfn.` (MS-XLSX, "future functions"), without which
 * Excel shows `#NAME?`.
 */
const FUTURE = new Set(
  `ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR
  BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS
  CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP
  ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FILTERXML FLOOR.MATH
  FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS ISFORMULA
  ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST
  NETWORKDAYS.INTL NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC
  PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ
  REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T
  T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VAR.P VAR.S VSTACK
  WEBSERVICE WEIBULL.DIST WORKDAY.INTL WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST`.split(/\s+/),
);
const FUTURE_WORKSHEET = new Set(["FILTER", "SORT", "SORTBY"]);
// These two came with Excel 2010 but are stored bare.
const BARE = new Set(["NETWORKDAYS.INTL", "WORKDAY.INTL"]);
const CALL = /(?<![\w.])([A-Z][A-Z0-9.]*)(?=\()/gi;

/** A formula of a file (without `=`) as Excel shows it: custom functions by their names, no storage prefixes. */
export function formulaFromFile(formula: string): string {
  return outsideQuotes(formula, (code) => code.replace(STORED, `${NAMESPACE}.$1`).replace(PREFIX, ""));
}

/** A formula as Excel shows it (without `=`) as a file stores it. */
export function formulaToFile(formula: string): string {
  return outsideQuotes(formula, (code) =>
    code
      .replace(SHOWN, (_, name: string) => `_xldudf_${NAMESPACE}_${name.replaceAll(".", "_")}`)
      .replace(CALL, (name) => storedName(name.toUpperCase(), name)),
  );
}

function storedName(upper: string, written: string): string {
  if (FUTURE_WORKSHEET.has(upper)) return `_xlfn._xlws.${upper}`;
  return FUTURE.has(upper) && !BARE.has(upper) ? `_xlfn.${upper}` : written;
}

/** Changes a formula's code and leaves its texts ("…") and quoted sheet names ('…') alone. */
function outsideQuotes(formula: string, change: (code: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((piece, index) => (index % 2 === 1 ? piece : change(piece)))
    .join("");
}

/** Makes a formula follow sheets that got another name: `'表三'!C7` and `表三!C7` alike. */
export function renameSheets(formula: string, newNames: ReadonlyMap<string, string>): string {
  if (newNames.size === 0 || !formula.includes("!")) return formula;
  return formula.replace(SHEET_REFERENCE, (whole, text?: string, quoted?: string, bare?: string) => {
    if (text !== undefined) return whole;
    const renamed = newNames.get(quoted?.replaceAll("''", "'") ?? bare ?? "");
    return renamed === undefined ? whole : `${quoteSheetName(renamed)}!`;
  });
}

const SHEET_REFERENCE = /("(?:[^"]|"")*")|'((?:[^']|'')+)'!|([^\s"'!=<>+\-*/^&(),;:{}[\]]+)!/g;

/** A sheet's name as it stands in a formula. Quotes are always allowed, and needed for most Chinese names with signs. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
