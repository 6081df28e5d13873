/** Names of the sheets the product knows by name; a ledger may be called anything else. */
/** What a ledger is usually called, and what a new one is. */
export const LEDGER_SHEET = "台帳";
export const SETTINGS_SHEET = "設定";
export const FIELDS_SHEET = "分野";
export const PLAN_SHEET = "計画";
/** Where the product keeps account of the sheets it made. */
export const RECORD_SHEET = "作成記録";
/** Header of the column of 作成記録 that names the sheets. */
export const RECORD_SHEET_COLUMN = "シート";

/** True for 設定, 分野, 計画 and 作成記録: sheets that are never a ledger. */
export function isKnownSheet(name: string): boolean {
  return name === SETTINGS_SHEET || name === FIELDS_SHEET || name === PLAN_SHEET || name === RECORD_SHEET;
}
