import { cellAddress, quotedSheetName, type CellValue } from "../cells/cell";
import { cellText, isBlankCell } from "../ledger/cell-text";
import type { ColumnKey, ColumnReading, Ledger, Measure } from "../ledger/ledger";
import type { PlanCell } from "./plan";
import type { ReportContext } from "./report-context";

/** A cell of the ledger by its place on the sheet. */
export function ledgerCell({ source }: Pick<ReportContext, "source">, row: number, column: number): CellValue {
  return source.values[row - source.row]?.[column - source.column] ?? "";
}

/** What a measure's row says in a column, without the spaces around it; "" for a cell that shows nothing. */
export function ledgerText(context: Pick<ReportContext, "source">, { row }: Measure, column: number): string {
  const cell = ledgerCell(context, row, column);
  return isBlankCell(cell) ? "" : cellText(cell).trim();
}

/** A number of the ledger as a live reference to its cell, as far as counts are live. */
export function ledgerNumber(
  { ledger, formulas }: Pick<ReportContext, "ledger" | "formulas">,
  row: number,
  column: number,
  value: number,
): PlanCell {
  return formulas.derived(`${quotedSheetName(ledger.sheet)}!${cellAddress(row, column)}`, value);
}

/** The columns of a kind that are of the report's year or of no year; where there are none, all of that kind. */
export function columnsOfYear(ledger: Ledger, key: ColumnKey): readonly ColumnReading[] {
  const all = ledger.headers.filter((header) => header.key === key);
  const current = all.filter(({ year }) => year === null || year === ledger.year?.year);
  return current.length > 0 ? current : all;
}

/** Those columns of which some measure's cell says something. */
export function filledColumns(context: ReportContext, columns: readonly ColumnReading[]): readonly ColumnReading[] {
  return columns.filter(({ column }) =>
    context.ledger.measures.some((measure) => ledgerText(context, measure, column) !== ""),
  );
}

/** What a column is called in the ledger: its own header, with the band above where that alone would not say it. */
export function columnWord({ text }: ColumnReading): string {
  const path = text.split(" › ").map((part) => part.replace(/\s+/g, ""));
  const own = path[path.length - 1] ?? "";
  const band = path[path.length - 2];
  return band !== undefined && (own.length <= 3 || /\d年度?$|^[RHＲＨ]\S{1,3}$/.test(own)) ? `${band}（${own}）` : own;
}
