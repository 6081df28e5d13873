import type { CellValue } from "../cells/cell";
import { cellText } from "./cell-text";
import { exactText, exactValue } from "./exact-text";
import { findTableHeader, type TableHeaders } from "./header-cells";
import type { SheetSource } from "./source";

/*
 * 変更履歴: a visible sheet on which every cell is named that the product changed because somebody asked for it, with what it
 * held before and after, so that it can be put back whenever the workbook is opened again.
 */

/** One change of 変更履歴: a cell, or (`detail` says which) something else. */
export interface HistoryEntry {
  /** Identifies what was done together. */
  readonly run: string;
  /** 和暦 with the time. */
  readonly at: string;
  /** What was done, in words. */
  readonly operation: string;
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  readonly before: CellValue;
  readonly after: CellValue;
  /** JSON; "" for a cell. */
  readonly detail: string;
}

/** An entry as it was read; `row` is its zero-based row on the sheet. */
export interface ReadEntry extends HistoryEntry {
  readonly row: number;
  readonly isUndone: boolean;
}

/** The parts of an entry, in the order of the columns. */
export const HISTORY_HEADERS = {
  at: ["日時"],
  operation: ["操作"],
  sheet: ["シート"],
  cell: ["セル"],
  before: ["前"],
  after: ["後"],
  state: ["状態"],
  run: ["実行番号"],
  detail: ["詳細"],
} as const satisfies TableHeaders<string>;
export const HISTORY_KEYS = Object.keys(HISTORY_HEADERS) as (keyof typeof HISTORY_HEADERS)[];

/** What 状態 says of a change that was taken back. */
export const UNDONE = "元に戻した";
/** Excel's limit on the text of one cell. */
const MAX_TEXT = 32_767;

/** Entries as rows of the sheet. A text that no cell can hold with its escapes is not kept, and cannot be put back. */
export function historyRows(entries: readonly HistoryEntry[]): string[][] {
  const kept = (value: CellValue): string => {
    const text = exactText(value);
    return text.length > MAX_TEXT ? "\\?" : text;
  };
  return entries.map(({ at, operation, sheet, cell, before, after, run, detail }) => [
    at,
    operation,
    sheet,
    cell,
    kept(before),
    kept(after),
    "",
    run,
    detail,
  ]);
}

/** Reads 変更履歴, and where its columns are; null where the sheet is missing or is somebody else's. */
export function readHistory(
  source: SheetSource | undefined,
): { readonly entries: readonly ReadEntry[]; readonly stateColumn: number } | null {
  const header = source && findTableHeader(source.values, HISTORY_HEADERS, HISTORY_KEYS);
  if (!source || !header) return null;
  const columns = header.columns as Record<keyof typeof HISTORY_HEADERS, number>;
  const entries = source.values.slice(header.row + 1).flatMap((cells, index): ReadEntry[] => {
    const text = (key: keyof typeof HISTORY_HEADERS) => cellText(cells[columns[key]]);
    const [before, after] = [exactValue(text("before")), exactValue(text("after"))];
    if (text("run") === "" || before === null || after === null) return [];
    return [
      {
        run: text("run"),
        at: text("at"),
        operation: text("operation"),
        sheet: text("sheet"),
        cell: text("cell"),
        before,
        after,
        detail: text("detail"),
        isUndone: text("state") !== "",
        row: source.row + header.row + 1 + index,
      },
    ];
  });
  return { entries, stateColumn: source.column + columns.state };
}
