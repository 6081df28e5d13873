import type { Area } from "../../cells/cell";
import { invalidArgument, itemNotFound } from "../editing/excel-error";
import { MAX_COLUMNS, MAX_ROWS } from "../../cells/cell";
import { defineClass, objectMethod, setupMethod } from "./member";
import { areaOf, rangeOf, rangeOnSheet, type SheetTarget } from "./targets";

/** Excel.WorksheetFreezePanes */
export const worksheetFreezePanes = defineClass<SheetTarget>({
  name: "WorksheetFreezePanes",
  members: {
    freezeAt: setupMethod("1.7", ({ sheet }, args, host) => {
      const area = areaOf(rangeOnSheet(host, sheet, args, 0));
      // Everything above and left of the range's last cell stays in view.
      sheet.frozenRows = area.rows === MAX_ROWS ? 0 : area.row + area.rows;
      sheet.frozenColumns = area.columns === MAX_COLUMNS ? 0 : area.column + area.columns;
    }),
    freezeColumns: setupMethod("1.7", ({ sheet }, args) => {
      sheet.frozenColumns = count(args.optionalWhole(0));
      sheet.frozenRows = 0;
    }),
    freezeRows: setupMethod("1.7", ({ sheet }, args) => {
      sheet.frozenRows = count(args.optionalWhole(0));
      sheet.frozenColumns = 0;
    }),
    getLocation: objectMethod("1.7", "Range", (target) => {
      const area = location(target);
      if (!area) throw itemNotFound();
      return rangeOf(target.sheet, area);
    }),
    getLocationOrNullObject: objectMethod("1.7", "Range", (target) => {
      const area = location(target);
      return area && rangeOf(target.sheet, area);
    }),
    unfreeze: setupMethod("1.7", ({ sheet }) => {
      sheet.frozenRows = 0;
      sheet.frozenColumns = 0;
    }),
  },
});

function count(value = 1): number {
  if (value < 1) throw invalidArgument("count");
  return value;
}

function location({ sheet }: SheetTarget): Area | null {
  const { frozenRows, frozenColumns } = sheet;
  if (frozenRows === 0 && frozenColumns === 0) return null;
  return { row: 0, column: 0, rows: frozenRows || MAX_ROWS, columns: frozenColumns || MAX_COLUMNS };
}
