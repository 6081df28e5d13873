import { cellText } from "../ledger/cell-text";
import { findTableHeader, type TableHeaders } from "../ledger/header-cells";
import { RECORD_SHEET, RECORD_SHEET_COLUMN } from "../ledger/sheet-names";
import type { SheetSource } from "../ledger/source";

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

/** Header of each part of an entry, in the order of the columns. */
export const RECORD_HEADERS: TableHeaders<keyof RecordEntry> = {
  at: ["作成日時"],
  operation: ["操作"],
  sheet: [RECORD_SHEET_COLUMN],
  ledger: ["台帳"],
  ledgerFingerprint: ["台帳の照合値"],
  contentFingerprint: ["内容の照合値"],
  version: ["版"],
  run: ["実行番号"],
};
/** The parts of an entry, in the order of the columns. */
export const RECORD_KEYS = Object.keys(RECORD_HEADERS) as (keyof RecordEntry)[];

/** Reads 作成記録; null where the sheet is missing or is somebody else's sheet of that name. */
export function parseRecord(source: SheetSource | undefined): OwnershipRecord | null {
  if (source === undefined) return null;
  const header = findTableHeader(source.values, RECORD_HEADERS, RECORD_KEYS);
  if (header === null) return null;
  const at = header.columns as Readonly<Record<keyof RecordEntry, number>>;
  const entries = source.values.slice(header.row + 1).flatMap((cells) => {
    const entry = Object.fromEntries(
      RECORD_KEYS.map((key) => [key, cellText(cells[at[key]])]),
    ) as unknown as RecordEntry;
    return entry.sheet === "" || entry.run === "" ? [] : [entry];
  });
  return {
    entries,
    nextRow: source.row + source.values.length,
    columns: Object.fromEntries(RECORD_KEYS.map((key) => [key, source.column + at[key]])) as Record<
      keyof RecordEntry,
      number
    >,
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
