/* Names of the sheets that the product reads or makes. Only these are fixed; a ledger may be called anything. */

/** What a ledger is usually called, and what a new one is. */
export const LEDGER_SHEET = "台帳";
export const SETTINGS_SHEET = "設定";
export const FIELDS_SHEET = "分野";
export const PLAN_SHEET = "計画";

/** Where the product keeps account of the sheets it made. */
export const RECORD_SHEET = "作成記録";
/** Warnings that somebody has accepted, and why. */
export const ACCEPTED_SHEET = "確認済み";
/** Where every cell is named that the product changed because somebody asked for it. */
export const HISTORY_SHEET = "変更履歴";
/** Counts by field, with charts. */
export const SUMMARY_SHEET = "集計";
/** The plan's evaluation. A field's own sheet is named after the field; see report/sheet-names.ts. */
export const NARRATIVE_SHEET = "評価";
/** What the further columns of a ledger say, a sheet for each kind of column. */
export const INDICATORS_SHEET = "指標一覧";
export const INDICATOR_YEARS_SHEET = "指標の推移";
export const DEPARTMENTS_SHEET = "担当課別";
export const DIRECTIONS_SHEET = "今後の方向性";
export const MONEY_SHEET = "予算・決算";
export const REVIEWS_SHEET = "評価の比較";
export const RESULTS_SHEET = "取組実績";
/** Last year beside this year. */
export const COMPARISON_SHEET = "前年度比較";
export const REGRESSIONS_SHEET = "後退一覧";
export const TURNOVER_SHEET = "新規・廃止";
export const PAIRS_SHEET = "対応表";
/** Names of all of them, in reading order. */
export const COMPARISON_SHEETS = [COMPARISON_SHEET, REGRESSIONS_SHEET, TURNOVER_SHEET, PAIRS_SHEET] as const;
/** Names of the sheets that further columns of a ledger make, in reading order. */
export const DETAIL_SHEETS = [
  INDICATORS_SHEET,
  INDICATOR_YEARS_SHEET,
  DEPARTMENTS_SHEET,
  DIRECTIONS_SHEET,
  MONEY_SHEET,
  REVIEWS_SHEET,
  RESULTS_SHEET,
] as const;
/** Sheets of the booklet; chapters have their number in front, in the order they appear: 「2 分野別」. */
export const BOOKLET_SHEETS = {
  cover: "表紙",
  contents: "目次",
  outline: "概要",
  goals: "分野別",
  measures: "実施状況",
  evaluation: "評価",
  colophon: "奥付",
} as const;
/** Findings of a check. */
export const CHECK_SHEET = "検査結果";
/** Clean copy of the ledger, to be handed in. */
export const SUBMISSION_SHEET = "提出用";
/** What the submitted ledger was checked for, with its fingerprint. */
export const CHECK_RECORD_SHEET = "検査記録";
/** The ledger that was collected from others, and what is said of the collection. */
export const COLLECTED_SHEET = "取りまとめ台帳";
export const SECTIONS_SHEET = "回収状況";
export const FILES_SHEET = "ファイル別";
export const CONFLICTS_SHEET = "食い違い";
export const COLUMNS_SHEET = "列の対応";
