import { parseAddress } from "../cells/parse-address";
import type { ExcelHost } from "../excel/host";
import { readPlanProfile } from "../ledger/read-plan";
import type { WorkingMessages } from "../messages";
import { checkSheet } from "../report/check-sheet";
import { departmentWork } from "../report/department-work";
import type { Finding } from "../validation/finding";
import type { CheckOutcome, RunControl } from "./actions";
import { loadLedger, type LoadedWorkbook } from "./load-ledger";
import { writePlans } from "./write-plans";

/**
 * Writes 検査結果 as a sheet of its own, in place of the one of an earlier check, or one for each department.
 *
 * @throws HostError
 */
export async function writeCheckSheet(
  host: ExcelHost,
  outcome: CheckOutcome,
  control: RunControl,
  messages: WorkingMessages,
  perDepartment = false,
): Promise<{ readonly sheet: string; readonly sheets: readonly string[] }> {
  const loaded = await loadLedger(host, { sheet: outcome.sheet }, { errorValues: "keep" });
  const { workbook, planSource } = loaded;
  const { plan } = readPlanProfile(planSource);
  const { findings, sheet } = outcome;
  const departmentOf = departments(loaded);
  const plans = perDepartment
    ? departmentWork(findings, sheet, plan, control.today, messages.rules, departmentOf)
    : [checkSheet(findings, sheet, plan, control.today, messages.rules, { departmentOf })];
  const request = {
    operation: messages.actions.checkOperation,
    ledger: outcome.sheet,
    ledgerFingerprint: outcome.fingerprint,
  };
  const { sheets } = await writePlans(host, workbook, plans, request, control);
  const names = sheets.map(({ name }) => name);
  return { sheet: names[0]!, sheets: names };
}

/** The department of the measure in whose row a finding is. */
function departments({ result }: LoadedWorkbook): (finding: Finding) => string {
  if ("problem" in result) return () => "";
  const byRow = new Map(result.ledger.measures.map(({ row, department }) => [row, department]));
  return ({ sheet, cell }) => {
    const row = sheet === result.ledger.sheet ? parseAddress(cell)?.row : undefined;
    return row === undefined ? "" : (byRow.get(row) ?? "");
  };
}
