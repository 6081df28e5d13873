import type { ExcelHost } from "../excel/host";
import { appendRows, markRows } from "../excel/kept-rows";
import { readWorkbook } from "../excel/read-workbook";
import { ACCEPTED_SHEET } from "../ledger/sheet-names";
import { formatEraDate, tokyoDate } from "../ledger/wareki";
import type { WorkingMessages } from "../messages";
import { acceptanceSheet } from "../report/acceptance-sheet";
import { acceptanceRows, readAcceptances } from "../validation/acceptances";
import type { Finding } from "../validation/finding";
import { ruleTitle } from "../validation/result-rows";
import type { RunControl } from "./actions";
import { writePlans } from "./write-plans";

/** Says on 確認済み that warnings are as they should be, and why. What blocks a submission is never accepted. @throws HostError */
export async function acceptFindings(
  host: ExcelHost,
  findings: readonly Finding[],
  reason: string,
  control: RunControl,
  messages: WorkingMessages,
): Promise<{ readonly sheet: string; readonly accepted: number }> {
  const at = formatEraDate(tokyoDate(control.today));
  const accepted = findings.filter(({ severity }) => severity === "warning");
  const rows = acceptanceRows(
    accepted.map(({ rule, sheet, cell, value }) => ({
      rule,
      sheet,
      cell,
      value,
      reason,
      at,
      title: ruleTitle(rule, messages.rules),
    })),
  );
  const result = { sheet: ACCEPTED_SHEET, accepted: accepted.length };
  if (rows.length === 0) return result;
  if (await appendRows(host, ACCEPTED_SHEET, (head) => readAcceptances(head) !== null, rows)) return result;
  const request = { operation: "", ledger: "", ledgerFingerprint: "", handedOver: true };
  const plans = [acceptanceSheet(rows)];
  const { sheets } = await writePlans(host, await readWorkbook(host), plans, request, { today: control.today });
  return { ...result, sheet: sheets[0]!.name };
}

/** Takes acceptances back; `rows` are their zero-based rows on 確認済み. @throws HostError */
export async function takeBackAcceptances(
  host: ExcelHost,
  rows: readonly number[],
  messages: WorkingMessages,
): Promise<void> {
  const found = readAcceptances((await readWorkbook(host)).read.get(ACCEPTED_SHEET));
  if (found === null) return;
  const known = rows.filter((row) => found.entries.some((entry) => entry.row === row));
  await markRows(host, ACCEPTED_SHEET, known, found.stateColumn, messages.actions.acceptanceTakenBack);
}
