import type { Area } from "../../cells/cell";
import { enterCells } from "../editing/cell-entry";
import { deleteCells } from "../editing/structure";
import { tableBody } from "../model/tables";
import { readValues } from "../model/workbook";
import { defineClass, objectMethod, property, readsValues, sheetMethod, sheetProperty } from "./member";
import type { TableTarget } from "./table";
import { rangeOf } from "./targets";

/** One row of a table's body, by its place in it. */
export interface TableRowTarget extends TableTarget {
  readonly at: number;
}

/** Excel.TableRow */
export const tableRow = defineClass<TableRowTarget>({
  name: "TableRow",
  members: {
    index: property("1.1", ({ at }) => at),
    values: sheetProperty(
      "1.1",
      (target) => readValues(target.sheet, rowArea(target)),
      (target, value, host) => {
        enterCells(host, target.sheet, rowArea(target), value);
      },
    ),
    delete: sheetMethod("1.1", (target, _args, host) => {
      deleteCells(host, target.sheet, rowArea(target), "Up");
    }),
    getRange: readsValues(objectMethod("1.1", "Range", (target) => rangeOf(target.sheet, rowArea(target)))),
  },
});

/** The cells of a row. */
function rowArea({ table, at }: TableRowTarget): Area {
  const body = tableBody(table);
  return { ...body, row: body.row + at, rows: 1 };
}
