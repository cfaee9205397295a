/** Twips (1/20 pt) of a length in millimetres. */
export function mm(length: number): number {
  return Math.round((length * 1440) / 25.4);
}

/** Twips of a length in points. */
export function pt(length: number): number {
  return Math.round(length * 20);
}

/** A4 with the margins of 公文 (GB/T 9704): 37 mm above, 28 left, 26 right, 35 below; 页码 below the text area. */
export const page = {
  width: mm(210),
  height: mm(297),
  top: mm(37),
  right: mm(26),
  bottom: mm(35),
  left: mm(28),
  footer: mm(25),
} as const;

export const textWidth = page.width - page.left - page.right;
export const textHeight = page.height - page.top - page.bottom;

/** 每面22行、每行28字: lines of 28 pt, and 三号 characters set so close that 28 of them fill the 156 mm of a line. */
export const lineHeight = pt(28);
export const bodySize = 16;
export const bodyCharacters = 28;
/** In twips, added to each character. */
export const bodySpacing = Math.floor(textWidth / bodyCharacters) - pt(bodySize);
