import { type FeeMode, type FeeSchedule, feeSchedules } from "../register/processing-fee";
import { checkText, comparedDecimals, feeModes } from "./check-functions";

/** The functions of the namespace GOUJI, with the number of arguments each takes (from, to). */
export const functionArity = {
  ROWCHECK: [2, 2],
  SUMCHECK: [2, 2],
  FLOWCHECK: [4, 4],
  ATMOST: [2, 2],
  CARRYCHECK: [2, 2],
  SHARE: [2, 3],
  FEE: [2, 2],
} as const;

export type FunctionName = keyof typeof functionArity;

/** The formula of a working copy: `=GOUJI.ROWCHECK(C5:H5,I5)`. Arguments are references or literals as typed in a cell. */
export function customFormula(name: FunctionName, args: readonly string[]): string {
  expectArity(name, args);
  return `=GOUJI.${name}(${args.join(",")})`;
}

/**
 * The native formula that gives the same answer for the same cells, for workbooks that leave the add-in. It keeps to
 * functions that Excel 2007, WPS and LibreOffice share. Arguments are references as typed in a cell (`C5:H5`); the
 * digits of SHARE and the mode of FEE may be literals (`1`, `"pages"`).
 */
export function nativeTwin(name: FunctionName, args: readonly string[]): string {
  expectArity(name, args);
  const [first = "", second = "", third = "", fourth = ""] = args;
  switch (name) {
    case "ROWCHECK":
    case "SUMCHECK":
      return balance([second], `SUM(${first})-SUM(${second})`);
    case "FLOWCHECK":
      return balance([third], `SUM(${first},${second})-SUM(${third},${fourth})`);
    case "CARRYCHECK":
      return balance([first, second], `SUM(${first})-SUM(${second})`);
    case "ATMOST":
      return balance([second], `MAX(0,SUM(${first})-SUM(${second}))`);
    case "SHARE":
      return shareTwin(first, second, args[2]);
    case "FEE":
      return feeTwin(first, second);
  }
}

function expectArity(name: FunctionName, args: readonly string[]): void {
  const [least, most] = functionArity[name];
  if (args.length < least || args.length > most)
    throw new RangeError(`${name} takes ${String(least)} to ${String(most)} arguments, not ${String(args.length)}`);
}

/**
 * SUM and COUNT skip blanks and texts, ROUND removes binary noise, IFERROR keeps a cell in error from showing `√`.
 * The format leaves `+2.` for a whole number, so the point before the sentinel `|` is taken off.
 */
function balance(totals: readonly string[], rest: string): string {
  const blank = totals.map((total) => `COUNT(${total})=0`);
  const open = blank.length === 1 ? blank.join("") : `OR(${blank.join(",")})`;
  const difference = `ROUND(${rest},${String(comparedDecimals)})`;
  const places = "#".repeat(comparedDecimals);
  const signed = `SUBSTITUTE(SUBSTITUTE(TEXT(${difference},"+0.${places};-0.${places}")&"|",".|",""),"|","")`;
  const { holds, differs, open: nothing } = checkText;
  return `=IFERROR(IF(${open},"${nothing}",IF(${difference}=0,"${holds}","${differs}"&${signed})),"${nothing}")`;
}

function shareTwin(part: string, whole: string, digits = "1"): string {
  const literal = /^\d+$/.test(digits) ? Math.min(10, Number(digits)) : undefined;
  const places =
    literal === undefined ? `IF(COUNT(${digits})=0,1,MAX(0,MIN(10,INT(SUM(${digits})))))` : String(literal);
  const format =
    literal === undefined
      ? `"0"&IF(${places}>0,"."&REPT("0",${places}),"")&"%"`
      : `"0${literal > 0 ? `.${"0".repeat(literal)}` : ""}%"`;
  const quotient = `ROUND(SUM(${part})/SUM(${whole}),${literal === undefined ? `${places}+2` : String(literal + 2)})`;
  return `=IFERROR(IF(SUM(${whole})=0,"",TEXT(${quotient},${format})),"")`;
}

function feeTwin(count: string, mode: string): string {
  const says = (wanted: FeeMode): string =>
    `OR(${Object.entries(feeModes)
      .filter(([, meaning]) => meaning === wanted)
      .map(([word]) => `${mode}="${word}"`)
      .join(",")})`;
  const charges = (wanted: FeeMode): string => charge(feeSchedules[wanted], count);
  const byMode = `IF(${says("pages")},${charges("pages")},IF(${says("items")},${charges("items")},NA()))`;
  return `=IF(OR(COUNT(${count})=0,${mode}=""),"",IF(AND(${count}>=0,${count}=INT(${count})),${byMode},NA()))`;
}

/** A progressive charge in closed form: each step adds its rise in price for every unit beyond its beginning. */
function charge({ steps, then }: FeeSchedule, count: string): string {
  const terms = steps.flatMap(({ from, price }, index) => {
    const rise = price - (steps[index - 1]?.price ?? 0);
    return rise === 0 ? [] : [`${String(rise)}*MAX(0,${count}-${String(from - 1)})`];
  });
  const last = steps.at(-1);
  if (then !== undefined && last !== undefined) {
    // With b = units beyond the last step's beginning and k = ⌊b / every⌋, the further steps add Σ rise·(b − every·j), j = 1…k.
    const beyond = `MAX(0,${count}-${String(last.from - 1)})`;
    const k = `INT(${beyond}/${String(then.every)})`;
    terms.push(`${String(then.rise)}*${k}*(${beyond}-${String(then.every / 2)}*(${k}+1))`);
  }
  return terms.join("+");
}
