import type { ExcelHost } from "../excel/host";
import { readPlanProfile } from "../ledger/read-plan";
import type { WorkingMessages } from "../messages";
import { checkSheet } from "../report/check-sheet";
import type { CheckOutcome, RunControl } from "./actions";
import { loadLedger } from "./load-ledger";
import { writePlans } from "./write-plans";

/** Writes 検査結果 as a sheet of its own, in place of the one of an earlier check. @throws HostError */
export async function writeCheckSheet(
  host: ExcelHost,
  outcome: CheckOutcome,
  control: RunControl,
  messages: WorkingMessages,
): Promise<{ readonly sheet: string }> {
  const { workbook, planSource } = await loadLedger(host, { sheet: outcome.sheet });
  const { plan } = readPlanProfile(planSource);
  const sheet = checkSheet(outcome.findings, outcome.sheet, plan, control.today, messages.rules);
  const request = {
    operation: messages.actions.checkOperation,
    ledger: outcome.sheet,
    ledgerFingerprint: outcome.fingerprint,
  };
  const { sheets } = await writePlans(host, workbook, [sheet], request, control);
  return { sheet: sheets[0]!.name };
}
