/*
 * The measures of a page of the Word document, in points and in Word's twentieths of them: A4 upright, 40 full-width
 * letters of 10.5 points to a line, 38 lines to a page.
 */

/** Font size of running text. */
export const TEXT_SIZE = 10.5;
/** Full-width letters to a line. */
export const LINE_EMS = 40;
export const TEXT_WIDTH = TEXT_SIZE * LINE_EMS;
/** Height of a line of running text. */
export const LINE_HEIGHT = 18;
export const LINES_PER_PAGE = 38;
export const PAGE = { width: 595.3, height: 841.9 } as const;
export const SIDE_MARGIN = (PAGE.width - TEXT_WIDTH) / 2;
export const TOP_MARGIN = 79;
export const BOTTOM_MARGIN = PAGE.height - TOP_MARGIN - LINES_PER_PAGE * LINE_HEIGHT;

/** Free space above and below each kind of paragraph. */
export const SPACES = {
  heading1: { before: 0, after: 9, line: 27 },
  heading2: { before: 15, after: 3, line: 21 },
  heading3: { before: 9, after: 0, line: LINE_HEIGHT },
  tableCaption: { before: 12, after: 2, line: 15 },
  chart: { before: 12, after: 0 },
  chartCaption: { before: 3, after: 12, line: 15 },
  note: { before: 0, after: 0, line: 13 },
  cell: { before: 1.5, after: 1.5, line: 13.5 },
} as const;

/** Points as twentieths. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

/** Full-width letters of running text as twentieths. */
export function ems(letters: number): number {
  return twips(letters * TEXT_SIZE);
}
