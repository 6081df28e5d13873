import type { CellValue } from "../cells/cell";
import type { PlanCell, Role } from "./plan";
import type { SheetDraft } from "./sheet-draft";
import { MAX_ROW_HEIGHT, wrappedLines } from "./text-layout";
import { textWidth } from "./text-width";
import { fontSize, rowHeight } from "./theme";

/** A column of a table whose texts wrap. */
export interface DetailColumn {
  readonly title: string;
  /** Points. */
  readonly width: number;
  readonly role: Role;
}

/** Where a label's end does not show, as `CountTable.clipped` says it. */
export interface Clipped {
  readonly row: number;
  readonly column: number;
  readonly length: number;
}

/** Room beside a number that another program's font may take. */
const NUMBER_MARGIN = 10;

/** Adds the header of a table, as high as its longest title; returns its row. */
export function addDetailHeader(draft: SheetDraft, columns: readonly DetailColumn[]): number {
  const size = fontSize("tableHeader");
  const lines = Math.max(...columns.map(({ title, width }) => wrappedLines(title, width, size)));
  const row = draft.add(
    columns.map(({ title }) => title),
    Math.min(MAX_ROW_HEIGHT, Math.max(24, rowHeight("tableHeader", lines))),
  );
  draft.role("tableHeader", row, 0, columns.length);
  draft.bind(row);
  return row;
}

/** Adds a row as high as its longest text, and says which texts are longer than the highest row. */
export function addDetailRow(
  draft: SheetDraft,
  columns: readonly DetailColumn[],
  cells: readonly PlanCell[],
): readonly Clipped[] {
  const size = fontSize("tableText");
  const row = draft.next;
  let most = 1;
  const clipped: Clipped[] = [];
  cells.forEach((cell, column) => {
    if (typeof cell !== "string" || cell === "") return;
    const lines = wrappedLines(cell, columns[column]!.width, size);
    most = Math.max(most, lines);
    if (rowHeight("tableText", lines) > MAX_ROW_HEIGHT) clipped.push({ row, column, length: cell.length });
  });
  draft.add(cells, Math.min(MAX_ROW_HEIGHT, rowHeight("tableText", most)));
  return clipped;
}

/** Gives the rows of a table the looks of their columns, and the last one its rule. */
export function dressRows(draft: SheetDraft, columns: readonly DetailColumn[], first: number): void {
  const rows = draft.next - first;
  if (rows <= 0) return;
  columns.forEach(({ role }, column) => {
    draft.role(role, first, column, 1, rows);
  });
  draft.role("tableLast", draft.next - 1, 0, columns.length);
}

/** Width in points of a column that shows these numbers and short texts in one line each, between two bounds. */
export function fittingWidth(texts: readonly string[], least: number, most: number): number {
  const size = fontSize("tableText");
  const widest = texts.reduce((width, text) => Math.max(width, textWidth(text)), 0);
  return Math.min(most, Math.max(least, Math.ceil(widest * size + NUMBER_MARGIN)));
}

/** A number with thousands separated and so many decimals, as its cell will show it; for measuring. */
export function shownNumber(value: CellValue, decimals = 0): string {
  return typeof value === "number"
    ? value.toFixed(decimals).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ",")
    : String(value);
}

/** Decimals that all of these numbers need; 3 for more than two. */
export function decimalsNeeded(numbers: readonly number[]): number {
  const places = numbers.map((number) => /\.(\d+)$/.exec(String(number))?.[1]?.length ?? 0);
  return places.reduce((most, one) => Math.min(3, Math.max(most, one)), 0);
}

const VALUE_ROLES = ["tableValue", "tableValue1", "tableValue2", "tableValueAny"] as const satisfies readonly Role[];
const VALUE_LABELS = ["#,##0;-#,##0;;", "#,##0.0;-#,##0.0;;", "#,##0.00;-#,##0.00;;", "General"] as const;

/** The role of values with so many decimals (`decimalsNeeded`). */
export function valueRole(decimals: number): Role {
  return VALUE_ROLES[decimals] ?? "tableValueAny";
}

/** Number format of their labels in a chart: none where the value is 0, which is what a text counts as there. */
export function valueLabels(decimals: number): string {
  return VALUE_LABELS[decimals] ?? "General";
}
