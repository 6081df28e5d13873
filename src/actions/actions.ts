import type { Decisions } from "../compare/comparison";
import type { EditOutcome, UndoOutcome } from "../excel/apply-edits";
import type { ExcelHost } from "../excel/host";
import type { RemovedSheets } from "../excel/remove-sheets";
import type { SheetChange } from "../excel/watch-sheets";
import type { ColumnKey, ColumnReading, Ledger, LedgerProblem } from "../ledger/ledger";
import type { ColumnMapping } from "../ledger/columns/read-columns";
import type { Settings, Status } from "../ledger/settings";
import type { Narrative } from "../narrative/narrative";
import type { BookletPart } from "../report/booklet/parts";
import type { ReportPart } from "../report/parts";
import type { FormulaNotice } from "../tally/countifs";
import type { Tally } from "../tally/tally";
import type { CellEdit, Finding, SheetChange as SheetMending, Severity } from "../validation/finding";
import type { AcceptedFinding } from "../validation/acceptances";
import type { Mending } from "../validation/fixes/mending";
import type { FindingGroup } from "../validation/finding-groups";
import type { SettingsChange } from "../validation/settings-edits";
import type { ValueList } from "../validation/value-lists";

/*
 * What a person can ask the product for, wherever it runs. The pane, the ribbon and the command line speak only this;
 * an implementation per file stands beside it. Every action that talks to Excel rejects with a HostError (excel/errors.ts),
 * and every problem of the data comes back as a value.
 */

/** Which sheet is the ledger and, where the user corrected it, which column is what (zero-based sheet columns). */
export interface LedgerChoice {
  readonly sheet?: string;
  readonly columns?: Readonly<Partial<Record<ColumnKey, number>>>;
  /** The same by header; counts before 列の対応 on 設定. */
  readonly mapping?: readonly ColumnMapping[];
  /** Western fiscal year that the ledger is about; counts before 設定 and the title. */
  readonly year?: number;
}

/** What the pane shows of a workbook before anything is asked for. */
export interface Survey {
  /** Visible sheets that are not the product's own, in workbook order. */
  readonly sheets: readonly string[];
  readonly activeSheet: string;
  /** True where the workbook has one sheet and nothing on it. */
  readonly isEmpty: boolean;
  /** The sheet that was taken as the ledger, or that could not be read as one. */
  readonly sheet: string;
  readonly ledger: LedgerSummary | null;
  readonly problem: LedgerProblem | null;
  readonly settings: Settings;
  /** Which of 設定, 分野 and 計画 the workbook has. */
  readonly has: { readonly settings: boolean; readonly fields: boolean; readonly plan: boolean };
  /** Sheets that the latest run made and that are still there. */
  readonly made: readonly string[];
  /** Whether anything can be taken back that was done before, and whether marks of a check are on the ledger. */
  readonly hasHistory: boolean;
  readonly hasMarks: boolean;
  /** What `remember` kept the last time; null where there is nothing. */
  readonly remembered: string | null;
  /** Whether the ledger still is what 検査記録 recorded; null where there is no record. */
  readonly record: { readonly date: string; readonly matches: boolean } | null;
}

/** The ledger in a few words. */
export interface LedgerSummary {
  readonly sheet: string;
  readonly measures: number;
  readonly relisted: number;
  readonly fields: readonly string[];
  /** One-based: the header's first row, above `headerRow` where it has bands, and its last. */
  readonly headerTop: number;
  readonly headerRow: number;
  /** Every header cell of the ledger and what it was taken for. */
  readonly headers: readonly ColumnReading[];
  /** The plan's levels from the top, the year the ledger is about, and what counts of several statuses. */
  readonly levels: Ledger["levels"];
  readonly year: Ledger["year"];
  readonly statusColumn: number | null;
  readonly fingerprint: string;
}

/** Exact number of findings per severity, never capped. */
export type FindingCounts = Readonly<Record<Severity, number>>;

