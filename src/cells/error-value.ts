import type { CellValue } from "./cell";

/* Excel's error values as its API returns them. */
const ERROR_VALUES = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
  "#SPILL!",
  "#CALC!",
  "#FIELD!",
  "#BLOCKED!",
  "#CONNECT!",
  "#BUSY!",
  "#UNKNOWN!",
  "#EXTERNAL!",
  "#PYTHON!",
  "#TIMEOUT!",
]);

/** True where a cell holds an Excel error value such as "#N/A". */
export function isErrorValue(cell: CellValue | undefined): cell is string {
  return typeof cell === "string" && cell.startsWith("#") && ERROR_VALUES.has(cell);
}
