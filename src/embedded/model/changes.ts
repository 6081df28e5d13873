import type { SheetModel } from "./model";

/*
 * What of a sheet is no longer as the opened file has it: saving copies the rest byte for byte. A sheet that came from no
 * file is written as a whole, so nothing is noted.
 */

/** Notes that a cell has other contents; its key is `cellKey`'s. */
export function noteCell(sheet: SheetModel, key: number): void {
  if (sheet.part !== null) sheet.changed.cells.add(key);
}

/** Notes that something of a sheet besides the contents of its cells may have changed; saving finds out what. */
export function noteSheet(sheet: SheetModel): void {
  if (sheet.part !== null) sheet.changed.other = true;
}
