import type { CellValue } from "../ledger/cell";
import { cellText } from "../ledger/cell-text";
import { findTableHeader, type TableHeaders } from "../ledger/header-cells";
import { RECORD_SHEET, RECORD_SHEET_COLUMN } from "../ledger/sheet-names";
import type { SheetSource } from "../ledger/source";
import { formatEraDate, tokyoDate } from "../ledger/wareki";
import type { SheetPlan } from "../report/plan";

/*
 * 作成記録: the visible sheet on which the add-in keeps account of the sheets it made. Rows are only ever added. It is the
 * only proof of ownership: a sheet is never taken for the add-in's own because of its name.
 */

/** One row of 作成記録: a sheet that a run made, or (操作 取り消し) took away again. */
export interface RecordEntry {
  /** Identifies the run; the same for all sheets of one run. */
  readonly run: string;
  /** 作成日時 in 和暦. */
  readonly at: string;
  readonly operation: string;
  readonly sheet: string;
  readonly ledger: string;
  readonly ledgerFingerprint: string;
  /** Fingerprint of what was written on the sheet. */
  readonly contentFingerprint: string;
  readonly version: string;
}

/** 作成記録 as it was read; positions are zero-based on its sheet. */
export interface OwnershipRecord {
  readonly entries: readonly RecordEntry[];
  /** Row that the next entry goes to. */
  readonly nextRow: number;
  /** Sheet column of each part of an entry. */
  readonly columns: Readonly<Record<keyof RecordEntry, number>>;
}

/** What 操作 says of a sheet that was taken away again. */
export const REMOVED = "取り消し";

const HEADERS: TableHeaders<keyof RecordEntry> = {
  at: ["作成日時"],
  operation: ["操作"],
  sheet: [RECORD_SHEET_COLUMN],
  ledger: ["台帳"],
  ledgerFingerprint: ["台帳の照合値"],
  contentFingerprint: ["内容の照合値"],
  version: ["版"],
  run: ["実行番号"],
};
const KEYS = Object.keys(HEADERS) as (keyof RecordEntry)[];
const PURPOSE = [
  "施策評価アドインが作成したシートの記録です。次に作成するとき、ここに記録があり、その後だれも手を加えていないシートだけを新しいものに置き換えます。",
  "行を直したり消したりすると、前のシートは置き換えられずに残ります。記録が不要になったら、このシートごと削除してかまいません。",
];
const HEADER_ROW = 4;
/** Rows below the header whose font is set in advance. */
const ROWS_SET = 500;

/** Reads 作成記録; null where the sheet is missing or is somebody else's sheet of that name. */
export function parseRecord(source: SheetSource | undefined): OwnershipRecord | null {
  if (source === undefined) return null;
  const header = findTableHeader(source.values, HEADERS, KEYS);
  if (header === null) return null;
  const at = header.columns as Readonly<Record<keyof RecordEntry, number>>;
  const entries = source.values.slice(header.row + 1).flatMap((cells) => {
    const entry = Object.fromEntries(KEYS.map((key) => [key, cellText(cells[at[key]])])) as unknown as RecordEntry;
    return entry.sheet === "" || entry.run === "" ? [] : [entry];
  });
  return {
    entries,
    nextRow: source.row + source.values.length,
    columns: Object.fromEntries(KEYS.map((key) => [key, source.column + at[key]])) as Record<keyof RecordEntry, number>,
  };
}

/** 作成記録 and the sheet it stands on. */
export interface FoundRecord {
  readonly sheet: string;
  readonly record: OwnershipRecord;
}

/** Names that 作成記録 may have: its own, or the next where somebody else has a sheet of that name. */
export const RECORD_SHEETS = [RECORD_SHEET, `${RECORD_SHEET} (2)`] as const;

/** 作成記録 among the sheets that were read; null before any run. */
export function findRecord(read: ReadonlyMap<string, SheetSource>): FoundRecord | null {
  for (const sheet of RECORD_SHEETS) {
    const record = parseRecord(read.get(sheet));
    if (record !== null) return { sheet, record };
  }
  return null;
}

/** The latest entry of each sheet that the record says is ours and that still is in the workbook, by sheet name. */
export function ownedSheets(
  record: OwnershipRecord | null,
  sheetNames: readonly string[],
): ReadonlyMap<string, RecordEntry> {
  const present = new Set(sheetNames);
  const owned = new Map<string, RecordEntry>();
  for (const entry of record?.entries ?? []) {
    if (entry.operation === REMOVED) owned.delete(entry.sheet);
    else if (present.has(entry.sheet)) owned.set(entry.sheet, entry);
  }
  return owned;
}

/** The run of the record that came last and the sheets it made that are still there and ours; null before any run. */
export function latestRun(
  record: OwnershipRecord | null,
  sheetNames: readonly string[],
): { readonly run: string; readonly sheets: readonly string[] } | null {
  const owned = [...ownedSheets(record, sheetNames).values()];
  const last = record?.entries.filter((entry) => owned.includes(entry)).pop();
  if (last === undefined) return null;
  return { run: last.run, sheets: owned.filter(({ run }) => run === last.run).map(({ sheet }) => sheet) };
}

/** The empty 作成記録: what it is for, and its header. */
export function recordPlan(name: string = RECORD_SHEET): SheetPlan {
  const columns = KEYS.length;
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
      { row: HEADER_ROW, column: 0, cells: [KEYS.map((key) => HEADERS[key][0]!)] },
    ],
    roles: [
      { role: "body", areas: [{ row: 0, column: 0, rows: HEADER_ROW + 1 + ROWS_SET, columns }] },
      { role: "title", areas: [{ row: 0, column: 0, rows: 1, columns: 1 }] },
      { role: "note", areas: [{ row: 1, column: 0, rows: PURPOSE.length, columns: 1 }] },
      { role: "tableHeader", areas: [row(HEADER_ROW)] },
    ],
    columnWidths: [24, 14, 22, 16, 22, 22, 8, 18],
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
export const EMPTY_RECORD: OwnershipRecord = {
  entries: [],
  nextRow: HEADER_ROW + 1,
  columns: Object.fromEntries(KEYS.map((key, column) => [key, column])) as Record<keyof RecordEntry, number>,
};

/** Entries as cells of the record's columns, from the leftmost to the rightmost; null where a column is not the record's. */
export function recordCells(record: OwnershipRecord, entries: readonly RecordEntry[]): (CellValue | null)[][] {
  const places = Object.values(record.columns);
  const first = Math.min(...places);
  const width = Math.max(...places) - first + 1;
  return entries.map((entry) => {
    const cells = new Array<CellValue | null>(width).fill(null);
    for (const key of KEYS) cells[record.columns[key] - first] = entry[key];
    return cells;
  });
}

const TIME = new Intl.DateTimeFormat("ja-JP", {
  timeZone: "Asia/Tokyo",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** A moment as 作成日時 shows it, in 和暦 and Japanese time: 平成23年3月31日 17:05. */
export function recordedMoment(moment: Date): string {
  return `${formatEraDate(tokyoDate(moment))} ${TIME.format(moment)}`;
}
