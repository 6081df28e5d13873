import { HostError, invalidArgument } from "../editing/host-error";
import type { SheetModel, WorkbookModel } from "./model";
import { findSheet } from "./workbook";

const MAX_SHEET_NAME = 31;

/** Whether Excel takes a name for a sheet: 1 to 31 characters, none of \ / ? * : [ ], no apostrophe at either end, not "History". */
export function isSheetName(name: string): boolean {
  if (name === "" || name.length > MAX_SHEET_NAME || /[\\/?*:[\]]/.test(name) || /^'|'$/.test(name)) return false;
  return name.toLowerCase() !== "history";
}

/**
 * Checks a name for a new sheet, or for `renamed`, by Excel's rules: see `isSheetName`, and unlike every other sheet's
 * without regard to case. Throws InvalidArgument or ItemAlreadyExists.
 */
export function checkSheetName(book: WorkbookModel, name: string, renamed?: SheetModel): void {
  if (!isSheetName(name)) throw invalidArgument("sheet name");
  const taken = findSheet(book, name);
  if (taken && taken !== renamed) throw new HostError("ItemAlreadyExists");
}

/** The next free "SheetN". */
export function freeSheetName(book: WorkbookModel): string {
  let number = book.sheets.length + 1;
  while (findSheet(book, `Sheet${number}`)) number++;
  return `Sheet${number}`;
}
