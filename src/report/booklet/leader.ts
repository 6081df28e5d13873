import { textWidth } from "../text-width";

/*
 * Dot leaders. Excel has no tabs, and a number format that fills a cell (@*…) is drawn by Excel but not by LibreOffice where
 * a text mixes kana and Latin letters. So the dots are part of the text, more of them than the column holds: the next cell,
 * which is never empty, cuts them off exactly at the column's edge, whatever the font makes of the letters before them.
 */

const DOT = "…";

/** How much wider than planned a column may be drawn (see grid.ts). */
const OVERRUN = 1.35;

/**
 * The dots that lead from the end of a text to the right edge of its column and beyond.
 *
 * @param columnEms room of the column in em of the text's size
 */
export function leader(text: string, columnEms: number): string {
  return DOT.repeat(Math.max(1, Math.ceil(columnEms * OVERRUN - textWidth(text))));
}
