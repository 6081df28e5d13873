import { HostError, invalidArgument } from "./host-error";
import type { SheetModel, WorkbookModel } from "./model";
import { findSheet } from "./workbook";

const MAX_SHEET_NAME = 31;

/**
 * Checks a name for a new sheet, or for `renamed`, by Excel's rules: 1 to 31 characters, none of \ / ? * : [ ], no
 * apostrophe at either end, not "History", unlike every other sheet's without regard to case.
 * Throws InvalidArgument or ItemAlreadyExists.
 */
export function checkSheetName(book: WorkbookModel, name: string, renamed?: SheetModel): void {
  if (name === "" || name.length > MAX_SHEET_NAME || /[\\/?*:[\]]/.test(name) || /^'|'$/.test(name)) {
    throw invalidArgument("sheet name");
  }
  if (name.toLowerCase() === "history") throw invalidArgument("sheet name");
  const taken = findSheet(book, name);
  if (taken && taken !== renamed) throw new HostError("ItemAlreadyExists");
}

/** The next free "SheetN". */
export function freeSheetName(book: WorkbookModel): string {
  let number = book.sheets.length + 1;
  while (findSheet(book, `Sheet${number}`)) number++;
  return `Sheet${number}`;
}
