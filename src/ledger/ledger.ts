/**
 * The columns a ledger may have. `field` 分野, `heading` 大項目, `policy` 施策, `measure` 個別事業, `status` 状況,
 * `relisted` 再掲, `original` 参照元, `reason` 理由, `result` 実績, `department` 担当課, `remarks` 備考.
 */
export type ColumnKey =
  | "number"
  | "field"
  | "headingNumber"
  | "heading"
  | "policyNumber"
  | "policy"
  | "measure"
  | "status"
  | "relisted"
  | "original"
  | "reason"
  | "result"
  | "department"
  | "remarks";

/** One row of the ledger. Texts are exactly what the cells show, never normalised; a missing column reads as "". */
export interface Measure {
  /** Zero-based row on the ledger's sheet. */
  readonly row: number;
  readonly number: string;
  readonly field: string;
  readonly headingNumber: string;
  readonly heading: string;
  readonly policyNumber: string;
  readonly policy: string;
  readonly measure: string;
  readonly status: string;
  /** True where the 再掲 column is filled or the name says so, e.g. 「…(再掲)」. */
  readonly relisted: boolean;
  readonly original: string;
  readonly reason: string;
  readonly result: string;
  readonly department: string;
  readonly remarks: string;
  /** What the measure is called: 個別事業, or 施策 where 個別事業 is blank. */
  readonly name: string;
  /** Index into the vocabulary, or -1 for a status outside it (区分外). */
  readonly statusIndex: number;
  /** Index into `Ledger.fields`. */
  readonly fieldIndex: number;
}

/** A ledger as read from a worksheet. */
export interface Ledger {
  readonly sheet: string;
  /** Zero-based sheet row of the header and of the first and last measure (last < first when there is none). */
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Zero-based sheet column of each column that was found. */
  readonly columns: Readonly<Partial<Record<ColumnKey, number>>>;
  /** Header texts as found, by zero-based sheet column, including the columns that mean nothing to us. */
  readonly headers: readonly { readonly column: number; readonly text: string; readonly key: ColumnKey | null }[];
  readonly measures: readonly Measure[];
  /** Display names of the fields in report order: 分野's order first, then order of first appearance. "" stands for no field. */
  readonly fields: readonly string[];
  /**
   * Rows below the header that are no measures, in order: total rows (計, 合計, 小計…), notes, bands and repeated headers
   * wherever they stand, and blank rows between measures.
   */
  readonly skipped?: readonly SkippedRow[];
}

/** A row that was left out of the measures; zero-based row on the ledger's sheet. */
export interface SkippedRow {
  readonly row: number;
  readonly kind: "blank" | "total" | "note";
}

/** Why a sheet could not be read as a ledger. */
export type LedgerProblem =
  | {
      readonly kind: "not-a-ledger";
      readonly sheet: string;
      /** The required columns that were not found, e.g. ["分野", "状況"]. */
      readonly missing: readonly string[];
      /** Header texts of the best candidate row, in order; [] for an empty sheet. */
      readonly seen: readonly string[];
      /** Zero-based sheet column of each text of `seen`, so that the user can say which is what. */
      readonly seenColumns?: readonly number[];
      /** One-based row of that candidate, or 0. */
      readonly row: number;
    }
  | { readonly kind: "empty-ledger"; readonly sheet: string; readonly headerAddress: string }
  | { readonly kind: "error-value"; readonly sheet: string; readonly cell: string; readonly value: string }
  | { readonly kind: "ambiguous"; readonly sheets: readonly string[] }
  | { readonly kind: "no-such-sheet"; readonly sheet: string; readonly sheets: readonly string[] }
  | { readonly kind: "no-ledger"; readonly sheets: readonly string[] };
