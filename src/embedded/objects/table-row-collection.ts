import { enterCells } from "../editing/cell-entry";
import type { Host } from "../editing/host";
import { invalidArgument } from "../editing/excel-error";
import { insertCells } from "../editing/structure";
import { tableBody } from "../model/tables";
import { type Arguments, defineClass, editsSheet, method, objectMethod, property } from "./member";
import type { TableTarget } from "./table";
import type { TableRowTarget } from "./table-row";
import { found } from "./targets";

/** Excel.TableRowCollection */
export const tableRowCollection = defineClass<TableTarget>({
  name: "TableRowCollection",
  collection: { item: "TableRow", list },
  members: {
    count: property("1.1", ({ table }) => tableBody(table).rows),
    add: editsSheet(objectMethod("1.1", "TableRow", add)),
    getCount: method("1.4", ({ table }) => tableBody(table).rows),
    getItemAt: objectMethod("1.1", "TableRow", (target, args) => found(list(target)[args.whole(0)])),
  },
});

function list(target: TableTarget): TableRowTarget[] {
  return Array.from({ length: tableBody(target.table).rows }, (_, at) => ({ ...target, at }));
}

/** Rows come in where they are told, else at the end; what stands below the table moves down. */
function add(target: TableTarget, args: Arguments, host: Host): TableRowTarget {
  const { sheet, table } = target;
  const body = tableBody(table);
  const given = args.raw(1);
  const values = given === undefined || Array.isArray(given) ? (given as unknown[] | undefined) : [[given]];
  const rows = values?.length ?? 1;
  const index = args.optionalWhole(0) ?? -1;
  if (index > body.rows || rows === 0) throw invalidArgument("index");
  const at = index < 0 ? body.rows : index;
  const area = { ...body, row: body.row + at, rows };
  const isEnd = area.row === table.area.row + table.area.rows;
  insertCells(host, sheet, area, "Down");
  // What is put behind the last row has not come between two of them.
  if (isEnd) table.area = { ...table.area, rows: table.area.rows + rows };
  if (values) enterCells(host, sheet, area, values);
  return { ...target, at };
}