/** What a check found. */
export interface CheckOutcome {
  readonly sheet: string;
  readonly measures: number;
  /** Without those that are accepted. */
  readonly findings: readonly Finding[];
  /** Warnings that somebody has accepted on 確認済み and whose cells still are what they were then. */
  readonly accepted: readonly AcceptedFinding[];
  /** The same by rule and severity. */
  readonly groups: readonly FindingGroup[];
  /** What mends every finding that needs no choice. */
  readonly automatic: readonly CellEdit[];
  /** What can be done about each finding, in their order. */
  readonly mendings: readonly Mending[];
  /** What is proposed for those that want a look but hardly a thought, at most one edit for a cell. */
  readonly proposed: { readonly edits: readonly CellEdit[]; readonly changes: readonly SheetMending[] };
  readonly counts: FindingCounts;
  /** True where no finding blocks. */
  readonly submittable: boolean;
  /** A 状況区分 table made from what was found, where the ledger's statuses match no vocabulary. */
  readonly proposal: readonly Status[] | null;
  /** The different values of status, field, levels, department and direction, and what each was taken for. */
  readonly values: readonly ValueList[];
  readonly fingerprint: string;
  readonly record: Survey["record"];
  readonly has: Survey["has"];
}

/** Earlier years to set the ledger beside. */
export interface EarlierYears {
  /** From the earliest to last year. */
  readonly earlierYears?: readonly EarlierYear[];
  /** What was decided of their measures, besides what 対応表 in this workbook says. */
  readonly decisions?: Decisions;
}

/** What to make and how to count; `settings` overrides the 設定 sheet for this run. */
export interface ReportOptions extends EarlierYears {
  /** Where absent, everything that the ledger has the columns for. */
  readonly parts?: readonly ReportPart[];
  /** The parts of the booklet to make; all but the annex where absent. */
  readonly chapters?: readonly BookletPart[];
  readonly settings?: Partial<Settings>;
}

/** The ledger of an earlier year: in this workbook, or in another one that is open in an Excel of its own. */
export interface EarlierYear {
  readonly choice: LedgerChoice;
  /** Absent for a sheet of this workbook. */
  readonly workbook?: { readonly host: ExcelHost; readonly fileName: string };
}

/** What came of setting the ledger beside last year's. */
export interface ComparisonSummary {
  readonly last: string;
  readonly now: string;
  /** Measures of both years. */
  readonly pairs: number;
  /** Pairs that a person has to confirm. */
  readonly open: number;
  readonly added: number;
  readonly gone: number;
  /** Null where the classes of the years are not the same. */
  readonly better: number | null;
  readonly worse: number | null;
  /** Classes of last year that are none of this year's; no rates and no changes while there are any. */
  readonly unknownClasses: readonly string[];
}

/** Steps of a long action, in order, for the progress line. */
export type ProgressStep = "read" | "check" | "plan" | "build" | "swap" | "undo" | "wait";

/** What a finished report is. */
export interface ReportOutcome {
  /** Names of the sheets as they are in the workbook now, in reading order. */
  readonly sheets: readonly string[];
  /** Sheets of an earlier run that were kept because somebody had edited them. */
  readonly kept: readonly string[];
  readonly tally: Tally;
  readonly narrative: Narrative;
  readonly notices: readonly FormulaNotice[];
  /** Where 【要記入】 stands in the report: what somebody still has to write. */
  readonly missing: readonly { readonly sheet: string; readonly cell: string }[];
  /** Where the report has a part 前年度比較. */
  readonly comparison?: ComparisonSummary;
  /**
   * False where the figures stand on something nobody has confirmed, a vocabulary taken from the ledger itself, or where no
   * status could be counted at all.
   */
  readonly isSettled: boolean;
  /** Sentences about the data that the report's reader must know, in the language of the messages. */
  readonly remarks: readonly string[];
  /** Names this run for `removeReport`. */
  readonly run: string;
}

/** The report as a Word document; the workbook stays as it was. */
export interface DocumentOutcome {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly tally: Tally;
  readonly narrative: Narrative;
  readonly isSettled: boolean;
  /** As of a report. */
  readonly remarks: readonly string[];
}

