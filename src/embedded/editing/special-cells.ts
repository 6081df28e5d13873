import type { Area, CellValue } from "../../cells/cell";
import { containsCell, intersection } from "../model/address";
import { isErrorValue } from "../../cells/error-value";
import { invalidArgument } from "./excel-error";
import type { SheetModel } from "../model/model";
import { readValue, usedArea } from "../model/workbook";
import { cellKey } from "../model/grid";

/** Excel.SpecialCellValueType, each with the values it means. */
const VALUE_TYPES: Readonly<Record<string, (value: CellValue) => boolean>> = {
  All: () => true,
  Errors: isErrorValue,
  ErrorsLogical: (value) => isErrorValue(value) || typeof value === "boolean",
  ErrorsNumbers: (value) => isErrorValue(value) || typeof value === "number",
  ErrorsText: (value) => typeof value === "string",
  ErrorsLogicalNumber: (value) => isErrorValue(value) || typeof value !== "string",
  ErrorsLogicalText: (value) => typeof value !== "number",
  ErrorsNumberText: (value) => typeof value !== "boolean",
  Logical: (value) => typeof value === "boolean",
  LogicalNumbers: (value) => typeof value !== "string",
  LogicalText: (value) => typeof value === "boolean" || isText(value),
  LogicalNumbersText: (value) => !isErrorValue(value),
  Numbers: (value) => typeof value === "number",
  NumbersText: (value) => typeof value === "number" || isText(value),
  Text: isText,
};

/**
 * Cells of a kind within areas, as rectangles from top to bottom. Like Excel it looks at the used range only.
 * Throws InvalidArgument for a kind Excel does not have.
 */
export function specialCells(sheet: SheetModel, areas: readonly Area[], type: string, valueType: string): Area[] {
  const wanted = VALUE_TYPES[valueType];
  if (!wanted) throw invalidArgument(valueType);
  const used = usedArea(sheet);
  if (!used) return [];
  const clipped = areas.map((area) => intersection(area, used)).filter((area) => area !== null);
  const matches = matcher(sheet, type, wanted);
  return clipped.flatMap((area) => rectangles(area, matches));
}

function isText(value: CellValue): boolean {
  return typeof value === "string" && !isErrorValue(value);
}

function matcher(
  sheet: SheetModel,
  type: string,
  wanted: (value: CellValue) => boolean,
): (row: number, column: number) => boolean {
  const cover = (parts: readonly { readonly area: Area }[]) => (row: number, column: number) =>
    parts.some((part) => containsCell(part.area, row, column));
  switch (type) {
    case "Blanks":
      return (row, column) => readValue(sheet, row, column) === "" && !sheet.formulas.has(cellKey(row, column));
    case "Constants":
      return (row, column) => {
        const value = readValue(sheet, row, column);
        return value !== "" && !sheet.formulas.has(cellKey(row, column)) && wanted(value);
      };
    case "Formulas":
      return (row, column) => sheet.formulas.has(cellKey(row, column)) && wanted(readValue(sheet, row, column));
    case "Visible":
      return (row, column) => !sheet.hiddenRows.has(row) && !sheet.hiddenColumns.has(column);
    case "ConditionalFormats":
      return cover(sheet.conditionalFormats);
    case "DataValidations":
      return cover(sheet.validations);
    default:
      throw invalidArgument(type);
  }
}

/** Runs of matching cells in a row, joined with an equal run in the row above. */
function rectangles(area: Area, matches: (row: number, column: number) => boolean): Area[] {
  const done: Area[] = [];
  let open = new Map<string, Area>();
  for (let row = area.row; row < area.row + area.rows; row++) {
    const next = new Map<string, Area>();
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (!matches(row, column)) continue;
      let columns = 1;
      while (column + columns < area.column + area.columns && matches(row, column + columns)) columns++;
      const key = `${column}+${columns}`;
      const above = open.get(key);
      next.set(key, above ? { ...above, rows: above.rows + 1 } : { row, column, rows: 1, columns });
      open.delete(key);
      column += columns;
    }
    done.push(...open.values());
    open = next;
  }
  done.push(...open.values());
  return done.sort((a, b) => a.row - b.row || a.column - b.column);
}
