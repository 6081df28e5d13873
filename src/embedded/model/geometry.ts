import type { Area } from "../../cells/cell";
import type { SheetModel } from "./model";

/** Width of a column in points; a hidden one has none. */
export function columnWidth(sheet: SheetModel, column: number): number {
  if (sheet.hiddenColumns.has(column)) return 0;
  return sheet.columnWidths.get(column) ?? sheet.defaultColumnWidth;
}

/** Height of a row in points; a hidden one has none. */
export function rowHeight(sheet: SheetModel, row: number): number {
  if (sheet.hiddenRows.has(row)) return 0;
  return sheet.rowHeights.get(row) ?? sheet.defaultRowHeight;
}

/** Points from the sheet's left edge to a column. */
export function columnLeft(sheet: SheetModel, column: number): number {
  return distance(column, sheet.defaultColumnWidth, sheet.columnWidths, sheet.hiddenColumns);
}

/** Points from the sheet's top edge to a row. */
export function rowTop(sheet: SheetModel, row: number): number {
  return distance(row, sheet.defaultRowHeight, sheet.rowHeights, sheet.hiddenRows);
}

function distance(index: number, standard: number, sizes: Map<number, number>, hidden: Set<number>): number {
  let points = index * standard;
  for (const [at, size] of sizes) if (at < index && !hidden.has(at)) points += size - standard;
  for (const at of hidden) if (at < index) points -= standard;
  return points;
}

/** Place of an area on its sheet, in points. */
export function areaBox(sheet: SheetModel, area: Area): { left: number; top: number; width: number; height: number } {
  const left = columnLeft(sheet, area.column);
  const top = rowTop(sheet, area.row);
  return {
    left,
    top,
    width: columnLeft(sheet, area.column + area.columns) - left,
    height: rowTop(sheet, area.row + area.rows) - top,
  };
}
