import { areaAddress, type CellValue } from "../cells/cell";
import { parseRecord, RECORD_SHEETS, type RecordColumns, type RecordEntry } from "../ledger/own-sheets";
import { escapeText } from "./escape-text";
import { FIRST_COLUMNS, FIRST_ENTRY_ROW, recordCells } from "./record-plan";
import { untracked } from "./support";

/** Writes the first entries of a 作成記録 that nobody has seen yet. */
export function writeFirstEntries(sheet: Excel.Worksheet, entries: readonly RecordEntry[]): void {
  const cells = entryCells(FIRST_COLUMNS, entries);
  const area = { row: FIRST_ENTRY_ROW, column: 0, rows: cells.length, columns: cells[0]?.length ?? 0 };
  untracked(sheet.getRange(areaAddress(area))).values = cells;
}

/** Writes entries below everything that 作成記録 holds when the batch runs, whatever has been typed there since it was read. */
export function appendEntries(sheet: Excel.Worksheet, columns: RecordColumns, entries: readonly RecordEntry[]): void {
  const cells = entryCells(columns, entries);
  const column = Math.min(...Object.values(columns));
  const lastRow = untracked(untracked(sheet.getUsedRange(true)).getLastRow());
  const nextRow = untracked(untracked(lastRow.getEntireRow()).getOffsetRange(1, 0));
  const first = untracked(nextRow.getCell(0, column));
  untracked(first.getResizedRange(cells.length - 1, (cells[0]?.length ?? 1) - 1)).values = cells;
}

/** Null leaves a column that somebody has put between ours as it is. */
function entryCells(columns: RecordColumns, entries: readonly RecordEntry[]): CellValue[][] {
  return recordCells(columns, entries).map((row) =>
    row.map((cell) => (typeof cell === "string" ? escapeText(cell) : (cell as CellValue))),
  );
}

/**
 * Asks for 作成記録 at this point of the batch.
 *
 * @returns after the sync, whether the entries can be read there: false where somebody has moved the record's columns or
 *   renamed its sheet since it was read
 */
export function lookForEntries(sheet: Excel.Worksheet, entries: readonly RecordEntry[]): () => boolean {
  const range = untracked(sheet.getUsedRange(true));
  range.load("rowIndex,columnIndex,values");
  sheet.load("name");
  return () => {
    const { name } = sheet;
    const { rowIndex: row, columnIndex: column, values } = range;
    const found = parseRecord({ name, row, column, values: values as CellValue[][] });
    return (
      RECORD_SHEETS.includes(name) &&
      entries.every(({ run, sheet: made, operation }) =>
        found?.entries.some((entry) => entry.run === run && entry.sheet === made && entry.operation === operation),
      )
    );
  };
}
