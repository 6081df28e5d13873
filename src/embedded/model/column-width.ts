/*
 * Excel counts a column's width in characters: digits of the workbook's default font that fit side by side, plus
 * 5 pixels of padding. Its JavaScript API counts in points. At 96 pixels an inch one pixel is 0.75 point, so with the
 * 7-pixel digits of Calibri 11 one character is 5.25 points and the padding is 3.75 points.
 * Source: ECMA-376-1 §18.3.1.13 (col, attribute width).
 */

const POINTS_PER_PIXEL = 0.75;
const PADDING_PIXELS = 5;

/** Pixels of the widest digit of Calibri 11, the font of a workbook that says nothing else. */
export const DEFAULT_DIGIT_PIXELS = 7;

/** Width in points of a column that shows `characters` characters (the number in Excel's Column Width dialog). */
export function charactersToPoints(characters: number, digitPixels = DEFAULT_DIGIT_PIXELS): number {
  if (characters <= 0) return 0;
  // Below one character Excel shrinks the padding along with the digit.
  const pixels =
    characters < 1 ? characters * (digitPixels + PADDING_PIXELS) : characters * digitPixels + PADDING_PIXELS;
  return pixels * POINTS_PER_PIXEL;
}

/** The inverse of `charactersToPoints`: characters that a column of `points` points shows. */
export function pointsToCharacters(points: number, digitPixels = DEFAULT_DIGIT_PIXELS): number {
  const pixels = points / POINTS_PER_PIXEL;
  if (pixels <= 0) return 0;
  return pixels < digitPixels + PADDING_PIXELS
    ? pixels / (digitPixels + PADDING_PIXELS)
    : (pixels - PADDING_PIXELS) / digitPixels;
}

/** Points of a width as an .xlsx file stores it (`<col width>`: characters with the padding counted in). */
export function fileWidthToPoints(width: number, digitPixels = DEFAULT_DIGIT_PIXELS): number {
  return width * digitPixels * POINTS_PER_PIXEL;
}

/** Width as an .xlsx file stores it, cut to 1/256 character as Excel does. */
export function pointsToFileWidth(points: number, digitPixels = DEFAULT_DIGIT_PIXELS): number {
  return Math.round((points / POINTS_PER_PIXEL / digitPixels) * 256) / 256;
}

/**
 * Pixels of the widest digit of a default font, as Excel for Windows measures it at 96 pixels an inch. Japanese
 * default fonts have digits half an em wide (11 points: 8 pixels), others are near Calibri's 7.
 */
export function digitPixels(fontName: string, fontSize: number): number {
  const em = (fontSize * 96) / 72;
  const japanese = /ゴシック|明朝|Gothic|Mincho|Meiryo|メイリオ|BIZ/i.test(fontName);
  return Math.max(1, Math.round(japanese ? em * 0.52 : em * 0.48));
}
