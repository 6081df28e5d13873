import type { ExcelHost } from "../excel/host";
import type { OpenWorkbook } from "../excel/read-workbook";
import { writeReport, type ReportRequest, type WrittenReport } from "../excel/write-report";
import type { WorkingMessages } from "../messages";
import type { SheetPlan } from "../report/plan";
import type { RunControl } from "./actions";
import { VERSION } from "./version";

/** What 作成記録 says of the sheets, and how they are written. */
type PlansRequest = Pick<
  ReportRequest,
  "operation" | "ledger" | "ledgerFingerprint" | "unused" | "handedOver" | "rateDecimals" | "isSameLedger"
>;

/** Writes sheet plans, completely or not at all, under this product's version and the caller's control. @throws HostError */
export function writePlans(
  host: ExcelHost,
  workbook: OpenWorkbook,
  plans: readonly SheetPlan[],
  request: PlansRequest,
  control: RunControl,
): Promise<WrittenReport> {
  return writeReport(host, {
    ...request,
    plans,
    workbook,
    version: VERSION,
    now: control.today,
    ...(control.signal === undefined ? {} : { signal: control.signal }),
    ...(control.onProgress === undefined ? {} : { onProgress: control.onProgress }),
  });
}

/** What happened to the workbook while the sheets were being written, in sentences for the one who asked for them. */
export function meanwhile(written: WrittenReport, { actions }: WorkingMessages): string[] {
  const { changed, unrecorded, droppedNote, unpaged } = written;
  return [
    ...(changed.length > 0 ? [actions.changedMeanwhile(changed)] : []),
    ...(unrecorded.length > 0 ? [actions.unrecorded(unrecorded)] : []),
    ...(unpaged.length > 0 ? [actions.unpaged(unpaged)] : []),
    ...(droppedNote ? [actions.droppedNote] : []),
  ];
}
