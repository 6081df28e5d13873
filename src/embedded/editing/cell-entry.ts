import { noteCell } from "../model/changes";
import type { Area, CellValue } from "../../cells/cell";
import { containsCell } from "../model/address";
import { isFormula } from "../calculation/parser";
import { readEntry } from "../text/entry";
import { formatGrid, layFormat } from "../model/formats";
import type { Host } from "./host";
import { ExcelError, invalidArgument } from "./excel-error";
import type { SheetModel } from "../model/model";
import { cellKey, keyColumn, keyRow } from "../model/grid";

/** UTF-16 units of text in a cell, and of a formula. */
const MAX_TEXT = 32_767;
const MAX_FORMULA = 8192;

/** Cells one call may read or write. */
export const MAX_CELLS = 5_000_000;

/**
 * What a property that takes one value per cell was given for an area: rows of cells, or one value for every cell.
 * The dimensions must match exactly. Throws InvalidArgument or OperationCellsExceedLimit.
 */
export function cellsOf(value: unknown, area: Area): { at(row: number, column: number): unknown } {
  if (area.rows * area.columns > MAX_CELLS) throw new ExcelError("OperationCellsExceedLimit");
  if (!Array.isArray(value)) return { at: () => value };
  const rows = value as unknown[];
  if (rows.length !== area.rows) throw invalidArgument("number of rows");
  for (const row of rows) {
    if (!Array.isArray(row) || row.length !== area.columns) throw invalidArgument("number of columns");
  }
  return { at: (row, column) => (rows[row] as unknown[])[column] };
}

/**
 * Enters values or formulas into an area as Excel does: null leaves a cell as it is, "" empties it, a leading
 * apostrophe makes text, "=", "+", "-" and "@" begin formulas, text in a cell of format "@" stays text, and other text
 * becomes the number, date or truth value it looks like. Nothing is written when one of the values is refused.
 */
export function enterCells(host: Host, sheet: SheetModel, area: Area, value: unknown): void {
  const cells = cellsOf(value, area);
  const { workbook } = host;
  const styled =
    sheet.formats.some((run) => run.format.numberFormat !== undefined) || (sheet.styleIndexes?.size ?? 0) > 0;
  const formats = styled ? formatGrid(workbook, sheet, area, (format) => format.numberFormat, "General") : undefined;
  const rules = { date1904: workbook.date1904, today: host.today };
  const found: { key: number; formula: string }[] = [];
  const typed: { row: number; column: number; numberFormat: string }[] = [];

  /** The value to store for one entry; undefined leaves the cell alone. */
  const read = (entry: unknown, row: number, column: number): CellValue | undefined => {
    const format = formats?.[row]![column] ?? "General";
    if (entry === null || entry === undefined) return undefined;
    if (typeof entry === "number") {
      if (!Number.isFinite(entry)) throw invalidArgument("number");
      return format === "@" ? String(entry) : entry;
    }
    if (typeof entry === "boolean") return format === "@" ? String(entry).toUpperCase() : entry;
    if (typeof entry !== "string") throw invalidArgument("cell value");
    if (entry === "") return "";
    if (entry.length > MAX_TEXT) throw invalidArgument(`text longer than ${MAX_TEXT}`);
    const first = entry.charCodeAt(0);
    if (first === APOSTROPHE) return entry.slice(1);
    if (format === "@") return entry;
    const made = first === EQUALS ? null : readEntry(entry, rules);
    if (!made) {
      if (!startsFormula(first) || entry.length === 1) return entry;
      const formula = first === EQUALS ? entry : `=${entry}`;
      if (formula.length > MAX_FORMULA) throw new ExcelError("FormulaLengthExceedsLimit");
      checkFormula(formula);
      found.push({ key: cellKey(area.row + row, area.column + column), formula });
      return "";
    }
    if (made.numberFormat !== undefined && format === "General") {
      typed.push({ row: area.row + row, column: area.column + column, numberFormat: made.numberFormat });
    }
    return made.value;
  };

  const written: (CellValue | undefined)[][] = new Array<(CellValue | undefined)[]>(area.rows);
  for (let r = 0; r < area.rows; r++) {
    const row = new Array<CellValue | undefined>(area.columns);
    for (let c = 0; c < area.columns; c++) row[c] = read(cells.at(r, c), r, c);
    written[r] = row;
  }

  host.editCells(sheet, area);
  store(sheet, area, written);
  for (const { key, formula } of found) {
    noteCell(sheet, key);
    sheet.formulas.set(key, formula);
    host.calculator.formulaWritten(sheet, key);
  }
  for (const { row, column, numberFormat } of typed) {
    layFormat(sheet, { row, column, rows: 1, columns: 1 }, { numberFormat });
  }
}

function store(sheet: SheetModel, area: Area, written: (CellValue | undefined)[][]): void {
  const hadFormulas = sheet.formulas.size > 0;
  const fromFile = sheet.part !== null;
  for (let r = 0; r < area.rows; r++) {
    const row = written[r]!;
    const stored = sheet.rows[area.row + r];
    if (!stored && area.column === 0 && !fromFile) {
      sheet.rows[area.row + r] = row.map((value) => value ?? "");
      continue;
    }
    const target = stored ?? (sheet.rows[area.row + r] = []);
    // Cells between the row's end and the area would become holes.
    while (target.length < area.column) target.push("");
    for (let c = 0; c < area.columns; c++) {
      const value = row[c];
      const column = area.column + c;
      const before = target[column] ?? "";
      target[column] = value ?? before;
      if (value === undefined) continue;
      const key = cellKey(area.row + r, column);
      const hadFormula = hadFormulas && sheet.formulas.delete(key);
      if (hadFormula || value !== before) noteCell(sheet, key);
    }
  }
}

/** Throws InvalidArgument where Excel would refuse the formula. */
export function checkFormula(formula: string): void {
  if (!isFormula(formula)) throw invalidArgument(formula.length > 80 ? `${formula.slice(0, 80)}…` : formula);
}

const EQUALS = 0x3d;
const APOSTROPHE = 0x27;

/** "=", "+", "-", "@". */
function startsFormula(code: number): boolean {
  return code === EQUALS || code === 0x2b || code === 0x2d || code === 0x40;
}

/** Empties the cells of an area: values and formulas. */
export function emptyCells(host: Host, sheet: SheetModel, area: Area): void {
  host.editCells(sheet, area);
  const bottom = Math.min(area.row + area.rows, sheet.rows.length);
  for (let r = area.row; r < bottom; r++) {
    const row = sheet.rows[r];
    const right = Math.min(area.column + area.columns, row?.length ?? 0);
    for (let c = area.column; c < right; c++) {
      if (row![c] !== "" && row![c] !== undefined) noteCell(sheet, cellKey(r, c));
      row![c] = "";
    }
  }
  for (const key of [...sheet.formulas.keys()]) {
    if (!containsCell(area, keyRow(key), keyColumn(key))) continue;
    sheet.formulas.delete(key);
    noteCell(sheet, key);
  }
}
