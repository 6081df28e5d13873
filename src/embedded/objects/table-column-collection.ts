import { defineClass, method, objectMethod, property } from "./member";
import type { TableTarget } from "./table";
import { columnName, type TableColumnTarget } from "./table-column";
import { found } from "./targets";

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

function list(target: TableTarget): TableColumnTarget[] {
  return Array.from({ length: target.table.area.columns }, (_, index) => ({ ...target, index }));
}

function find(target: TableTarget, key: unknown): TableColumnTarget | null {
  const columns = list(target);
  if (typeof key === "number") return columns[key - 1] ?? null;
  return columns.find((column) => columnName(column).toLowerCase() === String(key).toLowerCase()) ?? null;
}
