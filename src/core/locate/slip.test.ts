import { typingSlip } from "./slip";

test.each([
  [161, 116, "transposed", "transposed"],
  [1234, 1243, "transposed", "transposed"],
  [19979, 1979, "typo", "extraDigit"],
  [258, 2581, "typo", "lostDigit"],
  [64, 65, "typo", "wrongDigit"],
  [640, 64, "typo", "timesTen"],
  [64, 640, "typo", "tenth"],
  [5, 0, "typo", "wrongDigit"],
  [0, 5, "typo", "wrongDigit"],
  [0, 10, "typo", "lostDigit"],
  [10, 0, "typo", "extraDigit"],
  [-64, 64, "sign", "sign"],
  [12.5, 125, "typo", "point"],
  [251_000, 25.1, "typo", "point"],
  [0.05, 0.5, "typo", "extraDigit"],
  [11_398_889, 11_398_898, "transposed", "transposed"],
  [-161, -116, "transposed", "transposed"],
])("%p typed for %p is %s (%s)", (typed, meant, kind, detail) => {
  expect(typingSlip(typed, meant)).toEqual({ kind, detail });
});

test.each([
  [0, 411],
  [411, 0],
  [1452, 1407],
  [12, 21_000],
  [161, -116],
  [7, 7],
  [1234, 2143],
])("%p typed for %p is no slip of the finger", (typed, meant) => {
  expect(typingSlip(typed, meant)).toBeUndefined();
});
