import type { ExcelHost } from "../excel/host";
import { readSheet, type OpenWorkbook } from "../excel/read-workbook";
import { ownSheets } from "../ledger/own-sheets";
import { readCheckRecord } from "../validation/check-record";
import type { Survey } from "./actions";

/**
 * Whether the ledger still is what the latest 検査記録 recorded. Null where the workbook has no record, or no ledger to
 * compare. One round trip where the record has another name than its own.
 *
 * @param fingerprint of the ledger as it is now
 * @throws HostError
 */
export async function comparedRecord(
  host: ExcelHost,
  workbook: OpenWorkbook,
  fingerprint: string | undefined,
): Promise<Survey["record"]> {
  if (fingerprint === undefined) return null;
  const record = readCheckRecord(await readSheet(host, workbook, ownSheets(workbook).checkRecord));
  return record && { date: record.date, matches: record.fingerprint === fingerprint };
}
