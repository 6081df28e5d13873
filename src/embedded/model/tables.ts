import type { Area } from "../../cells/cell";
import type { TableModel } from "./model";

/** The rows of a table between header and totals. */
export function tableBody(table: TableModel): Area {
  const top = table.showHeaders ? 1 : 0;
  const { area } = table;
  return { ...area, row: area.row + top, rows: area.rows - top - (table.showTotals ? 1 : 0) };
}
