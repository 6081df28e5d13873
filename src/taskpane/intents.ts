import type { CsvEncoding } from "../actions/actions";
import type { BookletPart } from "../report/booklet/parts";
import type { ReportPart } from "../report/parts";
import type { ColumnKey } from "../ledger/ledger";
import type { Settings } from "../ledger/settings";
import type { CellEdit, Finding, SheetChange } from "../validation/finding";

/** A header that the user says something about. */
export interface ChosenHeader {
  /** Zero-based sheet column. */
  readonly column: number;
  readonly text: string;
  /** Whether no other column has the same header. */
  readonly isOnly: boolean;
}

/** What the user can do in the pane. The views call these and nothing else; none of them throws. */
export interface Intents {
  readonly reread: () => void;
  readonly chooseSheet: (sheet: string) => void;
  /** Takes a column for something else; null for nothing. */
  readonly chooseColumn: (header: ChosenHeader, key: ColumnKey | null) => void;
  /** Takes another western fiscal year as the one the ledger is about. */
  readonly chooseYear: (year: number) => void;
  /** Writes the corrections to 設定, so that they hold in every later run. */
  readonly keepColumns: () => void;
  readonly resetColumns: () => void;
  readonly writeNewLedger: () => void;
  readonly writeSample: () => void;
  /** Adds nothing after all. */
  readonly keepAsIs: () => void;

  readonly check: () => void;
  /** Opens the self-diagnosis of Excel. */
  readonly diagnose: () => void;
  readonly select: (sheet: string, cell: string) => void;
  readonly foldGroup: (group: string, open: boolean) => void;
  readonly nextPage: (group: string) => void;
  /** Shows edits before they are written; `place` says where. */
  readonly preview: (place: string, edits: readonly CellEdit[], changes?: readonly SheetChange[]) => void;
  /** Takes one of the shown edits or changes in or out. */
  readonly togglePreview: (number: number) => void;
  readonly closePreview: () => void;
  readonly applyPreview: () => void;
  /** Writes edits at once: a person typed or chose what one cell shall hold. `place` is where the reader is. */
  readonly mend: (place: string, edits: readonly CellEdit[]) => void;
  /** Says of warnings that they are right as they are, and why. */
  readonly accept: (findings: readonly Finding[], reason: string) => void;
  /** Accepts no longer what stands in these rows of 確認済み. */
  readonly takeBack: (rows: readonly number[]) => void;
  /** Goes to the next finding, or back. */
  readonly step: (by: 1 | -1) => void;
  /** Whether a value goes into all cells with the same mistake. */
  readonly takeAlike: (on: boolean) => void;
  /** Shows the values of another column. */
  readonly chooseValues: (key: ColumnKey) => void;
  /** Begins to change a value, or leaves it. */
  readonly openValue: (text: string | null) => void;
  /** From now on a text is taken as a status. */
  readonly addSynonym: (status: string, text: string) => void;
  readonly undoFix: () => void;
  /** Shows what can be taken back. */
  readonly showHistory: (open: boolean) => void;
  readonly undoRun: (run: string) => void;
  readonly writeCheckSheet: () => void;
  /** One 検査結果 for each department. */
  readonly writeDepartmentSheets: () => void;
  readonly mark: () => void;
  readonly clearMarks: () => void;
  readonly chooseEncoding: (encoding: CsvEncoding) => void;
  readonly writeSubmission: () => void;
  readonly saveCsv: () => void;
  readonly copyCsv: () => void;
  readonly writeProposal: () => void;

  readonly togglePart: (part: ReportPart) => void;
  readonly toggleChapter: (chapter: BookletPart) => void;
  /** Takes a sheet of this workbook as last year's ledger; "" for none. */
  readonly chooseEarlierSheet: (sheet: string) => void;
  /** Takes another workbook's file as last year's ledger. */
  readonly chooseEarlierFile: (file: File) => void;
  readonly override: (change: Partial<Settings>) => void;
  readonly resetOverrides: () => void;
  readonly makeReport: () => void;
  readonly cancel: () => void;
  readonly removeReport: () => void;
  /** The report as a Word document, from the ledger as it is now. */
  readonly saveDocument: () => void;

  readonly fold: (id: string, open: boolean) => void;
}
