import { areaAddress, columnLetters, quotedSheetName, type Area } from "../../cells/cell";
import { MAX_COLUMNS, MAX_ROWS } from "../../cells/cell";

/** An address split into the sheet it names (without quotes) and the rest; sheet is null when none is named. */
interface QualifiedAddress {
  readonly sheet: string | null;
  readonly address: string;
}

/** "'計画 1'!A1:B2" → { sheet: "計画 1", address: "A1:B2" }. */
export function splitSheet(reference: string): QualifiedAddress {
  const bang = reference.lastIndexOf("!");
  if (bang < 0) return { sheet: null, address: reference };
  let sheet = reference.slice(0, bang);
  if (sheet.startsWith("'") && sheet.endsWith("'")) sheet = sheet.slice(1, -1).replaceAll("''", "'");
  return { sheet, address: reference.slice(bang + 1) };
}

/** Zero-based column of its letters, or -1 where there is no such column: "A" → 0, "XFD" → 16383. */
export function columnIndex(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column <= MAX_COLUMNS ? column - 1 : -1;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/;
const COLUMN = /^\$?([A-Za-z]{1,3})$/;
const ROW = /^\$?([1-9]\d{0,6})$/;

/** The area of an A1 address without a sheet ("B5", "$B$5:D9", "A:C", "1:3"), or null where it is none. */
export function parseArea(address: string): Area | null {
  const colon = address.indexOf(":");
  const first = colon < 0 ? address : address.slice(0, colon);
  const second = colon < 0 ? address : address.slice(colon + 1);
  const cells = [CELL.exec(first), CELL.exec(second)];
  if (cells[0] && cells[1]) {
    return between(
      Number(cells[0][2]) - 1,
      columnIndex(cells[0][1]!),
      Number(cells[1][2]) - 1,
      columnIndex(cells[1][1]!),
    );
  }
  if (colon < 0) return null;
  const columns = [COLUMN.exec(first), COLUMN.exec(second)];
  if (columns[0] && columns[1]) {
    return between(0, columnIndex(columns[0][1]!), MAX_ROWS - 1, columnIndex(columns[1][1]!));
  }
  const rows = [ROW.exec(first), ROW.exec(second)];
  if (rows[0] && rows[1]) return between(Number(rows[0][1]) - 1, 0, Number(rows[1][1]) - 1, MAX_COLUMNS - 1);
  return null;
}

/** The area with two corners, whichever they are, or null where a corner is off the sheet. */
function between(rowA: number, columnA: number, rowB: number, columnB: number): Area | null {
  const row = Math.min(rowA, rowB);
  const column = Math.min(columnA, columnB);
  const rows = Math.abs(rowA - rowB) + 1;
  const columns = Math.abs(columnA - columnB) + 1;
  const area = { row, column, rows, columns };
  return onSheet(area) ? area : null;
}

/** Whether an area has cells and lies wholly on a worksheet. */
export function onSheet(area: Area): boolean {
  return (
    area.row >= 0 &&
    area.column >= 0 &&
    area.rows > 0 &&
    area.columns > 0 &&
    area.row + area.rows <= MAX_ROWS &&
    area.column + area.columns <= MAX_COLUMNS
  );
}

/** The cells two areas share, or null. */
export function intersection(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** The smallest area that contains both. */
export function boundingArea(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** Whether `outer` contains every cell of `inner`. */
export function contains(outer: Area, inner: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

/** Whether an area has the cell. */
export function containsCell(area: Area, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

/** The parts of `area` outside `hole`: up to four areas. */
export function subtractArea(area: Area, hole: Area): Area[] {
  const shared = intersection(area, hole);
  if (!shared) return [area];
  const parts: Area[] = [];
  const bottom = area.row + area.rows;
  const right = area.column + area.columns;
  const sharedBottom = shared.row + shared.rows;
  const sharedRight = shared.column + shared.columns;
  if (shared.row > area.row) parts.push({ ...area, rows: shared.row - area.row });
  if (sharedBottom < bottom) parts.push({ ...area, row: sharedBottom, rows: bottom - sharedBottom });
  const middle = { row: shared.row, rows: shared.rows };
  if (shared.column > area.column) {
    parts.push({ ...middle, column: area.column, columns: shared.column - area.column });
  }
  if (sharedRight < right) parts.push({ ...middle, column: sharedRight, columns: right - sharedRight });
  return parts;
}

/** The sheet's name as Excel writes it before "!": in quotes only where it needs them. */
export function sheetPrefix(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !parseArea(name) && !/^r\d*c\d*$/i.test(name);
  return `${plain ? name : quotedSheetName(name)}!`;
}

/** An area's address as Range.address has it, without the sheet: "A1:B2", "A:C" or "1:3". */
export function localAddress(area: Area): string {
  if (area.rows === MAX_ROWS) return `${columnLetters(area.column)}:${columnLetters(area.column + area.columns - 1)}`;
  if (area.columns === MAX_COLUMNS) return `${area.row + 1}:${area.row + area.rows}`;
  return areaAddress(area);
}
