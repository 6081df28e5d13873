import { applyEdits } from "../excel/apply-edits";
import type { ExcelHost } from "../excel/host";
import { readWorkbook } from "../excel/read-workbook";
import { DEFAULT_SETTINGS, type Status } from "../ledger/settings";
import { SETTINGS_SHEET } from "../ledger/sheet-names";
import type { WorkingMessages } from "../messages";
import { newLedger } from "../report/new-ledger";
import type { SheetPlan } from "../report/plan";
import { sampleSheets, type SampleSheet } from "../report/sample-sheets";
import { settingsEdits, type SettingsChange } from "../validation/settings-edits";
import { keepEdits } from "./keep-history";
import type { RunControl, SettingsOutcome } from "./actions";
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

/**
 * Makes 設定 say something: by edits of the sheet that is there, which are given back for `undoEdits`, else as a new sheet,
 * which is the user's from then on.
 *
 * @throws HostError
 */
export async function writeSettings(
  host: ExcelHost,
  change: SettingsChange,
  control: RunControl,
  messages: WorkingMessages,
): Promise<SettingsOutcome> {
  const workbook = await readWorkbook(host);
  const source = workbook.read.get(SETTINGS_SHEET);
  if (source !== undefined) {
    const { applied, skipped } = await applyEdits(host, settingsEdits(source, change));
    if (control.keepsHistory === true) await keepEdits(host, applied, messages.actions.settingsOperation, control);
    return { sheet: source.name, applied, skipped: skipped.length };
  }
  const { statuses = DEFAULT_SETTINGS.statuses, columns, year } = change;
  const settings = {
    ...DEFAULT_SETTINGS,
    statuses: statuses.map((status) => withSynonyms(status, change)),
    ...(columns === undefined ? {} : { columns }),
    ...(year === undefined ? {} : { year }),
  };
  const plans = newLedger(settings).filter(({ name }) => name === SETTINGS_SHEET);
  const [sheet] = await handOver(host, plans, control);
  return { sheet: sheet!, applied: [], skipped: 0 };
}

function withSynonyms(status: Status, { synonyms = [] }: SettingsChange): Status {
  const added = synonyms.filter((one) => one.status === status.name).map(({ text }) => text);
  return added.length === 0 ? status : { ...status, synonyms: [...new Set([...status.synonyms, ...added])] };
}

async function handOver(host: ExcelHost, plans: readonly SheetPlan[], control: RunControl): Promise<readonly string[]> {
  const workbook = await readWorkbook(host);
  const request = { operation: "", ledger: "", ledgerFingerprint: "", handedOver: true };
  const { sheets } = await writePlans(host, workbook, plans, request, control);
  return sheets.map(({ name }) => name);
}
