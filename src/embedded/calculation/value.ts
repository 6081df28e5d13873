import type { Area, CellValue } from "../../cells/cell";
import type { SheetModel } from "../model/model";

/** An error value of Excel's, e.g. "#N/A". */
export class FormulaError {
  constructor(readonly code: string) {}
}

/** One value in a calculation. null is a blank cell. */
export type Scalar = number | string | boolean | null | FormulaError;

/** Cells of a sheet, not read yet. */
export interface RangeValue {
  readonly sheet: SheetModel;
  readonly area: Area;
}

/** Rows of values. */
export type ArrayValue = readonly (readonly Scalar[])[];

/** What an expression gives. */
export type Value = Scalar | RangeValue | { readonly rows: ArrayValue };

export const VALUE_ERROR = new FormulaError("#VALUE!");
export const DIVISION_ERROR = new FormulaError("#DIV/0!");
export const NAME_ERROR = new FormulaError("#NAME?");
export const REFERENCE_ERROR = new FormulaError("#REF!");
export const NUMBER_ERROR = new FormulaError("#NUM!");
export const NOT_AVAILABLE = new FormulaError("#N/A");

const ERROR_TEXT = /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|GETTING_DATA)$/;

/** Whether a cell's value is one of Excel's error values. */
export function isErrorText(value: unknown): value is string {
  return typeof value === "string" && value.startsWith("#") && ERROR_TEXT.test(value);
}

/** A stored cell value as a calculation sees it. */
export function fromCell(value: CellValue | undefined): Scalar {
  if (value === undefined || value === "") return null;
  return isErrorText(value) ? new FormulaError(value) : value;
}

/** A result as a cell stores it; a formula that gives a blank shows 0. */
export function toCell(value: Scalar): CellValue {
  if (value === null) return 0;
  return value instanceof FormulaError ? value.code : value;
}

export function isRange(value: Value): value is RangeValue {
  return typeof value === "object" && value !== null && "area" in value;
}

export function isArray(value: Value): value is { readonly rows: ArrayValue } {
  return typeof value === "object" && value !== null && "rows" in value;
}
