import type { LevelKey } from "./columns/column-words";

/**
 * What a column of a ledger is. Levels from the top: `field` 分野, `heading` 大項目, `policy` 施策, `action` 取組, `measure` 個別事業;
 * `status` 状況, `review` an evaluation beside the status that counts, `opinion` its text, `relisted` 再掲, `original` 参照元,
 * `flag` 重点, `reason` 理由, `result` 実績, `issue` 課題, `next` 改善策, `outline` 概要, `department` 担当課, `remarks` 備考,
 * `direction` 今後の方向性, `period` 実施期間. Of an indicator: `indicator` its name, `unit`, `indicatorKind` (活動, 成果),
 * `improvement` (上向き, 下向き, 維持), `source` 出典, `base` 基準値, `target` 目標値, `actual` 実績値, `rate` 達成率. Money:
 * `budget` 予算, `settled` 決算.
 */
export type ColumnKey =
  | "number"
  | "field"
  | "headingNumber"
  | "heading"
  | "policyNumber"
  | "policy"
  | "action"
  | "measure"
  | "status"
  | "review"
  | "opinion"
  | "relisted"
  | "original"
  | "flag"
  | "reason"
  | "result"
  | "issue"
  | "next"
  | "outline"
  | "department"
  | "remarks"
  | "direction"
  | "period"
  | "indicator"
  | "unit"
  | "indicatorKind"
  | "improvement"
  | "source"
  | "base"
  | "target"
  | "actual"
  | "rate"
  | "budget"
  | "settled";

/** A column of a ledger and what it was taken for. */
export interface ColumnReading {
  /** Zero-based sheet column. */
  readonly column: number;
  /** The header as written; where it has bands, all of them from the top: 「令和6年度 › 目標値」. */
  readonly text: string;
  /** What it is, null where nothing uses it. */
  readonly key: ColumnKey | null;
  /** Western fiscal year that the header or its band names; null where none. */
  readonly year: number | null;
  /** Who evaluates or which round it is: 自己, 一次, 外部, 最終…; "" where the header says nothing. */
  readonly stage: string;
  /** Which indicator of a measure the column belongs to, from 1; 0 where it belongs to none. */
  readonly index: number;
  /** Unit in the header's brackets (千円), else that of the table (単位：千円); "" where neither says one. */
  readonly unit: string;
  /**
   * What decided: the user's choice, 列の対応 on 設定, the whole header being a known word, a known word at its end, or the cells
   * under it; `none` where nothing did.
   */
  readonly by: "choice" | "settings" | "header" | "word" | "content" | "none";
}

/** A level of the plan as the ledger has it. */
export interface Level {
  readonly key: LevelKey;
  /** The plan's own word: the header without notes, e.g. 基本目標. */
  readonly name: string;
  /** Zero-based sheet column; -1 where the level stands in rows of its own between the measures. */
  readonly column: number;
}

/** The columns of one indicator: zero-based sheet columns, those by year in the order of the years. */
export interface IndicatorColumns {
  /** 活動, 成果 or "". */
  readonly kind: string;
  readonly name: number | null;
  readonly unit: number | null;
  readonly kindColumn: number | null;
  readonly improvement: number | null;
  readonly source: number | null;
  readonly base: number | null;
  readonly targets: readonly YearColumn[];
  readonly actuals: readonly YearColumn[];
  readonly rates: readonly YearColumn[];
}

/** A column and the fiscal year it is of, null where its header names none. */
export interface YearColumn {
  readonly column: number;
  readonly year: number | null;
}

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
  readonly action: string;
  readonly measure: string;
  readonly status: string;
  /** True where the 再掲 column is filled or the name says so, e.g. 「…(再掲)」. */
  readonly relisted: boolean;
  readonly original: string;
  readonly reason: string;
  readonly result: string;
  readonly department: string;
  readonly remarks: string;
  /** What the measure is called: the text of the lowest level that is filled. */
  readonly name: string;
  /** Index into the vocabulary, or -1 for a status outside it (区分外). */
  readonly statusIndex: number;
  /** Index into `Ledger.fields`. */
  readonly fieldIndex: number;
}

/** A ledger as read from a worksheet. */
export interface Ledger {
  readonly sheet: string;
  /** Zero-based sheet row of the header's last row and of the first and last measure (last < first when there is none). */
  readonly headerRow: number;
  /** Zero-based sheet row of the header's first row: above `headerRow` where it has bands. */
  readonly headerTop: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Zero-based sheet column of each kind of column; of several, that of the year and stage that the ledger is about. */
  readonly columns: Readonly<Partial<Record<ColumnKey, number>>>;
  /** Every column with a header, in sheet order, including those that nothing uses. */
  readonly headers: readonly ColumnReading[];
  /** From the top to the measures. */
  readonly levels: readonly Level[];
  /** Western fiscal year that the ledger is about, and what says so; null where nothing does. */
  readonly year: { readonly year: number; readonly by: "choice" | "settings" | "title" | "columns" } | null;
  /** What stands above the header: the title, and when the figures are of (「令和6年度末」); "" where nothing does. */
  readonly title: string;
  readonly asOf: string;
  /** The indicators a measure may have, in sheet order. */
  readonly indicators: readonly IndicatorColumns[];
  /** Where the status is marked in one column per class (○ under 達成, 未達成, 中止): those columns. */
  readonly statusMarks?: readonly { readonly column: number; readonly status: string }[];
  /** Levels whose blank cells were read as the cell above them, and how many cells that were. */
  readonly filledDown: readonly { readonly key: LevelKey; readonly cells: number }[];
  /** Levels written partly in every row and partly in the first row of a group only: their blank cells were read as blank. */
  readonly unclearLevels: readonly LevelKey[];
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
  /** `header`: the header once more; `band`: the field in a row of its own; `continued`: a further indicator of the measure above. */
  readonly kind: "blank" | "total" | "note" | "header" | "band" | "continued";
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
  | {
      /** Several columns could be the same thing, and neither year nor stage tells them apart. */
      readonly kind: "ambiguous-columns";
      readonly sheet: string;
      readonly key: ColumnKey;
      /** `cell`: A1 address of the header. */
      readonly candidates: readonly { readonly column: number; readonly cell: string; readonly text: string }[];
    }
  | {
      readonly kind: "ambiguous";
      readonly sheets: readonly string[];
      /** True where all of them have the same header: a sheet for each section, 柱 or year, or copies. */
      readonly sameHeader?: boolean;
    }
  | { readonly kind: "no-such-sheet"; readonly sheet: string; readonly sheets: readonly string[] }
  | { readonly kind: "no-ledger"; readonly sheets: readonly string[] };
