/*
 * A plan says column widths in characters, as Excel's Column Width dialog does; pages and text are measured in points.
 * At 96 pixels an inch and the 7-pixel digits of a workbook's usual default font (Calibri 11) one character is 5.25
 * points, plus 5 pixels of padding. Source: ECMA-376-1 §18.3.1.13 (col, attribute width).
 */

const POINTS_PER_PIXEL = 0.75;
const DIGIT_PIXELS = 7;
const PADDING_PIXELS = 5;

/** Width in points of a plan's column of `characters` characters; the writer sets exactly this width. */
export function columnPoints(characters: number): number {
  return (characters * DIGIT_PIXELS + PADDING_PIXELS) * POINTS_PER_PIXEL;
}

/** Width in characters, to a hundredth, of a column that is `points` points wide. */
export function columnCharacters(points: number): number {
  return Math.round(((points / POINTS_PER_PIXEL - PADDING_PIXELS) / DIGIT_PIXELS) * 100) / 100;
}

/** A4 in points. */
export const A4 = { width: 595, height: 842 } as const;

/** Smallest scale in percent at which a printed table still reads well. */
export const MIN_SCALE = 85;
