import type { CellValue } from "../cells/cell";
import type { SheetSource } from "../ledger/source";
import { toHostError } from "./errors";
import { escapeText } from "./escape-text";
import type { ExcelHost } from "./host";
import { untracked } from "./support";

/*
 * Sheets that the product goes on filling below what people may have written there, and in which it says of a row what became
 * of it.
 */

/** Rows in which the header must stand for rows to be added. */
const HEAD = "A1:Z30";

/**
 * Adds rows of texts below everything that a sheet holds.
 *
 * @param isOurs whether the sheet's beginning has the header
 * @returns false where the sheet is not there, or is somebody else's
 * @throws HostError
 */
export async function appendRows(
  host: ExcelHost,
  sheetName: string,
  isOurs: (head: SheetSource) => boolean,
  rows: readonly (readonly string[])[],
): Promise<boolean> {
  try {
    return await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName);
      const head = untracked(sheet.getRange(HEAD));
      head.load("values");
      await context.sync();
      if (sheet.isNullObject) return false;
      if (!isOurs({ name: sheetName, row: 0, column: 0, values: head.values as CellValue[][] })) return false;
      const cells = rows.map((row) => row.map((cell) => escapeText(cell)));
      const lastRow = untracked(untracked(sheet.getUsedRange(true)).getLastRow());
      const nextRow = untracked(untracked(lastRow.getEntireRow()).getOffsetRange(1, 0));
      const first = untracked(nextRow.getCell(0, 0));
      untracked(first.getResizedRange(cells.length - 1, cells[0]!.length - 1)).values = cells;
      await context.sync();
      return true;
    });
  } catch (error) {
    throw toHostError(error);
  }
}

/** What a sheet holds; undefined where it is not there. @throws HostError */
export async function readRows(host: ExcelHost, sheetName: string): Promise<SheetSource | undefined> {
  try {
    return await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName);
      const used = untracked(sheet.getUsedRangeOrNullObject(true));
      used.load("rowIndex,columnIndex,values");
      await context.sync();
      if (sheet.isNullObject || used.isNullObject) return undefined;
      const { rowIndex: row, columnIndex: column, values } = used;
      return { name: sheetName, row, column, values: values as CellValue[][] };
    });
  } catch (error) {
    throw toHostError(error);
  }
}

/** Writes into a column what became of rows, given by their zero-based numbers. @throws HostError */
export async function markRows(
  host: ExcelHost,
  sheetName: string,
  rows: readonly number[],
  column: number,
  text: string,
): Promise<void> {
  if (rows.length === 0) return;
  try {
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(sheetName);
      for (const { first, count } of runsOf(rows)) {
        untracked(sheet.getRangeByIndexes(first, column, count, 1)).values = Array.from({ length: count }, () => [
          text,
        ]);
      }
      await context.sync();
    });
  } catch (error) {
    throw toHostError(error);
  }
}

function runsOf(rows: readonly number[]): { readonly first: number; readonly count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const row of [...rows].sort((one, other) => one - other)) {
    const run = runs[runs.length - 1];
    if (run !== undefined && run.first + run.count === row) run.count++;
    else runs.push({ first: row, count: 1 });
  }
  return runs;
}
