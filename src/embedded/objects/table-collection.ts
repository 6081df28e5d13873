import { intersection } from "../model/address";
import { enterCells } from "../editing/cell-entry";
import type { Host } from "../editing/host";
import { invalidArgument } from "../editing/excel-error";
import type { SheetModel, TableModel } from "../model/model";
import { insertCells } from "../editing/structure";
import { readValue } from "../model/workbook";
import { defineClass, event, method, objectMethod, readsValues, property, type Arguments } from "./member";
import type { TableTarget } from "./table";
import { areaOf, found, rangeArgument, type SheetTarget } from "./targets";

/** Tables of one sheet, or of the workbook where no sheet is named. */
type TablesTarget = Partial<SheetTarget>;

/** Excel.TableCollection */
export const tableCollection = defineClass<TablesTarget>({
  name: "TableCollection",
  collection: {
    item: "Table",
    list,
    find: (target, key, host) => find(target, String(key), host),
  },
  members: {
    count: property("1.1", (target, host) => list(target, host).length),
    add: readsValues(objectMethod("1.1", "Table", add)),
    getCount: method("1.4", (target, _args, host) => list(target, host).length),
    getItem: objectMethod("1.1", "Table", (target, args, host) => found(find(target, args.text(0), host))),
    getItemAt: objectMethod("1.1", "Table", (target, args, host) => found(list(target, host)[args.whole(0)])),
    getItemOrNullObject: objectMethod("1.4", "Table", (target, args, host) => find(target, args.text(0), host)),
    onAdded: event("1.9"),
    onChanged: event("1.7"),
    onDeleted: event("1.9"),
  },
});

function list({ sheet }: TablesTarget, host: Host): TableTarget[] {
  const sheets = sheet ? [sheet] : host.workbook.sheets;
  return sheets.flatMap((each) => each.tables.map((table) => ({ sheet: each, table })));
}

function find(target: TablesTarget, key: string, host: Host): TableTarget | null {
  const wanted = key.toLowerCase();
  return list(target, host).find(({ table }) => table.name.toLowerCase() === wanted || table.id === key) ?? null;
}

function add(target: TablesTarget, args: Arguments, host: Host): TableTarget {
  const home = target.sheet ?? host.workbook.sheets.find((sheet) => sheet.id === host.workbook.activeSheet)!;
  const { sheet, areas } = rangeArgument(host, home, args, 0);
  if (target.sheet && sheet !== target.sheet) throw invalidArgument("range of another sheet");
  host.editSheet(sheet);
  const hasHeaders = args.flag(1);
  let area = areaOf({ sheet, areas });
  if (sheet.tables.some((table) => intersection(table.area, area))) throw invalidArgument("tables overlap");
  if (!hasHeaders) {
    insertCells(host, sheet, { ...area, rows: 1 }, "Down");
    area = { ...area, rows: area.rows + 1 };
  } else if (area.rows === 1) area = { ...area, rows: 2 };
  const table: TableModel = {
    id: host.newObjectId(),
    name: freeTableName(host),
    area,
    showHeaders: true,
    showTotals: false,
    style: "TableStyleMedium2",
    showBandedRows: true,
    showFilterButton: true,
  };
  nameColumns(host, sheet, table, hasHeaders);
  sheet.tables.push(table);
  return { sheet, table };
}

/** Header cells are text, none blank, none twice: Excel makes them so. */
function nameColumns(host: Host, sheet: SheetModel, { area }: TableModel, hasHeaders: boolean): void {
  const taken = new Set<string>();
  const names = Array.from({ length: area.columns }, (_, index) => {
    const given = hasHeaders ? String(readValue(sheet, area.row, area.column + index)) : "";
    const base = given === "" ? `列${index + 1}` : given;
    let name = base;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${base}${copy}`;
    taken.add(name.toLowerCase());
    return name === readValue(sheet, area.row, area.column + index) ? null : `'${name}`;
  });
  if (names.some((name) => name !== null)) enterCells(host, sheet, { ...area, rows: 1 }, [names]);
}

function freeTableName(host: Host): string {
  const taken = new Set([
    ...host.workbook.sheets.flatMap((sheet) => sheet.tables.map((table) => table.name.toLowerCase())),
    ...host.workbook.names.map((name) => name.name.toLowerCase()),
  ]);
  let number = 1;
  while (taken.has(`テーブル${number}`)) number++;
  return `テーブル${number}`;
}