/** What is published beside the workbook's own file. */
export interface PublishOptions extends Omit<ReportOptions, "chapters"> {
  /** Name of the workbook's file, which the page links to. */
  readonly workbook: string;
  /** Of the open data. */
  readonly encoding: CsvEncoding;
  /** Bytes of the files of that name that are there already, as far as they are ours. */
  readonly earlier: ReadonlyMap<string, Uint8Array>;
}

/** A publication: its files, complete, in the order of their importance. */
export interface PublishOutcome extends Omit<DocumentOutcome, "fileName" | "bytes"> {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** How many places differ from the earlier publication; null where there is none of the same plan and time. */
  readonly corrected: number | null;
  /** When the earlier publication was made (YYYY-MM-DD), where it is of another plan or time. */
  readonly unrelated: string | null;
}

/** How an action went that could not start because of the data. */
export interface Problem {
  readonly problem: LedgerProblem;
  /** Where it is the ledger of an earlier year: its file, "" for a sheet of this workbook. */
  readonly earlier?: string;
}

/** Encodings of a 提出用 CSV: UTF-8 with BOM, or CP932 for systems of a closed network. */
export type CsvEncoding = "utf-8" | "cp932";

/** A 提出用 copy: the sheet that was written and the same data as CSV. */
export interface SubmissionOutcome {
  readonly sheets: readonly string[];
  readonly fileName: string;
  readonly csv: Uint8Array;
  /** Characters that CP932 lacks, with the cells (A1, on the ledger) that hold them; [] for UTF-8. */
  readonly unmappable: readonly {
    readonly character: string;
    readonly codePoint: string;
    readonly cells: readonly string[];
  }[];
  /** Sentences about what happened meanwhile, in the language of the messages. */
  readonly remarks: readonly string[];
}

/** What became of changes of sheets. */
export interface MendedSheets {
  /** Names of the copies that were made first. */
  readonly copies: readonly string[];
  /** Sheets that got what was moved out. */
  readonly moved: readonly string[];
  readonly done: readonly SheetMending[];
  /** Names what was done for `undoRun`; "" where nothing was. */
  readonly run: string;
  /** How many changes were not made, because their cells no longer held what was shown. */
  readonly skipped: number;
}

/** What was done at one time and can be taken back. */
export interface HistoryRun {
  readonly run: string;
  /** When, in 和暦. */
  readonly at: string;
  readonly operation: string;
  /** Cells or sheets that it is about. */
  readonly places: readonly string[];
  readonly kind: "cells" | "sheets";
}

/** What became of taking a run back. */
export interface UndoneRun {
  /** Cells and changes of sheets that are as they were. */
  readonly restored: number;
  /** Sheets that were deleted again. */
  readonly removed: number;
  /** Cells and sheets that somebody has changed since; they stay as they are. */
  readonly left: readonly string[];
}

/** What became of 設定. */
export interface SettingsOutcome {
  readonly sheet: string;
  /** What was written into the sheet that was there, for `undoEdits`; [] where the sheet is new. */
  readonly applied: readonly CellEdit[];
  /** How many cells could not be written, because they changed meanwhile or hold formulas. */
  readonly skipped: number;
}

/** What the caller of a long action can see and do while it runs. */
export interface RunControl {
  /** Today's date; the core has no clock. */
  readonly today: Date;
  /** True where 変更履歴 is to name what is changed on the way in sheets that are there. */
  readonly keepsHistory?: boolean;
  readonly onProgress?: (step: ProgressStep) => void;
  /** Cancelling leaves nothing behind. */
  readonly signal?: AbortSignal;
}

/** Sentences that went into 計画. */
export interface WordingOutcome {
  /** Null where the workbook has no 計画. */
  readonly sheet: string | null;
  /** What the new rows are called; a row that was there already is none. */
  readonly items: readonly string[];
  /** For `undoEdits`. */
  readonly applied: readonly CellEdit[];
  readonly skipped: number;
}

