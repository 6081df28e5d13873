import { HISTORY_HEADERS, HISTORY_KEYS, historyRows, type HistoryEntry } from "../ledger/history";
import { HISTORY_SHEET } from "../ledger/sheet-names";
import { MARGINS } from "./page-setup";
import type { SheetPlan } from "./plan";

const PURPOSE = [
  "施策評価アドインで直したセルの記録です。前の値がそのまま残っているため、ブックを開き直したあとも、一つずつ元に戻せます。",
  "記録が不要になったら、このシートごと削除してかまいません。削除すると、元に戻せなくなります。",
];
const HEADER_ROW = 4;
/** Rows below the header whose font is set in advance. */
const ROWS_SET = 500;

/** 変更履歴 with its first entries. */
export function historySheet(entries: readonly HistoryEntry[]): SheetPlan {
  const columns = HISTORY_KEYS.length;
  const cells = [HISTORY_KEYS.map((key) => HISTORY_HEADERS[key][0]), ...historyRows(entries)];
  return {
    name: HISTORY_SHEET,
    kind: "input",
    blocks: [
      { row: 0, column: 0, cells: [[HISTORY_SHEET]] },
      { row: 1, column: 0, cells: PURPOSE.map((sentence) => [sentence]) },
      { row: HEADER_ROW, column: 0, cells },
    ],
    roles: [
      { role: "body", areas: [{ row: 0, column: 0, rows: HEADER_ROW + 1 + ROWS_SET, columns }] },
      { role: "title", areas: [{ row: 0, column: 0, rows: 1, columns: 1 }] },
      { role: "note", areas: [{ row: 1, column: 0, rows: PURPOSE.length, columns: 1 }] },
      { role: "tableHeader", areas: [{ row: HEADER_ROW, column: 0, rows: 1, columns }] },
    ],
    columnWidths: [24, 18, 14, 9, 30, 30, 12, 16, 20],
    rowHeights: [{ row: 0, rows: 1, height: 27 }],
    charts: [],
    links: [],
    page: {
      orientation: "Landscape",
      margins: MARGINS,
      printArea: { row: 0, column: 0, rows: HEADER_ROW + 1, columns },
      grows: true,
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    },
    freezeRows: HEADER_ROW + 1,
  };
}
