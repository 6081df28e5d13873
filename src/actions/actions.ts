import type { ColumnKey, LedgerProblem } from "../ledger/ledger";
import type { Settings, Status } from "../ledger/settings";
import type { Narrative } from "../narrative/narrative";
import type { FormulaNotice } from "../report/plan";
import type { Tally } from "../tally/tally";
import type { CellEdit, Finding, Severity } from "../validation/finding";

/*
 * What a person can ask the product for, wherever it runs. The pane, the ribbon and the command line speak only this;
 * an implementation per file stands beside it. Every action that talks to Excel rejects with a HostError (excel/errors.ts),
 * and every problem of the data comes back as a value.
 */

/** Which sheet is the ledger and, where the user corrected it, which column is what (zero-based sheet columns). */
export interface LedgerChoice {
  readonly sheet?: string;
  readonly columns?: Readonly<Partial<Record<ColumnKey, number>>>;
}

/** What the pane shows of a workbook before anything is asked for. */
export interface Survey {
  /** Visible sheets that are not the product's own, in workbook order. */
  readonly sheets: readonly string[];
  readonly activeSheet: string;
  /** The sheet that was taken as the ledger, or that could not be read as one. */
  readonly sheet: string;
  readonly ledger: LedgerSummary | null;
  readonly problem: LedgerProblem | null;
  readonly settings: Settings;
  /** Which of 設定, 分野 and 計画 the workbook has. */
  readonly has: { readonly settings: boolean; readonly fields: boolean; readonly plan: boolean };
  /** Sheets that the latest run made and that are still there. */
  readonly made: readonly string[];
  /** Whether the ledger still is what 検査記録 recorded; null where there is no record. */
  readonly record: { readonly date: string; readonly matches: boolean } | null;
}

/** The ledger in a few words. */
export interface LedgerSummary {
  readonly sheet: string;
  readonly measures: number;
  readonly relisted: number;
  readonly fields: readonly string[];
  /** One-based header row. */
  readonly headerRow: number;
  /** Every header cell of the ledger and what it was taken for. */
  readonly headers: readonly { readonly column: number; readonly text: string; readonly key: ColumnKey | null }[];
  readonly fingerprint: string;
}

/** Exact number of findings per severity, never capped. */
export type FindingCounts = Readonly<Record<Severity, number>>;

/** What a check found. */
export interface CheckOutcome {
  readonly sheet: string;
  readonly measures: number;
  readonly findings: readonly Finding[];
  readonly counts: FindingCounts;
  /** True where no finding blocks. */
  readonly submittable: boolean;
  /** A 状況区分 table made from what was found, where the ledger's statuses match no vocabulary. */
  readonly proposal: readonly Status[] | null;
  readonly fingerprint: string;
  readonly record: Survey["record"];
}

/** The parts of the report that can be chosen. */
export type ReportPart = "booklet" | "summary" | "fields" | "narrative";

/** What to make and how to count; `settings` overrides the 設定 sheet for this run. */
export interface ReportOptions {
  readonly parts: readonly ReportPart[];
  readonly settings?: Partial<Settings>;
}

/** Steps of a long action, in order, for the progress line. */
export type ProgressStep = "read" | "check" | "plan" | "build" | "swap" | "undo";

/** What a finished report is. */
export interface ReportOutcome {
  /** Names of the sheets as they are in the workbook now, in reading order. */
  readonly sheets: readonly string[];
  /** Sheets of an earlier run that were kept because somebody had edited them. */
  readonly kept: readonly string[];
  readonly tally: Tally;
  readonly narrative: Narrative;
  readonly notices: readonly FormulaNotice[];
  /** Sentences about the data that the report's reader must know, in the language of the messages. */
  readonly remarks: readonly string[];
  /** Names this run for `removeReport`. */
  readonly run: string;
}

/** What became of a set of edits. */
export interface EditOutcome {
  /** Edits that were written; give them to `undoEdits`. */
  readonly applied: readonly AppliedEdit[];
  /** Edits that were not, because the cell no longer held what the preview showed. */
  readonly skipped: readonly CellEdit[];
}

/** An edit with what the cell was before, so that it can be put back exactly. */
export interface AppliedEdit extends CellEdit {
  readonly formerFormula: string | number | boolean;
  readonly formerNumberFormat: string;
}
