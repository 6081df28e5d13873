import type { Host } from "../editing/host";
import { enterCells } from "../editing/cell-entry";
import { tableBody } from "../model/tables";
import { readValue, readValues } from "../model/workbook";
import { asText, defineClass, objectMethod, property } from "./member";
import type { TableTarget } from "./table";
import { rangeOf } from "./targets";
import type { Area } from "../../cells/cell";

/** One column of a table, counted from 0. */
export interface TableColumnTarget extends TableTarget {
  readonly index: number;
}

/** Excel.TableColumn */
export const tableColumn = defineClass<TableColumnTarget>({
  name: "TableColumn",
  identity: { as: "Id", read: ({ index }) => index + 1 },
  members: {
    id: property("1.1", ({ index }) => index + 1),
    index: property("1.1", ({ index }) => index),
    name: property("1.1", columnName, (target, value, host: Host) => {
      enterCells(host, target.sheet, { ...area(target), rows: 1 }, [[`'${asText(value)}`]]);
    }),
    values: property(
      "1.1",
      (target) => readValues(target.sheet, area(target)),
      (target, value, host: Host) => {
        enterCells(host, target.sheet, area(target), value);
      },
    ),
    getDataBodyRange: objectMethod("1.1", "Range", (target) =>
      rangeOf(target.sheet, { ...tableBody(target.table), column: area(target).column, columns: 1 }),
    ),
    getHeaderRowRange: objectMethod("1.1", "Range", (target) => rangeOf(target.sheet, { ...area(target), rows: 1 })),
    getRange: objectMethod("1.1", "Range", (target) => rangeOf(target.sheet, area(target))),
  },
});

function area({ table, index }: TableColumnTarget): Area {
  return { ...table.area, column: table.area.column + index, columns: 1 };
}

/** The column's name: what its header shows. */
export function columnName(target: TableColumnTarget): string {
  const { row, column } = area(target);
  return String(readValue(target.sheet, row, column));
}
