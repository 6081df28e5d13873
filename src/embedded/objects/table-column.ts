import type { Host } from "../host";
import { enterCells } from "../cell-entry";
import { tableBody } from "../tables";
import { readValue, readValues } from "../workbook";
import { asText, defineClass, method, objectMethod, property } from "./member";
import type { TableTarget } from "./table";
import { found, rangeOf } from "./targets";
import type { Area } from "../../ledger/cell";

/** One column of a table, counted from 0. */
export interface TableColumnTarget extends TableTarget {
  readonly index: number;
}

/** Excel.TableColumnCollection */
export const tableColumnCollection = defineClass<TableTarget>({
  name: "TableColumnCollection",
  collection: {
    item: "TableColumn",
    list,
    find: (target, key) => find(target, key),
  },
  members: {
    count: property("1.1", ({ table }) => table.area.columns),
    getCount: method("1.4", ({ table }) => table.area.columns),
    getItem: objectMethod("1.1", "TableColumn", (target, args) => found(find(target, args.raw(0)))),
    getItemAt: objectMethod("1.1", "TableColumn", (target, args) => found(list(target)[args.whole(0)])),
    getItemOrNullObject: objectMethod("1.4", "TableColumn", (target, args) => find(target, args.raw(0))),
  },
});

/** Excel.TableColumn */
export const tableColumn = defineClass<TableColumnTarget>({
  name: "TableColumn",
  identity: { as: "Id", read: ({ index }) => index + 1 },
  members: {
    id: property("1.1", ({ index }) => index + 1),
    index: property("1.1", ({ index }) => index),
    name: property("1.1", nameOf, (target, value, host: Host) => {
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

function list(target: TableTarget): TableColumnTarget[] {
  return Array.from({ length: target.table.area.columns }, (_, index) => ({ ...target, index }));
}

function find(target: TableTarget, key: unknown): TableColumnTarget | null {
  const columns = list(target);
  if (typeof key === "number") return columns[key - 1] ?? null;
  return columns.find((column) => nameOf(column).toLowerCase() === String(key).toLowerCase()) ?? null;
}

function area({ table, index }: TableColumnTarget): Area {
  return { ...table.area, column: table.area.column + index, columns: 1 };
}

function nameOf(target: TableColumnTarget): string {
  const { row, column } = area(target);
  return String(readValue(target.sheet, row, column));
}
