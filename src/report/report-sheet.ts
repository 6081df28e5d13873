import type { Area } from "../cells/cell";
import type { PlanProfile } from "../ledger/settings";
import { columnWidths, fitToPage, headerAndFooter, MARGINS, pageHeight } from "./page-setup";
import { MAX_BREAKS } from "./pages";
import type { ChartPlan, PagePlan, SheetPlan } from "./plan";
import type { SheetDraft } from "./sheet-draft";
import { breakLines, CELL_PADDING } from "./text-layout";
import { emsIn, textWidth } from "./text-width";
import { fontSize } from "./theme";

/** Bold letters are this much wider at most. */
export const BOLD = 1.05;

/**
 * Puts a title on top: in one row where it fits, smaller and in more rows where it does not. It stays with what follows.
 *
 * @param width of the sheet's columns in points
 * @returns the number of rows
 */
export function addTitle(draft: SheetDraft, title: string, width: number): number {
  const room = (role: "title" | "heading"): number => emsIn(width - CELL_PADDING, fontSize(role)) / BOLD;
  const role = textWidth(title) <= room("title") ? "title" : "heading";
  const lines = breakLines(title, room(role));
  const first = draft.next;
  for (const line of lines) draft.add([line], role === "title" ? 30 : 21);
  draft.role(role, first, 0, draft.columns, lines.length);
  draft.bind(first, lines.length);
  return lines.length;
}

/** Adds a heading in as many rows as it needs; it stays with what follows. */
export function addHeading(draft: SheetDraft, text: string, width: number): void {
  const lines = breakLines(text, emsIn(width - CELL_PADDING, fontSize("heading")) / BOLD);
  lines.forEach((line, at) => {
    const row = draft.add([line], at === 0 ? 27 : 21);
    draft.role("heading", row, 0, draft.columns);
    draft.bind(row);
  });
}

/** Height in points of the line that says that counts have changed. */
export const STALE_HEIGHT = 15;

/** Height in points that a page has for the rows of a sheet with columns of these widths (points). */
export function rowsHeight(columns: readonly number[], widest?: number): number {
  const { orientation, scale } = fitToPage(total(columns), widest);
  return pageHeight(orientation, scale);
}

/** What a report sheet is besides its cells. */
interface SheetFinish {
  readonly name: string;
  /** Widths in points. */
  readonly columns: readonly number[];
  readonly charts: readonly ChartPlan[];
  readonly plan: PlanProfile;
  readonly rateDecimals: number;
  readonly printArea: Area;
  /** Rows before which a page ends. */
  readonly breaks: readonly number[];
  /** Row repeated on every page. */
  readonly titleRow?: number;
  /** Total width in points up to which the page is upright; see `fitToPage`. */
  readonly widest?: number;
}

/** A finished draft as a sheet: page set up, everything in its place. */
export function finishSheet(draft: SheetDraft, finish: SheetFinish): SheetPlan {
  const { name, columns, charts, plan, rateDecimals, printArea, breaks, titleRow, widest } = finish;
  const titleRows: Pick<PagePlan, "titleRows"> =
    titleRow === undefined ? {} : { titleRows: { first: titleRow, last: titleRow } };
  return {
    name,
    kind: "report",
    blocks: draft.blocks(),
    roles: draft.roles("body"),
    columnWidths: columnWidths(columns),
    rowHeights: draft.rowHeights(),
    charts,
    links: draft.links,
    rateDecimals,
    page: {
      ...fitToPage(total(columns), widest),
      margins: MARGINS,
      printArea,
      ...titleRows,
      breaksBefore: breaks.slice(0, MAX_BREAKS),
      centerHorizontally: true,
      ...headerAndFooter(plan),
    },
  };
}

function total(columns: readonly number[]): number {
  return columns.reduce((sum, width) => sum + width, 0);
}
