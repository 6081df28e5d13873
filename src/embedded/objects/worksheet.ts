import type { Host } from "../editing/host";
import { ExcelError, invalidArgument } from "../editing/excel-error";
import { activateSheet, deleteSheet, renameSheet } from "../editing/sheets";
import { checkSheetName } from "../editing/sheets";
import { usedArea } from "../model/workbook";
import {
  asColor,
  asFlag,
  asNumber,
  asOneOf,
  asText,
  asWhole,
  defineClass,
  event,
  method,
  navigation,
  objectMethod,
  property,
  readsValues,
  type Arguments,
  setupProperty,
  sheetProperty,
} from "./member";
import { rangeOf, resolveAddress, resolveAddresses, wholeSheet, type RangeTarget, type SheetTarget } from "./targets";
import { findAllText } from "./range-search";
import type { SheetModel } from "../model/model";

/** Excel.Worksheet */
export const worksheet = defineClass<SheetTarget>({
  name: "Worksheet",
  identity: { as: "Id", read: ({ sheet }) => sheet.id },
  aliases: { Gridlines: "showGridlines", Headings: "showHeadings" },
  members: {
    autoFilter: navigation("1.9", "AutoFilter", same),
    charts: navigation("1.1", "ChartCollection", same),
    customProperties: navigation("1.12", "WorksheetCustomPropertyCollection", same),
    freezePanes: navigation("1.7", "WorksheetFreezePanes", same),
    horizontalPageBreaks: navigation("1.9", "PageBreakCollection", ({ sheet }) => ({ sheet, axis: "row" })),
    names: navigation("1.4", "NamedItemCollection", ({ sheet }) => ({ names: sheet.names, sheet })),
    pageLayout: navigation("1.9", "PageLayout", same),
    protection: navigation("1.2", "WorksheetProtection", same),
    tables: navigation("1.1", "TableCollection", same),
    verticalPageBreaks: navigation("1.9", "PageBreakCollection", ({ sheet }) => ({ sheet, axis: "column" })),
    id: property("1.1", ({ sheet }) => sheet.id),
    name: property(
      "1.1",
      ({ sheet }) => sheet.name,
      ({ sheet }, value, host) => {
        host.editStructure();
        const name = asText(value);
        checkSheetName(host.workbook, name, sheet);
        renameSheet(host, sheet, name);
      },
    ),
    position: property("1.1", ({ sheet }, host) => host.workbook.sheets.indexOf(sheet), moveSheet),
    showGridlines: setupProperty(
      "1.8",
      ({ sheet }) => sheet.showGridlines,
      ({ sheet }, value) => {
        sheet.showGridlines = asFlag(value);
      },
    ),
    showHeadings: setupProperty(
      "1.8",
      ({ sheet }) => sheet.showHeadings,
      ({ sheet }, value) => {
        sheet.showHeadings = asFlag(value);
      },
    ),
    standardHeight: property("1.7", ({ sheet }) => sheet.defaultRowHeight),
    standardWidth: sheetProperty(
      "1.7",
      ({ sheet }) => sheet.defaultColumnWidth,
      ({ sheet }, value) => {
        sheet.defaultColumnWidth = asNumber(value);
      },
    ),
    tabColor: setupProperty(
      "1.7",
      ({ sheet }) => sheet.tabColor,
      ({ sheet }, value, host) => {
        host.editStructure();
        sheet.tabColor = value === "" ? "" : asColor(value);
      },
    ),
    visibility: setupProperty("1.1", ({ sheet }) => sheet.visibility, setVisibility),
    activate: method("1.1", ({ sheet }, _args, host) => {
      if (sheet.visibility !== "Visible") throw new ExcelError("InvalidOperation");
      activateSheet(host.workbook, sheet);
    }),
    calculate: method("1.6", ({ sheet }, _args, host) => {
      host.calculator.recalculateSheet(sheet);
    }),
    delete: method("1.1", ({ sheet }, _args, host) => {
      host.editStructure();
      if (sheet.visibility === "VeryHidden" || !anotherVisible(host, sheet)) throw new ExcelError("InvalidOperation");
      deleteSheet(host, sheet);
    }),
    findAll: readsValues(
      objectMethod("1.9", "RangeAreas", ({ sheet }, args, host) => {
        const found = findAllText(sheet, args, host);
        if (!found) throw new ExcelError("ItemNotFound");
        return found;
      }),
    ),
    findAllOrNullObject: readsValues(
      objectMethod("1.9", "RangeAreas", ({ sheet }, args, host) => findAllText(sheet, args, host)),
    ),
    getCell: objectMethod("1.1", "Range", ({ sheet }, args) =>
      rangeOf(sheet, { row: args.whole(0), column: args.whole(1), rows: 1, columns: 1 }),
    ),
    getNext: objectMethod("1.5", "Worksheet", (target, args, host) => existing(neighbour(target, 1, args, host))),
    getNextOrNullObject: objectMethod("1.5", "Worksheet", (target, args, host) => neighbour(target, 1, args, host)),
    getPrevious: objectMethod("1.5", "Worksheet", (target, args, host) => existing(neighbour(target, -1, args, host))),
    getPreviousOrNullObject: objectMethod("1.5", "Worksheet", (target, args, host) =>
      neighbour(target, -1, args, host),
    ),
    getRange: objectMethod("1.1", "Range", ({ sheet }, args, host): RangeTarget => {
      const address = args.optionalText(0);
      return address === undefined || address === "" ? wholeSheet(sheet) : resolveAddress(host, sheet, address);
    }),
    getRangeByIndexes: objectMethod("1.7", "Range", ({ sheet }, args) =>
      rangeOf(sheet, { row: args.whole(0), column: args.whole(1), rows: args.whole(2), columns: args.whole(3) }),
    ),
    getRanges: objectMethod("1.9", "RangeAreas", ({ sheet }, args, host): RangeTarget => {
      const addresses = args.optionalText(0);
      return addresses === undefined || addresses === "" ? wholeSheet(sheet) : resolveAddresses(host, sheet, addresses);
    }),
    getUsedRange: objectMethod("1.1", "Range", ({ sheet }, args) =>
      // Excel names the first cell where a sheet is empty.
      rangeOf(sheet, usedArea(sheet, args.flag(0)) ?? { row: 0, column: 0, rows: 1, columns: 1 }),
    ),
    getUsedRangeOrNullObject: objectMethod("1.4", "Range", ({ sheet }, args) => {
      const area = usedArea(sheet, args.flag(0));
      return area && rangeOf(sheet, area);
    }),
    onActivated: event("1.7"),
    onCalculated: event("1.8"),
    onChanged: event("1.7"),
    onColumnSorted: event("1.10"),
    onDeactivated: event("1.7"),
    onFormatChanged: event("1.9"),
    onFormulaChanged: event("1.13"),
    onNameChanged: event("1.17"),
    onProtectionChanged: event("1.14"),
    onRowHiddenChanged: event("1.11"),
    onRowSorted: event("1.10"),
    onSelectionChanged: event("1.7"),
    onSingleClicked: event("1.10"),
    onVisibilityChanged: event("1.17"),
  },
  internal: {
    // Microsoft's client finds a neighbour again by its id.
    _GetSheetById: objectMethod("1.7", "Worksheet", (_target, args, host) => sheetById(host, args)),
    _GetAnotherWorksheetById: objectMethod("1.7", "Worksheet", (_target, args, host) => sheetById(host, args)),
  },
});

