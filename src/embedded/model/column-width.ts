/*
 * A file counts a column's width in digits of the workbook's default font, with the padding beside the text counted in;
 * Excel's JavaScript API counts in points. At 96 pixels an inch one pixel is 0.75 point.
 * Source: ECMA-376-1 §18.3.1.13 (col, attribute width).
 */

const POINTS_PER_PIXEL = 0.75;

/** Pixels of the widest digit of Calibri 11, the font of a workbook that says nothing else. */
const DEFAULT_DIGIT_PIXELS = 7;

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
