import type { TableHeaders } from "../ledger/header-cells";
import { matchKey } from "../ledger/match-key";

/*
 * The tables of 対応表, as they are written and read again: one row for each pair of measures, and before it one for each class
 * of last year that this year's vocabulary does not know. The column 採否, and the class that last year's became, are a person's.
 */

/** What a person says of a pair. */
export const VERDICTS = { same: "採", other: "否" } as const;

/** A column of the pairs. */
export type PairColumn =
  | "verdict"
  | "manner"
  | "lastNumber"
  | "lastField"
  | "lastName"
  | "lastStatus"
  | "lastRow"
  | "nowNumber"
  | "nowField"
  | "nowName"
  | "nowStatus"
  | "nowRow";

/** Headers of the pairs, in the order of the columns. */
export const PAIR_HEADERS: TableHeaders<PairColumn> = {
  verdict: ["採否"],
  manner: ["対応の仕方"],
  lastNumber: ["前年度の番号"],
  lastField: ["前年度の分野"],
  lastName: ["前年度の名称"],
  lastStatus: ["前年度の状況"],
  lastRow: ["前年度の行"],
  nowNumber: ["今年度の番号"],
  nowField: ["今年度の分野"],
  nowName: ["今年度の名称"],
  nowStatus: ["今年度の状況"],
  nowRow: ["今年度の行"],
};
export const PAIR_COLUMNS = Object.keys(PAIR_HEADERS) as readonly PairColumn[];

/** Headers of 区分の対応. */
export const CLASS_HEADERS = {
  last: ["前年度の区分"],
  count: ["前年度の件数"],
  now: ["今年度の区分"],
} as const satisfies TableHeaders<string>;

const SAME = new Set(["採", "採用", "○", "〇", "◯", "同じ", "同一", "はい", "可", "yes", "y", "1"].map(matchKey));
const OTHER = new Set(["否", "不採用", "×", "✕", "別", "違う", "いいえ", "不可", "no", "n", "0"].map(matchKey));

/** What a cell of 採否 says; null where it says nothing that is understood. */
export function readVerdict(text: string): boolean | null {
  const key = matchKey(text);
  if (SAME.has(key)) return true;
  return OTHER.has(key) ? false : null;
}
