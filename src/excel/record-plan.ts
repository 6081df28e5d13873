import type { CellValue } from "../cells/cell";
import { RECORD_HEADERS, RECORD_KEYS, type RecordColumns, type RecordEntry } from "../ledger/own-sheets";
import { RECORD_SHEET } from "../ledger/sheet-names";
import { formatEraDate, tokyoDate, tokyoTime } from "../ledger/wareki";
import type { SheetPlan } from "../report/plan";

const PURPOSE = [
  "施策評価アドインが作成したシートの記録です。次に作成するとき、ここに記録があり、その後だれも手を加えていないシートだけを新しいものに置き換えます。",
  "行を直したり消したりすると、前のシートは置き換えられずに残ります。記録が不要になったら、このシートごと削除してかまいません。",
];
const HEADER_ROW = 4;
/** Rows below the header whose font is set in advance. */
const ROWS_SET = 500;

/** The empty 作成記録: what it is for, and its header. */
export function recordPlan(name: string = RECORD_SHEET): SheetPlan {
  const columns = RECORD_KEYS.length;
  const row = (at: number): { row: number; column: number; rows: number; columns: number } => ({
    row: at,
    column: 0,
    rows: 1,
    columns,
  });
  return {
    name,
    // People look at it and the product goes on filling it, so the rows to come are set too.
    kind: "input",
    blocks: [
      { row: 0, column: 0, cells: [[RECORD_SHEET]] },
      { row: 1, column: 0, cells: PURPOSE.map((sentence) => [sentence]) },
      { row: HEADER_ROW, column: 0, cells: [RECORD_KEYS.map((key) => RECORD_HEADERS[key][0]!)] },
    ],
    roles: [
      { role: "body", areas: [{ row: 0, column: 0, rows: HEADER_ROW + 1 + ROWS_SET, columns }] },
      { role: "title", areas: [{ row: 0, column: 0, rows: 1, columns: 1 }] },
      { role: "note", areas: [{ row: 1, column: 0, rows: PURPOSE.length, columns: 1 }] },
      { role: "tableHeader", areas: [row(HEADER_ROW)] },
    ],
    columnWidths: [24, 14, 22, 16, 22, 22, 8, 18, 30],
    rowHeights: [{ row: 0, rows: 1, height: 27 }],
    charts: [],
    links: [],
    page: {
      orientation: "Landscape",
      margins: { top: 57, bottom: 57, left: 43, right: 43, header: 28, footer: 28 },
      printArea: { row: 0, column: 0, rows: HEADER_ROW + 1, columns },
      grows: true,
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    },
    freezeRows: HEADER_ROW + 1,
  };
}

/** Where the first entry goes on a sheet made from `recordPlan`. */
export const FIRST_ENTRY_ROW = HEADER_ROW + 1;
/** The columns of a sheet made from `recordPlan`. */
export const FIRST_COLUMNS = Object.fromEntries(RECORD_KEYS.map((key, column) => [key, column])) as RecordColumns;

/** Entries as cells of the record's columns, from the leftmost to the rightmost; null where a column is not the record's. */
export function recordCells(columns: RecordColumns, entries: readonly RecordEntry[]): (CellValue | null)[][] {
  const places = Object.values(columns);
  const first = Math.min(...places);
  const width = Math.max(...places) - first + 1;
  return entries.map((entry) => {
    const cells = new Array<CellValue | null>(width).fill(null);
    for (const key of RECORD_KEYS) {
      const column = columns[key];
      if (column !== undefined) cells[column - first] = entry[key] ?? "";
    }
    return cells;
  });
}

/** A moment as 作成日時 shows it, in 和暦 and Japanese time: 平成23年3月31日 17:05. */
export function recordedMoment(moment: Date): string {
  return `${formatEraDate(tokyoDate(moment))} ${tokyoTime(moment)}`;
}
