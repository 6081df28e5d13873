import type { Host } from "../editing/host";
import type { SheetModel, WorkbookModel } from "../model/model";
import { checkSheetName, freeSheetName } from "../editing/sheets";
import { findSheet, newSheetModel } from "../model/workbook";
import { defineClass, event, method, objectMethod, type Arguments } from "./member";
import { found, type SheetTarget } from "./targets";

/** Excel.WorksheetCollection */
export const worksheetCollection = defineClass<WorkbookModel>({
  name: "WorksheetCollection",
  collection: {
    item: "Worksheet",
    list: (book) => book.sheets.map(target),
    find: (book, key) => (typeof key === "string" ? find(book, key) : null),
  },
  members: {
    add: objectMethod("1.1", "Worksheet", (book, args, host) => target(addSheet(host, book, args.optionalText(0)))),
    getActiveWorksheet: objectMethod("1.1", "Worksheet", (book) =>
      target(found(book.sheets.find((sheet) => sheet.id === book.activeSheet))),
    ),
    getCount: method("1.4", (book, args) => shown(book, args).length),
    getFirst: objectMethod("1.5", "Worksheet", (book, args) => target(found(shown(book, args)[0]))),
    getItem: objectMethod("1.1", "Worksheet", (book, args) => found(find(book, args.text(0)))),
    getItemOrNullObject: objectMethod("1.4", "Worksheet", (book, args) => find(book, args.text(0))),
    getLast: objectMethod("1.5", "Worksheet", (book, args) => target(found(shown(book, args).at(-1)))),
    onActivated: event("1.7"),
    onAdded: event("1.7"),
    onCalculated: event("1.8"),
    onChanged: event("1.9"),
    onColumnSorted: event("1.10"),
    onDeactivated: event("1.7"),
    onDeleted: event("1.7"),
    onFormatChanged: event("1.9"),
    onFormulaChanged: event("1.13"),
    onMoved: event("1.17"),
    onNameChanged: event("1.17"),
    onProtectionChanged: event("1.14"),
    onRowHiddenChanged: event("1.11"),
    onRowSorted: event("1.10"),
    onSelectionChanged: event("1.9"),
    onSingleClicked: event("1.10"),
    onVisibilityChanged: event("1.17"),
  },
});

function target(sheet: SheetModel): SheetTarget {
  return { sheet };
}

/** Sheets are found by name or by id. */
function find(book: WorkbookModel, key: string): SheetTarget | null {
  const sheet = findSheet(book, key) ?? book.sheets.find((candidate) => candidate.id === key);
  return sheet ? target(sheet) : null;
}

function shown(book: WorkbookModel, args: Arguments): SheetModel[] {
  return args.flag(0) ? book.sheets.filter((sheet) => sheet.visibility === "Visible") : book.sheets;
}

function addSheet(host: Host, book: WorkbookModel, name: string | undefined): SheetModel {
  host.editStructure();
  if (name !== undefined) checkSheetName(book, name);
  const sheet = newSheetModel(name ?? freeSheetName(book), host.newSheetId());
  const pattern = book.sheets[0];
  if (pattern) {
    sheet.defaultColumnWidth = pattern.defaultColumnWidth;
    sheet.defaultRowHeight = pattern.defaultRowHeight;
  }
  book.sheets.push(sheet);
  return sheet;
}
