import type { ChartPlan, ChartSeriesPlan } from "./plan";
import { ROW_HEIGHT, type SheetDraft } from "./sheet-draft";
import { pageHeight } from "./page-setup";
import { rateFormat } from "./theme";

/** Bars beyond this number would be too thin to read; such a table has no chart. */
export const MAX_BARS = 40;

const BAR = 22;
/** Title, legend and axis of a bar chart together. */
const AROUND_BARS = 76;
const PORTRAIT_PAGE = pageHeight("Portrait", 100);
const RING_HEIGHT = 198;
/** Free space above a chart. */
const GAP = 9;

/** What a chart shows, without its place. */
export type ChartContent = Pick<ChartPlan, "name" | "kind" | "title" | "source" | "series" | "labelFormat"> & {
  readonly pointColors?: readonly ChartSeriesPlan[];
};

/** Rows of the table that stay with the chart below it: with them it still has to fit one page, or the page would cut it. */
const ROWS_ABOVE = 4;

/** Height in points of a bar chart over this many rows, within a page's height. */
export function barsHeight(bars: number, page = PORTRAIT_PAGE): number {
  return Math.min(page - GAP - ROWS_ABOVE * ROW_HEIGHT, AROUND_BARS + bars * BAR);
}

/** Adds free rows and a chart that covers them, as wide as the sheet and on one page. `height` in points. */
export function addChart(draft: SheetDraft, charts: ChartPlan[], content: ChartContent, height = RING_HEIGHT): void {
  draft.bind(draft.add([], GAP));
  const rows = Math.floor(height / ROW_HEIGHT);
  const row = draft.next;
  for (let i = 0; i < rows; i++) draft.add([]);
  draft.bind(row, rows - 1);
  charts.push({ ...content, seriesBy: "Columns", place: { row, column: 0, rows, columns: draft.columns } });
}

/** Number format of count labels: no label where the count is 0. */
export const COUNT_LABELS = "#,##0;;;";

/** Number format of percentage labels: no label where the share is 0. */
export function shareLabels(decimals: number): string {
  return `${rateFormat(decimals)};;;`;
}
