import type { ColumnKey, ColumnReading } from "../ledger/ledger";

/* In a file of its own: the pane opens with it, and the words of all headers would come along. */

/* What is read and printed by no part. */
const NEVER: readonly ColumnKey[] = ["source", "flag", "period"];

/** True for a column that no report prints, whatever parts are made: one of unknown meaning, or of a kind without a part. */
export function isNeverPrinted({ key }: Pick<ColumnReading, "key">): boolean {
  return key === null || NEVER.includes(key);
}