function same(target: SheetTarget): SheetTarget {
  return target;
}

function moveSheet({ sheet }: SheetTarget, value: unknown, host: Host): void {
  host.editStructure();
  const { sheets } = host.workbook;
  const position = asWhole(value);
  if (position < 0 || position >= sheets.length) throw invalidArgument("position");
  sheets.splice(sheets.indexOf(sheet), 1);
  sheets.splice(position, 0, sheet);
}

function setVisibility({ sheet }: SheetTarget, value: unknown, host: Host): void {
  host.editStructure();
  const visibility = asOneOf(value, ["Visible", "Hidden", "VeryHidden"]);
  if (visibility !== "Visible" && !anotherVisible(host, sheet)) throw new ExcelError("InvalidOperation");
  sheet.visibility = visibility;
  if (visibility !== "Visible" && host.workbook.activeSheet === sheet.id) {
    activateSheet(
      host.workbook,
      host.workbook.sheets.find((other) => other.visibility === "Visible")!,
    );
  }
}

/** A workbook always shows at least one sheet. */
function anotherVisible(host: Host, sheet: SheetModel): boolean {
  return host.workbook.sheets.some((other) => other !== sheet && other.visibility === "Visible");
}

function neighbour({ sheet }: SheetTarget, step: 1 | -1, args: Arguments, host: Host): SheetTarget | null {
  const { sheets } = host.workbook;
  for (let i = sheets.indexOf(sheet) + step; i >= 0 && i < sheets.length; i += step) {
    const candidate = sheets[i]!;
    if (!args.flag(0) || candidate.visibility === "Visible") return { sheet: candidate };
  }
  return null;
}

function existing(target: SheetTarget | null): SheetTarget {
  if (!target) throw new ExcelError("ItemNotFound");
  return target;
}

function sheetById(host: Host, args: Arguments): SheetTarget {
  const sheet = host.workbook.sheets.find((candidate) => candidate.id === args.text(0));
  return existing(sheet ? { sheet } : null);
}
