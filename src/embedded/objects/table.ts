import type { Area } from "../../cells/cell";
import { intersection } from "../model/address";
import { emptyCells } from "../editing/cell-entry";
import { invalidArgument } from "../editing/excel-error";
import type { TableModel } from "../model/model";
import {
  asFlag,
  asText,
  defineClass,
  event,
  navigation,
  objectMethod,
  property,
  sheetProperty,
  sheetMethod,
  editsSheet,
} from "./member";
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
    rows: navigation("1.1", "TableRowCollection", same),
    worksheet: navigation("1.2", "Worksheet", ({ sheet }) => ({ sheet })),
    id: property("1.1", ({ table: model }) => model.id),
    name: sheetProperty(
      "1.1",
      ({ table: model }) => model.name,
      ({ table: model }, value, host) => {
        const name = asText(value);
        if (name.toLowerCase() !== model.name.toLowerCase()) {
          checkName(host, name);
          const names = [...host.workbook.names, ...host.workbook.sheets.flatMap((each) => each.names)];
          if (names.some((other) => other.name.toLowerCase() === name.toLowerCase())) throw invalidArgument("name");
        }
        model.name = name;
      },
    ),
    showBandedRows: flag("1.3", "showBandedRows"),
    showFilterButton: flag("1.3", "showFilterButton"),
    showHeaders: flag("1.1", "showHeaders"),
    showTotals: sheetProperty(
      "1.1",
      ({ table: model }) => model.showTotals,
      ({ table: model }, value) => {
        const show = asFlag(value);
        if (show === model.showTotals) return;
        model.showTotals = show;
        model.area = { ...model.area, rows: model.area.rows + (show ? 1 : -1) };
      },
    ),
    style: sheetProperty(
      "1.1",
      ({ table: model }) => model.style,
      ({ table: model }, value) => {
        model.style = asText(value);
      },
    ),
    clearFilters: sheetMethod("1.2", ({ sheet }) => {
      if (sheet.autoFilter) sheet.autoFilter.filtered = false;
    }),
    convertToRange: editsSheet(
      objectMethod("1.2", "Range", (target) => {
        remove(target);
        return rangeOf(target.sheet, target.table.area);
      }),
    ),
    delete: sheetMethod("1.1", (target, _args, host) => {
      remove(target);
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
    resize: sheetMethod("1.13", ({ sheet, table: model }, args, host) => {
      const area = areaOf(rangeOnSheet(host, sheet, args, 0));
      const meets = intersection(area, model.area) !== null && area.row === model.area.row;
      if (!meets || sheet.tables.some((other) => other !== model && intersection(other.area, area))) {
        throw invalidArgument("new range");
      }
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
  return sheetProperty<TableTarget>(
    api,
    ({ table: model }) => model[key],
    ({ table: model }, value) => {
      model[key] = asFlag(value);
    },
  );
}

function remove({ sheet, table: model }: TableTarget): void {
  sheet.tables.splice(sheet.tables.indexOf(model), 1);
}

function lastRow(area: Area): Area {
  return { ...area, row: area.row + area.rows - 1, rows: 1 };
}
