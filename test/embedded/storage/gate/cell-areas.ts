/** An area of cells, one-based and inclusive. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** A reference such as A1 or $A$1:C4, of one area; null where it is none, or lies outside the sheet. */
export function areaOf(ref: string): Area | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(ref);
  if (!match) return null;
  const [, left, top, right = left, bottom = top] = match;
  const area = { top: Number(top), left: columnOf(left!), bottom: Number(bottom), right: columnOf(right!) };
  const inside = area.top >= 1 && area.top <= area.bottom && area.bottom <= LAST_ROW && area.right <= LAST_COLUMN;
  return inside && area.left <= area.right ? area : null;
}

/** The number of a column from its letters. */
export function columnOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** A1 form of a cell. */
export function cellName(row: number, column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}

/** Whether two areas share a cell. */
export function overlap(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** Sheets that a formula names, as they are called; other workbooks' sheets are not among them. */
export function sheetsIn(formula: string): string[] {
  const names: string[] = [];
  const words = /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|(?<![#\]\p{L}\p{N}_.\\:])([\p{L}\p{N}_.\\:]+)!/gu;
  for (const [, quoted, plain] of formula.matchAll(words)) {
    const name = quoted?.replaceAll("''", "'") ?? plain;
    if (name !== undefined && !name.includes("[")) names.push(...name.split(":"));
  }
  return names;
}
