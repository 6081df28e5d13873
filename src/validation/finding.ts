import type { Area, CellValue } from "../cells/cell";

/** error blocks the submission, warning wants a look, info is only said. */
export type Severity = "error" | "warning" | "info";

/** How a finding can be mended: auto without choice, choose among `choices`, manual by hand. */
export type FixKind = "auto" | "choose" | "manual";

/** One cell's change: applied only while the cell still holds `before`. Positions are zero-based. */
export interface CellEdit {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: CellValue;
  readonly after: CellValue;
  /** True where the cell took only texts and had to be told to take a number; on edits that were made. */
  readonly wasText?: boolean;
}

/**
 * One change of a sheet that is more than new texts in its cells. It is made only while the cells still hold what was seen,
 * and never without a copy of the sheet. Areas are zero-based.
 */
export type SheetChange = {
  readonly sheet: string;
  readonly area: Area;
  /** What the area's cells held when the change was offered. */
  readonly before: readonly (readonly CellValue[])[];
} & (
  | {
      /**
       * unmerge: takes a merged area apart and gives each of its cells the value of the first. move-out: takes what stands
       * there to a sheet of its own. show-rows, show-columns: shows what is hidden.
       */
      readonly kind: "unmerge" | "delete-rows" | "delete-columns" | "move-out" | "show-rows" | "show-columns";
    }
  /** A formula's cell gets its value. */
  | { readonly kind: "keep-value"; readonly formula: string }
  /** The total row of an Excel table is no longer shown. */
  | { readonly kind: "hide-totals"; readonly table: string }
  /** Nothing is filtered out any more. */
  | { readonly kind: "show-filtered" }
);

/** One mistake (or doubt) in a ledger: where, what, why and what to do. */
export interface Finding {
  /** Id of the rule, e.g. "status-unknown". */
  readonly rule: string;
  readonly severity: Severity;
  readonly sheet: string;
  /** A1 address of the cell (or area) it is about; "" when it is about the whole sheet. */
  readonly cell: string;
  /** The cell's value as shown, "" where there is none. */
  readonly value: string;
  readonly message: string;
  /** Source of the rule: 総務省統一ルール, 行政データの機械可読性に関するルール or the plan's own 設定. */
  readonly basis: string;
  /** What to do, in words. */
  readonly suggestion: string;
  readonly fix: FixKind;
  /** The edits of an auto fix, or one entry per choice. */
  readonly choices: readonly { readonly label: string; readonly edits: readonly CellEdit[] }[];
  /** The one cell it is about, where a new text in that cell can mend it; null for areas and for cells that hold no entry. */
  readonly target: Pick<CellEdit, "row" | "column" | "before"> | null;
}
