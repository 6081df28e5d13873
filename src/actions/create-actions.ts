import type { ExcelHost } from "../excel/host";
import { remember } from "../excel/remember";
import { selectCell } from "../excel/select-cell";
import { watchSheets } from "../excel/watch-sheets";
import type { WorkingMessages } from "../messages";
import type { Actions } from "./actions";
import type { SampleWorkbook } from "./write-sheets";

/** Where the sample comes from: a file of the page's own origin, or of this repository. */
export type SampleSource = () => Promise<SampleWorkbook>;

/** What a check and a report say, in the language of the one who asks; at hand, or loaded when it is first asked for. */
export type WordsSource = () => Promise<WorkingMessages>;

/**
 * Everything a person can ask for, over this Excel. What is not needed to look at the workbook is loaded when it is first
 * asked for, so that the pane opens quickly.
 */
export function createActions(host: ExcelHost, words: WordsSource, sample: SampleSource): Actions {
  return {
    survey: async (choice) => (await looking()).surveyWorkbook(host, choice),
    check: async (choice, against) => (await checking()).checkLedger(host, choice, await words(), against),
    makeReport: async (choice, options, control) =>
      (await reporting()).makeReport(host, choice, options, control, await words()),
    makeDocument: async (choice, options, control) =>
      (await publishing()).makeDocument(host, choice, options, control, await words()),
    publish: async (choice, options, control) =>
      (await publishing()).publishReport(host, choice, options, control, await words()),
    removeReport: async (run, { today, signal }) => (await reporting()).removeSheets(host, run, today, signal),
    applyEdits: async (edits, control) => (await history()).applyAndKeep(host, edits, control, await words()),
    history: async () => (await history()).listHistory(host, await words()),
    undoRun: async (run, control) => (await history()).undoRun(host, run, control),
    undoEdits: async (applied) => (await checking()).undoEdits(host, applied),
    mendSheets: async (changes, control) => (await writing()).mendSheets(host, changes, control, await words()),
    accept: async (findings, reason, control) =>
      (await writing()).acceptFindings(host, findings, reason, control, await words()),
    takeBack: async (rows) => (await writing()).takeBackAcceptances(host, rows, await words()),
    select: (sheet, cell) => selectCell(host, sheet, cell),
    writeCheckSheet: async (outcome, control, perDepartment) =>
      (await writing()).writeCheckSheet(host, outcome, control, await words(), perDepartment),
    markFindings: async ({ findings }) => (await checking()).markCells(host, findings),
    clearMarks: async () => {
      await (await checking()).clearMarks(host);
    },
    writeSubmission: async (choice, encoding, control) =>
      (await writing()).writeSubmission(host, choice, encoding, control, await words()),
    writeNewLedger: async (control) => (await writing()).writeNewLedger(host, control),
    writeSample: async (control) => (await writing()).writeSample(host, await sample(), control),
    writeSettings: async (change, control) => (await writing()).writeSettings(host, change, control, await words()),
    remember: (text) => remember(host, text),
    takeWordings: async (choice, items) => (await reporting()).takeWordings(host, choice, items),
    watch: (sheets, onChange) => watchSheets(host, sheets, onChange),
  };
}

const looking = () => import(/* webpackChunkName: "looking" */ "./survey-workbook");
const checking = () => import(/* webpackChunkName: "checking" */ "./checking");
const reporting = () => import(/* webpackChunkName: "reporting" */ "./reporting");
const publishing = () => import(/* webpackChunkName: "publishing" */ "./publishing");
const history = () => import(/* webpackChunkName: "history" */ "./keep-history");
const writing = () => import(/* webpackChunkName: "writing" */ "./writing");