/** Everything a person can ask for, over one Excel. */
export interface Actions {
  /** Looks at the workbook and changes nothing: which sheet is the ledger, what is in it, what was made before. */
  survey(choice: LedgerChoice): Promise<Survey>;
  /** Checks the ledger, against an earlier year where one is given, and changes nothing. */
  check(choice: LedgerChoice, against?: EarlierYears): Promise<CheckOutcome | Problem>;
  /** Makes the report in new sheets, completely or not at all. */
  makeReport(choice: LedgerChoice, options: ReportOptions, control: RunControl): Promise<ReportOutcome | Problem>;
  /** Makes the report as a Word document and changes nothing. */
  makeDocument(choice: LedgerChoice, options: ReportOptions, control: RunControl): Promise<DocumentOutcome | Problem>;
  /** Makes the web page, the Word document and the open data, and changes nothing. */
  publish(choice: LedgerChoice, options: PublishOptions, control: RunControl): Promise<PublishOutcome | Problem>;
  /** 取り消し: removes exactly the sheets of one run that nobody edited since. */
  removeReport(run: string, control: RunControl): Promise<RemovedSheets>;
  /** Writes exactly the edits that were shown; with a control they are named on 変更履歴. */
  applyEdits(edits: readonly CellEdit[], control?: RunControl): Promise<EditOutcome & { readonly run?: string }>;
  /** Puts back every cell that still holds what the edit wrote; `left` are the others. */
  undoEdits(applied: readonly CellEdit[]): Promise<UndoOutcome>;
  /** Makes exactly the changes of sheets that were shown, after copies of the sheets that lose something by them. */
  mendSheets(changes: readonly SheetMending[], control: RunControl): Promise<MendedSheets>;
  /** Everything that can be taken back, the latest first. */
  history(): Promise<readonly HistoryRun[]>;
  /** Takes back what was done at one time, as far as its cells and sheets still are what it left. */
  undoRun(run: string, control: RunControl): Promise<UndoneRun>;
  /** Says on 確認済み that warnings are as they should be, and why; never of what blocks a submission. */
  accept(
    findings: readonly Finding[],
    reason: string,
    control: RunControl,
  ): Promise<{ readonly sheet: string; readonly accepted: number }>;
  /** Takes acceptances back, given by their rows on 確認済み. */
  takeBack(rows: readonly number[]): Promise<void>;
  /** Brings a cell or area of a sheet to the front. */
  select(sheet: string, cell: string): Promise<void>;
  /** Writes 検査結果 as a sheet of its own, or one for each department. */
  writeCheckSheet(
    outcome: CheckOutcome,
    control: RunControl,
    perDepartment?: boolean,
  ): Promise<{ readonly sheet: string; readonly sheets: readonly string[] }>;
  /** Marks the cells of the findings on the ledger's sheet, because the user asked for it. */
  markFindings(outcome: CheckOutcome): Promise<void>;
  /** Removes the marks of an earlier check, if there are any. */
  clearMarks(): Promise<void>;
  /** 提出用 copy and 検査記録; only where nothing blocks. */
  writeSubmission(
    choice: LedgerChoice,
    encoding: CsvEncoding,
    control: RunControl,
  ): Promise<SubmissionOutcome | Problem | { readonly blocked: FindingCounts }>;
  /** Empty 台帳, 設定, 分野 and 計画. */
  writeNewLedger(control: RunControl): Promise<{ readonly sheets: readonly string[] }>;
  /** The sample ledger with its 設定, 分野 and 計画. */
  writeSample(control: RunControl): Promise<{ readonly sheets: readonly string[] }>;
  /** Makes 設定 say something from now on: on the sheet that is there, else on a new one. */
  writeSettings(change: SettingsChange, control: RunControl): Promise<SettingsOutcome>;
  /** Keeps a text with the workbook, to be known again when it is opened the next time; no sheet changes. */
  remember(text: string): Promise<void>;
  /** 直す: puts sentences of the evaluation (all where null) into 計画 as rows of their own, to be worded there. */
  takeWordings(choice: LedgerChoice, items: readonly string[] | null): Promise<WordingOutcome | Problem>;
  /** Calls back whenever cells of the sheets change; the returned function stops that. */
  watch(sheets: readonly string[], onChange: (change: SheetChange) => void): Promise<() => Promise<void>>;
}
