import { HISTORY_HEADERS, HISTORY_KEYS, historyRows, type HistoryEntry } from "../ledger/history";
import { HISTORY_SHEET } from "../ledger/sheet-names";
import { keptSheet } from "./kept-sheet";
import type { SheetPlan } from "./plan";

const PURPOSE = [
  "施策評価アドインで直したセルの記録です。前の値がそのまま残っているため、ブックを開き直したあとも、一つずつ元に戻せます。",
  "記録が不要になったら、このシートごと削除してかまいません。削除すると、元に戻せなくなります。",
];

/** 変更履歴 with its first entries. */
export function historySheet(entries: readonly HistoryEntry[]): SheetPlan {
  return keptSheet({
    name: HISTORY_SHEET,
    purpose: PURPOSE,
    header: HISTORY_KEYS.map((key) => HISTORY_HEADERS[key][0]),
    rows: historyRows(entries),
    columnWidths: [24, 18, 14, 9, 30, 30, 12, 16, 20],
  });
}
