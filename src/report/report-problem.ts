import { cellAddress } from "../cells/cell";
import type { CountTable } from "./count-table";
import type { SheetPlan } from "./plan";

/** Something of the data that Excel has no room for. The report says so at the place too, and is otherwise complete. */
export type ReportProblem =
  /** A list with more rows than a worksheet has; it was left out. `rows` is what it would need. */
  | { readonly kind: "too-many-rows"; readonly sheet: string; readonly rows: number }
  /** A chapter of the booklet with more pages than Excel can fix the ends of; it was left out. `pages` is the fewest it has. */
  | { readonly kind: "too-many-pages"; readonly sheet: string; readonly pages: number }
  /** A name too long for the tallest row that Excel allows; its end does not show. `cell` is the A1 address in the report. */
  | { readonly kind: "name-too-long"; readonly sheet: string; readonly cell: string; readonly length: number };

/** A sheet of the report, and what it has no room for. */
export interface PlannedSheet {
  readonly sheet: SheetPlan;
  readonly problems: readonly ReportProblem[];
}

/** What of a table's labels does not show. */
export function clippedLabels(sheet: string, { clipped }: Pick<CountTable, "clipped">): ReportProblem[] {
  return clipped.map(({ row, column, length }) => ({
    kind: "name-too-long",
    sheet,
    cell: cellAddress(row, column),
    length,
  }));
}
