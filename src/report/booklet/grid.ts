import { CELL_PADDING } from "../text-layout";
import { emsIn } from "../text-width";

/*
 * The measures of a booklet page in points: A4 upright, 37 full-width letters of 10.5 points to a line, 38 lines to a page.
 *
 * Excel counts column widths in digits of the workbook's default font and everything that prints it elsewhere may know
 * that font by other digits: LibreOffice without Calibri or 游ゴシック draws columns up to a third wider. The columns are
 * therefore centred between narrow margins, and narrow enough themselves to stay on the page even then; the white beside
 * the text comes from centring. Lines of text run over empty cells and keep their own width whatever columns do.
 */

/** Font size of running text. */
export const TEXT_SIZE = 10.5;

/** Full-width letters to a line. */
export const LINE_EMS = 37;

/** Width of the text block. */
export const TEXT_WIDTH = LINE_EMS * TEXT_SIZE;

/** Free column to the right of the text: it takes what a driver sets wider than planned (2 % of a line). */
export const SPARE = 11;

/**
 * Side margins: on the right what office printers can just print, on the left room for binding. Columns drawn a third wider
 * than planned still fit between them.
 */
export const SIDE_MARGINS = { left: 48, right: 13 } as const;

/** All columns of a sheet whose text block is divided like this; what is left of the text block is the last of them. */
export function columnsOf(parts: readonly number[]): readonly number[] {
  const rest = TEXT_WIDTH - parts.reduce((sum, width) => sum + width, 0);
  return [...parts, rest, SPARE];
}

/** Full-width letters of a font size that a column of this width holds beside its padding. */
export function emsInColumn(points: number, size = TEXT_SIZE): number {
  return emsIn(points - CELL_PADDING, size);
}
