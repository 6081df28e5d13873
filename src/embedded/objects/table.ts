import type { Area } from "../../cells/cell";
import { intersection } from "../model/address";
import { emptyCells } from "../editing/cell-entry";
import type { Host } from "../editing/host";
import { invalidArgument } from "../editing/host-error";
import type { TableModel } from "../model/model";
import { asFlag, asText, defineClass, event, method, navigation, objectMethod, property } from "./member";
import { tableBody } from "../model/tables";
import { checkName } from "./named-item-collection";
import { areaOf, rangeOf, rangeOnSheet, type SheetTarget } from "./targets";

/** One table and its sheet. */
export interface TableTarget extends SheetTarget {
  readonly table: TableModel;
}

/** Excel.Table */
export const table = defineClass<TableTarget>({
  name: "Table",
  identity: { as: "Id", read: ({ table: model }) => model.id },
  members: {
    columns: navigation("1.1", "TableColumnCollection", same),
    worksheet: navigation("1.2", "Worksheet", ({ sheet }) => ({ sheet })),
    id: property("1.1", ({ table: model }) => model.id),
    name: property(
      "1.1",
      ({ table: model }) => model.name,
      ({ sheet, table: model }, value, host) => {
        const name = asText(value);
        if (name.toLowerCase() !== model.name.toLowerCase()) {
          checkName(host, name);
          const names = [...host.workbook.names, ...host.workbook.sheets.flatMap((each) => each.names)];
          if (names.some((other) => other.name.toLowerCase() === name.toLowerCase())) throw invalidArgument("name");
        }
        host.editSheet(sheet);
        model.name = name;
      },
    ),
    showBandedRows: flag("1.3", "showBandedRows"),
    showFilterButton: flag("1.3", "showFilterButton"),
    showHeaders: flag("1.1", "showHeaders"),
    showTotals: property(
      "1.1",
      ({ table: model }) => model.showTotals,
      ({ sheet, table: model }, value, host) => {
        const show = asFlag(value);
        if (show === model.showTotals) return;
        host.editSheet(sheet);
        model.showTotals = show;
        model.area = { ...model.area, rows: model.area.rows + (show ? 1 : -1) };
      },
    ),
    style: property(
      "1.1",
      ({ table: model }) => model.style,
      ({ sheet, table: model }, value, host) => {
        host.editSheet(sheet);
        model.style = asText(value);
      },
    ),
    clearFilters: method("1.2", ({ sheet }, _args, host) => {
      host.editSheet(sheet);
      if (sheet.autoFilter) sheet.autoFilter.filtered = false;
    }),
    convertToRange: objectMethod("1.2", "Range", (target, _args, host) => {
      remove(target, host);
      return rangeOf(target.sheet, target.table.area);
    }),
    delete: method("1.1", (target, _args, host) => {
      remove(target, host);
      emptyCells(host, target.sheet, target.table.area);
    }),
    getDataBodyRange: objectMethod("1.1", "Range", ({ sheet, table: model }) => rangeOf(sheet, tableBody(model))),
    getHeaderRowRange: objectMethod("1.1", "Range", ({ sheet, table: model }) => {
      if (!model.showHeaders) throw invalidArgument("no header row");
      return rangeOf(sheet, { ...model.area, rows: 1 });
    }),
    getRange: objectMethod("1.1", "Range", ({ sheet, table: model }) => rangeOf(sheet, model.area)),
    getTotalRowRange: objectMethod("1.1", "Range", ({ sheet, table: model }) => {
      if (!model.showTotals) throw invalidArgument("no total row");
      return rangeOf(sheet, lastRow(model.area));
    }),
    resize: method("1.13", ({ sheet, table: model }, args, host) => {
      const area = areaOf(rangeOnSheet(host, sheet, args, 0));
      const meets = intersection(area, model.area) !== null && area.row === model.area.row;
      if (!meets || sheet.tables.some((other) => other !== model && intersection(other.area, area))) {
        throw invalidArgument("new range");
      }
      host.editSheet(sheet);
      model.area = area;
    }),
    onChanged: event("1.7"),
    onSelectionChanged: event("1.7"),
  },
});

function same(target: TableTarget): TableTarget {
  return target;
}

function flag(api: "1.1" | "1.3", key: "showBandedRows" | "showFilterButton" | "showHeaders") {
  return property<TableTarget>(
    api,
    ({ table: model }) => model[key],
    ({ sheet, table: model }, value, host) => {
      host.editSheet(sheet);
      model[key] = asFlag(value);
    },
  );
}

function remove({ sheet, table: model }: TableTarget, host: Host): void {
  host.editSheet(sheet);
  sheet.tables.splice(sheet.tables.indexOf(model), 1);
}

function lastRow(area: Area): Area {
  return { ...area, row: area.row + area.rows - 1, rows: 1 };
}
