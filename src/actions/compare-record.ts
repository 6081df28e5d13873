import type { OpenWorkbook } from "../excel/read-workbook";
import { CHECK_RECORD_SHEET, readCheckRecord } from "../validation/check-record";
import type { Survey } from "./actions";

/**
 * Whether the ledger still is what 検査記録 recorded. Null where the workbook has no record, or no ledger to compare.
 *
 * @param fingerprint of the ledger as it is now
 */
export function comparedRecord(workbook: OpenWorkbook, fingerprint: string | undefined): Survey["record"] {
  const record = readCheckRecord(workbook.read.get(CHECK_RECORD_SHEET));
  if (record === null || fingerprint === undefined || fingerprint === "") return null;
  return { date: record.date, matches: record.fingerprint === fingerprint };
}
