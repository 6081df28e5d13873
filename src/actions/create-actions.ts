import { applyEdits, undoEdits } from "../excel/apply-edits";
import type { ExcelHost } from "../excel/host";
import { clearMarks, markCells } from "../excel/mark-cells";
import { removeSheets } from "../excel/remove-sheets";
import { selectCell } from "../excel/select-cell";
import { watchLedger } from "../excel/watch-ledger";
import type { Messages } from "../messages";
import type { Actions } from "./actions";
import { checkLedger } from "./check-ledger";
import { makeReport } from "./make-report";
import { surveyWorkbook } from "./survey-workbook";
import { writeCheckSheet } from "./write-check-sheet";
import { writeNewLedger, writeProposal, writeSample, type SampleWorkbook } from "./write-sheets";
import { writeSubmission } from "./write-submission";

/** Where the sample comes from: a file of the page's own origin, or of this repository. */
export type SampleSource = () => Promise<SampleWorkbook>;

/** Everything a person can ask for, over this Excel, answering in the language of these messages. */
export function createActions(host: ExcelHost, messages: Messages, sample: SampleSource): Actions {
  return {
    survey: (choice) => surveyWorkbook(host, choice, messages),
    check: (choice) => checkLedger(host, choice, messages),
    makeReport: (choice, options, control) => makeReport(host, choice, options, control, messages),
    removeReport: (run) => removeSheets(host, run, new Date()),
    applyEdits: (edits) => applyEdits(host, edits),
    undoEdits: (applied) => undoEdits(host, applied),
    select: (sheet, cell) => selectCell(host, sheet, cell),
    writeCheckSheet: (outcome, control) => writeCheckSheet(host, outcome, control, messages),
    markFindings: ({ findings }) => markCells(host, findings),
    clearMarks: async () => {
      await clearMarks(host);
    },
    writeSubmission: (choice, encoding, control) => writeSubmission(host, choice, encoding, control, messages),
    writeNewLedger: (control) => writeNewLedger(host, control),
    writeSample: async (control) => writeSample(host, await sample(), control),
    writeProposal: (statuses, control) => writeProposal(host, statuses, control),
    watch: (sheet, onChange) => watchLedger(host, sheet, onChange),
  };
}
