/** A cell's value as Excel's API returns it; a blank cell is the empty string. Error values arrive as text such as "#N/A". */
export type CellValue = string | number | boolean;

/** A rectangle of cells on one worksheet; rows and columns are zero-based. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Rows and columns of every worksheet (Excel specifications and limits). */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Longest name of a worksheet in UTF-16 units (Excel specifications and limits). */
export const MAX_SHEET_NAME = 31;

/** Column letters for a zero-based column: 0 → "A", 26 → "AA". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** A1 address of a cell from zero-based row and column: (4, 1) → "B5". */
export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + String(row + 1);
}

/** A1 address of an area: "B5" for a single cell, "B5:D9" otherwise. */
export function areaAddress(area: Area): string {
  const first = cellAddress(area.row, area.column);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${cellAddress(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

/** A1 address with absolute rows and columns, as formulas need it: "$B$5:$D$9". */
export function absoluteAddress(area: Area): string {
  return areaAddress(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}

/** A worksheet's name as a formula needs it: always quoted, quotes doubled. */
export function quotedSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
