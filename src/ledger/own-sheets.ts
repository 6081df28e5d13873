import { cellText } from "./cell-text";
import { findTableHeader, type TableHeaders } from "./header-cells";
import {
  ACCEPTED_SHEET,
  CHECK_RECORD_SHEET,
  FIELDS_SHEET,
  HISTORY_SHEET,
  PLAN_SHEET,
  RECORD_SHEET,
  SETTINGS_SHEET,
} from "./sheet-names";
import type { SheetSource, SheetSummary, WorkbookSource } from "./source";

/*
 * Which sheets of a workbook are the product's own. 作成記録, a visible sheet on which it keeps account of the sheets that it
 * made and took away again, is the only proof: a sheet is never taken for its own because of its name.
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
  /** Columns of the ledger that the run did not use, said once for each run. */
  readonly unused?: string;
}

/** Zero-based sheet column of each part of an entry; records of earlier versions have none for unused columns. */
export type RecordColumns = Readonly<Record<Exclude<keyof RecordEntry, "unused">, number>> & {
  readonly unused?: number;
};

/** 作成記録 as it was read. */
interface OwnershipRecord {
  /** Name of the sheet it stands on. */
  readonly sheet: string;
  /** From the oldest to the latest. */
  readonly entries: readonly RecordEntry[];
  readonly columns: RecordColumns;
}

/** What 作成記録 says of a workbook. */
interface OwnSheets {
  /** Null before any run, and where somebody has thrown the record away. */
  readonly record: OwnershipRecord | null;
  /** Latest entry of each sheet that a run made, that none took away again and that still is there, by the sheet's name. */
  readonly made: ReadonlyMap<string, RecordEntry>;
  /** The latest run of which sheets are left, with those sheets in the order they were made; null where there are none. */
  readonly latest: { readonly run: string; readonly sheets: readonly string[] } | null;
  /** Name of the sheet that the latest 検査記録 stands on, if there is one. */
  readonly checkRecord: string;
}

/** What 操作 says of a sheet that was taken away again. */
export const REMOVED = "取り消し";

/** Header of each part of an entry, in the order of the columns. */
export const RECORD_HEADERS: TableHeaders<keyof RecordColumns> = {
  at: ["作成日時"],
  operation: ["操作"],
  sheet: ["シート"],
  ledger: ["台帳"],
  ledgerFingerprint: ["台帳の照合値"],
  contentFingerprint: ["内容の照合値"],
  version: ["版"],
  run: ["実行番号"],
  unused: ["使わなかった列"],
};
/** The parts of an entry, in the order of the columns. */
export const RECORD_KEYS = Object.keys(RECORD_HEADERS) as (keyof RecordColumns)[];
const NEEDED_KEYS = RECORD_KEYS.filter((key) => key !== "unused");

/** Names that 作成記録 may have: its own, or the next where somebody else has a sheet of that name. */
export const RECORD_SHEETS: readonly string[] = [RECORD_SHEET, `${RECORD_SHEET} (2)`];

/** The name of 検査記録, or one it takes where another sheet has that: 「検査記録 (2)」. */
const CHECK_RECORD = new RegExp(`^${CHECK_RECORD_SHEET}( \\(\\d+\\))?$`);

/** Which sheets of the workbook are the product's own; reads what stands on `RECORD_SHEETS`. */
export function ownSheets({ sheets, read }: Pick<WorkbookSource, "sheets" | "read">): OwnSheets {
  const record = RECORD_SHEETS.map((name) => parseRecord(read.get(name))).find((found) => found !== null) ?? null;
  const entries = record?.entries ?? [];
  const present = new Set(sheets.map(({ name }) => name));
  const made = new Map<string, RecordEntry>();
  for (const entry of entries) {
    if (entry.operation === REMOVED) made.delete(entry.sheet);
    else if (present.has(entry.sheet)) made.set(entry.sheet, entry);
  }
  const left = entries.filter((entry) => made.get(entry.sheet) === entry);
  const run = left[left.length - 1]?.run;
  const checkRecord = left.filter(({ sheet }) => CHECK_RECORD.test(sheet)).pop();
  return {
    record,
    made,
    latest:
      run === undefined ? null : { run, sheets: left.filter((entry) => entry.run === run).map(({ sheet }) => sheet) },
    checkRecord: checkRecord?.sheet ?? CHECK_RECORD_SHEET,
  };
}

/** The sheets of the workbook that may hold a ledger, in its order: all but 設定, 分野, 計画, 確認済み, 変更履歴 and the product's own. */
export function ledgerSheets(workbook: Pick<WorkbookSource, "sheets" | "read">): readonly SheetSummary[] {
  const { record, made } = ownSheets(workbook);
  const others = [SETTINGS_SHEET, FIELDS_SHEET, PLAN_SHEET, ACCEPTED_SHEET, HISTORY_SHEET, record?.sheet];
  return workbook.sheets.filter(({ name }) => !others.includes(name) && !made.has(name));
}

/** Reads 作成記録; null where the sheet is missing or is somebody else's sheet of that name. */
export function parseRecord(source: SheetSource | undefined): OwnershipRecord | null {
  if (source === undefined) return null;
  const header = findTableHeader(source.values, RECORD_HEADERS, NEEDED_KEYS);
  if (header === null) return null;
  const at = header.columns as RecordColumns;
  const entries = source.values.slice(header.row + 1).flatMap((cells) => {
    const entry = Object.fromEntries(
      RECORD_KEYS.flatMap((key) => {
        const text = at[key] === undefined ? "" : cellText(cells[at[key]]);
        // What an entry does not say of unused columns it does not hold.
        return key === "unused" && text === "" ? [] : [[key, text]];
      }),
    ) as unknown as RecordEntry;
    return entry.sheet === "" || entry.run === "" ? [] : [entry];
  });
  const columns = Object.fromEntries(
    RECORD_KEYS.flatMap((key) => (at[key] === undefined ? [] : [[key, source.column + at[key]]])),
  ) as unknown as RecordColumns;
  return { sheet: source.name, entries, columns };
}
