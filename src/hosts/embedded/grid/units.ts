/** Sizes of a file are in points and in widths of a digit; the grid draws CSS pixels at 96 per inch. */
const PIXELS_PER_POINT = 96 / 72;

export function pointsToPixels(points: number): number {
  return Math.round(points * PIXELS_PER_POINT);
}

export function pixelsToPoints(pixels: number): number {
  return Math.round((pixels / PIXELS_PER_POINT) * 100) / 100;
}

// Chinese fonts with bitmaps: Excel rounds the type size to whole pixels and gives a digit half of it.
const BITMAP_FONTS = /宋体|SimSun|仿宋|FangSong|黑体|SimHei|楷体|KaiTi/i;

/**
 * Pixel width of a digit in the workbook's default font, by which Excel measures columns (ECMA-376 Part 1, 18.3.1.13,
 * "Maximum Digit Width"): Calibri 11 → 7, 等线 11 → 8, 宋体 11 → 8, 宋体 12 → 8, Arial 10 → 7.
 */
export function digitWidth(font: { readonly name: string; readonly size: number }): number {
  const pixels = font.size * PIXELS_PER_POINT;
  if (BITMAP_FONTS.test(font.name)) return Math.round(Math.round(pixels) / 2);
  const share = /等线|DengXian|Arial|Helvetica|Liberation Sans|微软雅黑|YaHei/i.test(font.name) ? 0.554 : 0.507;
  return Math.round(pixels * share);
}

/** A file's column width (characters, the cell's padding included) in pixels. */
export function columnPixels(width: number, digit: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / digit)) / 256) * digit);
}

/** Pixels back to a file's column width; the inverse of `columnPixels` to the pixel. */
export function columnWidth(pixels: number, digit: number): number {
  return Math.trunc((pixels / digit) * 256) / 256;
}
