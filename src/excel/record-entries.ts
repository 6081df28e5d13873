import { areaAddress, type CellValue } from "../ledger/cell";
import { escapeText } from "./escape-text";
import type { OwnershipRecord, RecordEntry } from "./own-sheets";
import { recordCells } from "./record-plan";
import { untracked } from "./support";

/** Writes entries below those that a record has. */
export function appendEntries(sheet: Excel.Worksheet, record: OwnershipRecord, entries: readonly RecordEntry[]): void {
  const cells = recordCells(record, entries);
  const column = Math.min(...Object.values(record.columns));
  const area = { row: record.nextRow, column, rows: cells.length, columns: cells[0]?.length ?? 0 };
  // Null leaves a column that somebody has put between ours as it is.
  untracked(sheet.getRange(areaAddress(area))).values = cells.map((row) =>
    row.map((cell) => (typeof cell === "string" ? escapeText(cell) : (cell as CellValue))),
  );
}
