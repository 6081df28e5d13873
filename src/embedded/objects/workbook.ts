import type { WorkbookModel } from "../model/model";
import { found, type RangeTarget } from "./targets";
import { defineClass, event, method, navigation, objectMethod, property } from "./member";

import { ENGINE_VERSION } from "./application";

/** Excel.Workbook */
export const workbook = defineClass<WorkbookModel>({
  name: "Workbook",
  members: {
    application: navigation("1.1", "Application", (book) => ({ workbook: book })),
    names: navigation("1.1", "NamedItemCollection", (book) => ({ names: book.names })),
    properties: navigation("1.7", "DocumentProperties", (book) => book.properties),
    protection: navigation("1.7", "WorkbookProtection", (book) => book),
    settings: navigation("1.4", "SettingCollection", (book) => book.settings),
    tables: navigation("1.1", "TableCollection", () => ({})),
    worksheets: navigation("1.1", "WorksheetCollection", (book) => book),
    autoSave: property("1.9", () => false),
    calculationEngineVersion: property("1.9", () => ENGINE_VERSION),
    isDirty: property("1.9", () => false),
    name: property("1.7", (book) => book.fileName || "Book1"),
    previouslySaved: property("1.9", (book) => book.fileName !== ""),
    readOnly: property("1.8", (book) => book.readOnly),
    usePrecisionAsDisplayed: property("1.9", () => false),
    getActiveCell: objectMethod("1.7", "Range", (book): RangeTarget => {
      const { row, column } = book.selection.area;
      return { ...selected(book), areas: [{ row, column, rows: 1, columns: 1 }] };
    }),
    getIsActiveCollabSession: method("1.9", () => false),
    getSelectedRange: objectMethod("1.1", "Range", selected),
    getSelectedRanges: objectMethod("1.9", "RangeAreas", selected),
    onActivated: event("1.13"),
    onAutoSaveSettingChanged: event("1.9"),
    onSelectionChanged: event("1.2"),
  },
  internal: {
    _Runtime: navigation("1.5", "Runtime", (book) => book),
  },
});

function selected(book: WorkbookModel): RangeTarget {
  const { sheet: id, area } = book.selection;
  return { sheet: found(book.sheets.find((sheet) => sheet.id === id)), areas: [area] };
}
