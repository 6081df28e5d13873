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

/* R5, 令和６年度, H31/R1. */
const YEAR = /^(?:[/／・]?(?:令和|平成|昭和|[RHSＲＨＳ])?[\d０-９元]{1,4}年?度?)+$/;

/**
 * What a column is called in the ledger: its own header, with the band above it where that alone would not say it: 成果 below
 * 今後の方向性, R5 below 評価.
 *
 * @param withYear false where the year goes without saying
 */
export function columnWord({ text }: ColumnReading, withYear = true): string {
  const path = text.split(" › ").map((part) => part.replace(/\s+/g, ""));
  const own = path[path.length - 1] ?? "";
  const band = path[path.length - 2] ?? "";
  if (band === "") return own;
  if (YEAR.test(band)) return withYear ? `${own}（${band}）` : own;
  if (band.endsWith(own)) return band;
  return own.length <= 3 || YEAR.test(own) ? `${band}（${own}）` : own;
}
