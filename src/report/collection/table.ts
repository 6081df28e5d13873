import type { PlanProfile } from "../../ledger/settings";
import { columnPoints } from "../lengths";
import { headerAndFooter, MARGINS } from "../page-setup";
import type { PlanCell, Role, SheetPlan } from "../plan";
import type { SheetDraft } from "../sheet-draft";
import { breakLines } from "../text-layout";
import { emsIn } from "../text-width";
import { fontSize, rowHeight } from "../theme";

/** A table on a sheet of a collection. */
interface ListTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly PlanCell[])[];
  /** Roles of columns that are no plain text, by column. */
  readonly roles?: Readonly<Record<number, Role>>;
  /** Whether the last row is a total. */
  readonly hasTotal?: boolean;
}

/** Adds a table whose texts wrap in columns of these widths in characters. @returns zero-based row of its header */
export function addList(
  draft: SheetDraft,
  widths: readonly number[],
  { header, rows, roles = {}, hasTotal }: ListTable,
): number {
  const columns = header.length;
  const at = draft.add(header, rowHeight("tableHeader", linesOf(header, widths)));
  draft.role("tableHeader", at, 0, columns);
  if (rows.length === 0) return at;
  for (const row of rows) draft.add(row, rowHeight("tableText", linesOf(row, widths)));
  for (let column = 0; column < columns; column++) {
    draft.role(roles[column] ?? "tableText", at + 1, column, 1, rows.length);
  }
  if (hasTotal === true) draft.role("tableTotal", at + rows.length, 0, columns);
  draft.role("tableLast", at + rows.length, 0, columns);
  return at;
}

/** Adds a sentence over the whole width, in as many lines as it needs. */
export function addSentence(
  draft: SheetDraft,
  role: "subtitle" | "note" | "heading" | "title",
  text: string,
  widths: readonly number[],
): void {
  const points = widths.reduce((sum, width) => sum + columnPoints(width), 0);
  // What other programs draw a little wider still fits.
  const ems = emsIn(points * 0.92, fontSize(role));
  for (const line of breakLines(text, ems)) draft.role(role, draft.add([line], rowHeight(role)), 0, draft.columns);
}

/** A finished sheet of lists: as wide as an A4 page, the header of the last table on every page. */
export function finishList(
  draft: SheetDraft,
  {
    name,
    widths,
    plan,
    freezeRows,
    titleRow,
    printed,
  }: {
    readonly name: string;
    readonly widths: readonly number[];
    readonly plan: PlanProfile;
    readonly freezeRows?: number;
    readonly titleRow?: number;
    /** Columns that are printed; all of them where absent. */
    readonly printed?: number;
  },
): SheetPlan {
  return {
    name,
    kind: "report",
    blocks: draft.blocks(),
    roles: draft.roles("body"),
    columnWidths: widths,
    rowHeights: draft.rowHeights(),
    charts: [],
    links: draft.links,
    ...(freezeRows === undefined ? {} : { freezeRows }),
    page: {
      orientation: "Landscape",
      margins: MARGINS,
      printArea: { ...draft.area(), columns: printed ?? draft.columns },
      ...(titleRow === undefined ? {} : { titleRows: { first: titleRow, last: titleRow } }),
      ...headerAndFooter(plan),
    },
  };
}

/** Lines that the fullest cell of a row needs. */
function linesOf(cells: readonly PlanCell[], widths: readonly number[]): number {
  return cells.reduce<number>((most, cell, column) => {
    if (typeof cell !== "string" || cell === "") return most;
    const ems = emsIn(columnPoints(widths[column] ?? 10) * 0.92, fontSize("tableText"));
    return Math.max(most, breakLines(cell, ems).length);
  }, 1);
}
