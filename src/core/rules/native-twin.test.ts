import { customFormula, nativeTwin } from "./native-twin";

test("a working copy holds the custom function", () => {
  expect(customFormula("ROWCHECK", ["C5:H5", "I5"])).toBe("=GOUJI.ROWCHECK(C5:H5,I5)");
});

test("a workbook that leaves holds a native formula", () => {
  expect(nativeTwin("ROWCHECK", ["C5:H5", "I5"])).toBe(
    '=IFERROR(IF(COUNT(I5)=0,"",IF(ROUND(SUM(C5:H5)-SUM(I5),6)=0,"√","差 "&SUBSTITUTE(SUBSTITUTE(' +
      'TEXT(ROUND(SUM(C5:H5)-SUM(I5),6),"+0.######;-0.######")&"|",".|",""),"|",""))),"")',
  );
});

test("the fee follows from the schedule in one formula", () => {
  expect(nativeTwin("FEE", ["A1", '"pages"'])).toContain("10*MAX(0,A1-30)+10*MAX(0,A1-100)+20*MAX(0,A1-200)");
});

test("a wrong number of arguments is refused", () => {
  expect(() => nativeTwin("FLOWCHECK", ["A1", "B1"])).toThrow("FLOWCHECK takes 4 to 4 arguments, not 2");
  expect(() => customFormula("SHARE", ["A1"])).toThrow(RangeError);
});
