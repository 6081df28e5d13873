import type { ExcelHost } from "../excel/host";
import { readWorkbook } from "../excel/read-workbook";
import { DEFAULT_SETTINGS, type Status } from "../ledger/settings";
import { SETTINGS_SHEET } from "../ledger/sheet-names";
import { newLedger } from "../report/new-ledger";
import type { SheetPlan } from "../report/plan";
import { sampleSheets, type SampleSheet } from "../report/sample-sheets";
import type { RunControl } from "./actions";
import { writePlans } from "./write-plans";

/** The sample workbook as assets/sample-ledger.json has it. */
export interface SampleWorkbook {
  readonly sheets: readonly SampleSheet[];
}

/** Empty 台帳, 設定, 分野 and 計画, which are the user's from then on. @throws HostError */
export async function writeNewLedger(
  host: ExcelHost,
  control: RunControl,
): Promise<{ readonly sheets: readonly string[] }> {
  return { sheets: await handOver(host, newLedger(), control) };
}

/** The sample ledger with its 設定, 分野 and 計画, which are the user's from then on. @throws HostError */
export async function writeSample(
  host: ExcelHost,
  sample: SampleWorkbook,
  control: RunControl,
): Promise<{ readonly sheets: readonly string[] }> {
  return { sheets: await handOver(host, sampleSheets(sample.sheets), control) };
}

/** A 設定 sheet with the proposed 状況区分, to be read and corrected by the user. @throws HostError */
export async function writeProposal(
  host: ExcelHost,
  statuses: readonly Status[],
  control: RunControl,
): Promise<{ readonly sheet: string }> {
  const plans = newLedger({ ...DEFAULT_SETTINGS, statuses }).filter(({ name }) => name === SETTINGS_SHEET);
  const [sheet] = await handOver(host, plans, control);
  return { sheet: sheet! };
}

async function handOver(host: ExcelHost, plans: readonly SheetPlan[], control: RunControl): Promise<readonly string[]> {
  const workbook = await readWorkbook(host);
  const request = { operation: "", ledger: "", ledgerFingerprint: "", handedOver: true };
  const { sheets } = await writePlans(host, workbook, plans, request, control);
  return sheets.map(({ name }) => name);
}
