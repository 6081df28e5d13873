import { sheetPrefix, splitSheet } from "../model/address";
import { isSheetName } from "../model/sheet-name";
import { findSheet } from "../model/workbook";
import { noteSheet } from "../model/changes";
import type { Host } from "./host";
import { ExcelError, invalidArgument } from "./excel-error";
import type { SheetModel, WorkbookModel } from "../model/model";
import { namesSheet, rewriteReferences } from "./references";

/**
 * Checks a name for a new sheet, or for `renamed`, by Excel's rules: see `isSheetName`, and unlike every other sheet's
 * without regard to case. Throws InvalidArgument or ItemAlreadyExists.
 */
export function checkSheetName(book: WorkbookModel, name: string, renamed?: SheetModel): void {
  if (!isSheetName(name)) throw invalidArgument("sheet name");
  const taken = findSheet(book, name);
  if (taken && taken !== renamed) throw new ExcelError("ItemAlreadyExists");
}

/** The next free "SheetN". */
export function freeSheetName(book: WorkbookModel): string {
  let number = book.sheets.length + 1;
  while (findSheet(book, `Sheet${number}`)) number++;
  return `Sheet${number}`;
}

/** Renames a sheet; every formula that names it follows. */
export function renameSheet(host: Host, sheet: SheetModel, name: string): void {
  const before = sheet.name;
  if (name === before) return;
  rewriteReferences(
    host,
    (reference) => (namesSheet(reference, before) ? sheetPrefix(name) + splitSheet(reference).address : reference),
    before,
  );
  sheet.name = name;
  noteSheet(sheet);
}

/** Removes a sheet; formulas that name it get #REF!. */
export function deleteSheet(host: Host, sheet: SheetModel): void {
  const { workbook } = host;
  const index = workbook.sheets.indexOf(sheet);
  workbook.sheets.splice(index, 1);
  host.sheetDeleted(sheet);
  rewriteReferences(host, (reference) => (namesSheet(reference, sheet.name) ? "#REF!" : reference), sheet.name);
  host.calculator.sheetRemoved(sheet);
  if (workbook.activeSheet !== sheet.id) return;
  const visible = (candidate: SheetModel): boolean => candidate.visibility === "Visible";
  const next = workbook.sheets.slice(index).find(visible) ?? workbook.sheets.slice(0, index).reverse().find(visible);
  if (next) activateSheet(workbook, next);
}

/** Brings a sheet to the front; what was selected on it before is not remembered. */
export function activateSheet(workbook: WorkbookModel, sheet: SheetModel): void {
  if (workbook.activeSheet === sheet.id) return;
  workbook.activeSheet = sheet.id;
  workbook.selection = { sheet: sheet.id, area: { row: 0, column: 0, rows: 1, columns: 1 } };
}
