/* Names of the sheets that the product reads or makes. Only these are fixed; a ledger may be called anything. */

/** What a ledger is usually called, and what a new one is. */
export const LEDGER_SHEET = "台帳";
export const SETTINGS_SHEET = "設定";
export const FIELDS_SHEET = "分野";
export const PLAN_SHEET = "計画";

/** Where the product keeps account of the sheets it made. */
export const RECORD_SHEET = "作成記録";
/** Findings of a check. */
export const CHECK_SHEET = "検査結果";
/** Clean copy of the ledger, to be handed in. */
export const SUBMISSION_SHEET = "提出用";
/** What the submitted ledger was checked for, with its fingerprint. */
export const CHECK_RECORD_SHEET = "検査記録";
