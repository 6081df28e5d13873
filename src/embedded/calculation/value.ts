import type { CellValue } from "../../cells/cell";
import { isErrorValue } from "../../cells/error-value";
import type { SheetArea } from "../model/model";
import { readValue } from "../model/workbook";

/** An error value of Excel's, e.g. "#N/A". */
export class FormulaError {
  constructor(readonly code: string) {}
}

/** One value in a calculation. null is a blank cell. */
export type Scalar = number | string | boolean | null | FormulaError;

/** Rows of values. */
export type ArrayValue = readonly (readonly Scalar[])[];

/** What an expression gives; an area is cells not read yet. */
export type Value = Scalar | SheetArea | { readonly rows: ArrayValue };

export const VALUE_ERROR = new FormulaError("#VALUE!");
export const DIVISION_ERROR = new FormulaError("#DIV/0!");
export const NAME_ERROR = new FormulaError("#NAME?");
export const REFERENCE_ERROR = new FormulaError("#REF!");
export const NUMBER_ERROR = new FormulaError("#NUM!");
export const NOT_AVAILABLE = new FormulaError("#N/A");

/** A stored cell value as a calculation sees it. */
export function fromCell(value: CellValue | undefined): Scalar {
  if (value === undefined || value === "") return null;
  return isErrorValue(value) ? new FormulaError(value) : value;
}

/** A result as a cell stores it; a formula that gives a blank shows 0. */
export function toCell(value: Scalar): CellValue {
  if (value === null) return 0;
  return value instanceof FormulaError ? value.code : value;
}

export function isError(value: Value): value is FormulaError {
  return value instanceof FormulaError;
}

export function isRange(value: Value): value is SheetArea {
  return typeof value === "object" && value !== null && "area" in value;
}

export function isArray(value: Value): value is { readonly rows: ArrayValue } {
  return typeof value === "object" && value !== null && "rows" in value;
}

/** The first value of what may have several. */
export function singleOf(value: Value): Scalar {
  if (isRange(value)) return fromCell(readValue(value.sheet, value.area.row, value.area.column));
  return isArray(value) ? (value.rows[0]?.[0] ?? null) : value;
}

/** Rows of values; of a range as far as its sheet has rows. */
export function rowsOf(value: Value): ArrayValue {
  if (isRange(value)) {
    const { sheet, area } = value;
    const rows = Math.max(1, Math.min(area.rows, sheet.rows.length - area.row));
    return Array.from({ length: rows }, (_, r) => {
      const stored = sheet.rows[area.row + r];
      return Array.from({ length: area.columns }, (__, c) => fromCell(stored?.[area.column + c]));
    });
  }
  return isArray(value) ? value.rows : [[value]];
}

/** Visits every value; of ranges only the cells that hold something. */
export function eachScalar(value: Value, visit: (value: Scalar, fromRange: boolean) => void): void {
  if (isRange(value)) {
    const { sheet, area } = value;
    const bottom = Math.min(area.row + area.rows, sheet.rows.length);
    for (let r = area.row; r < bottom; r++) {
      const stored: readonly CellValue[] = sheet.rows[r] ?? [];
      const right = Math.min(area.column + area.columns, stored.length);
      for (let c = area.column; c < right; c++) {
        const cell = fromCell(stored[c]);
        if (cell !== null) visit(cell, true);
      }
    }
  } else if (isArray(value)) {
    for (const row of value.rows) for (const cell of row) visit(cell, true);
  } else visit(value, false);
}
