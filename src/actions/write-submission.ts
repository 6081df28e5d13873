import type { ExcelHost } from "../excel/host";
import { cellAddress } from "../cells/cell";
import { cellText } from "../ledger/cell-text";
import type { Ledger } from "../ledger/ledger";
import { readPlanProfile } from "../ledger/read-plan";
import type { WorkingMessages } from "../messages";
import { checkRecordSheet } from "../report/check-record-sheet";
import { submissionSheet } from "../report/submission-sheet";
import { tallyLedger } from "../tally/tally-ledger";
import { submissionCsv, submissionOf, type Submission } from "../validation/submission";
import type { CsvEncoding, FindingCounts, LedgerChoice, Problem, RunControl, SubmissionOutcome } from "./actions";
import { checkLoaded } from "./check-ledger";
import { encodeCp932, missingInCp932 } from "./encode-cp932";
import { encodeUtf8 } from "./encode-utf8";
import { loadLedger } from "./load-ledger";
import { VERSION } from "./version";
import { meanwhile, writePlans } from "./write-plans";

/**
 * Writes 提出用 (the ledger clean, values only) and 検査記録, and the same data as CSV. The ledger is checked again first:
 * where a finding blocks, nothing is written.
 *
 * @throws HostError
 */
export async function writeSubmission(
  host: ExcelHost,
  choice: LedgerChoice,
  encoding: CsvEncoding,
  control: RunControl,
  messages: WorkingMessages,
): Promise<SubmissionOutcome | Problem | { readonly blocked: FindingCounts }> {
  const loaded = await loadLedger(host, choice, { structure: true, errorValues: "keep" });
  const checked = checkLoaded(loaded, messages);
  if ("problem" in checked) return checked;
  const { source, result, settings, fields, planSource, workbook } = loaded;
  if (!checked.submittable || source === undefined || "problem" in result) return { blocked: checked.counts };
  const { ledger, fingerprint } = result;
  const submission = submissionOf(source, ledger);
  const record = checkRecordSheet(
    {
      ledger,
      fingerprint,
      findings: checked.findings,
      accepted: checked.accepted,
      tally: tallyLedger(ledger, settings, fields),
      plan: readPlanProfile(planSource).plan,
      version: VERSION,
    },
    control.today,
    messages.rules,
  );
  const written = await writePlans(
    host,
    workbook,
    [submissionSheet(submission), record],
    {
      operation: messages.actions.submissionOperation,
      ledger: ledger.sheet,
      ledgerFingerprint: fingerprint,
      isSameLedger: loaded.isSameLedger,
    },
    control,
  );
  const { text } = submissionCsv(submission);
  return {
    sheets: written.sheets.map(({ name }) => name),
    fileName: `${messages.actions.submissionFile}.csv`,
    csv: encoding === "utf-8" ? encodeUtf8(text) : encodeCp932(text).bytes,
    unmappable: encoding === "utf-8" ? [] : unmappable(submission, ledger),
    remarks: meanwhile(written, messages),
  };
}

/** What CP932 lacks, with the cells as they are on the ledger's sheet. */
function unmappable({ header, rows }: Submission, ledger: Ledger): SubmissionOutcome["unmappable"] {
  const table = [header, ...rows.map((cells) => cells.map((cell) => cellText(cell)))];
  return missingInCp932(table).map(({ character, codePoint, cells }) => ({
    character,
    codePoint,
    cells: cells.map(({ row, column }) =>
      cellAddress(row === 0 ? ledger.headerRow : ledger.measures[row - 1]!.row, ledger.headers[column]!.column),
    ),
  }));
}
