import { MAX_COLUMNS, MAX_ROWS, type Area } from "../../cells/cell";

/** The area of a whole worksheet. */
export const WHOLE_SHEET: Area = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

/** Key of a cell in the model's maps; row and column are zero-based. */
export function cellKey(row: number, column: number): number {
  return row * MAX_COLUMNS + column;
}

/** The zero-based row of a cell's key. */
export function keyRow(key: number): number {
  return Math.floor(key / MAX_COLUMNS);
}

/** The zero-based column of a cell's key. */
export function keyColumn(key: number): number {
  return key % MAX_COLUMNS;
}
