import type { ChartKind, ChartPlan, ChartSeriesPlan } from "./plan";
import { ROW_HEIGHT, type SheetDraft } from "./sheet-draft";
import { pageHeight } from "./page-setup";
import { rateFormat } from "./theme";

/** Bars beyond this number would be too thin to read; such a table has no chart. */
export const MAX_BARS = 40;

const BAR = 22;
/** Title, legend and axis of a bar chart together. */
const AROUND_BARS = 76;
const PORTRAIT_PAGE = pageHeight("Portrait", 100);
/** Charts that do not grow with their number of categories. */
const FIXED_HEIGHT = 198;
/** Free space above a chart. */
const GAP = 9;

/** What a chart shows, without its place. */
export type ChartDraft = Pick<
  ChartPlan,
  "name" | "kind" | "title" | "titleCell" | "source" | "series" | "labelFormat"
> & {
  readonly pointColors?: readonly ChartSeriesPlan[];
  /** Columns where absent. */
  readonly seriesBy?: ChartPlan["seriesBy"];
};

/** Rows of the table that stay with the chart below it: with them it still has to fit one page, or the page would cut it. */
const ROWS_ABOVE = 4;

/** Height in points of each kind of chart, on a page as high as given. */
const HEIGHTS: Readonly<Record<ChartKind, (chart: ChartDraft, page: number) => number>> = {
  BarStacked: ({ source }, page) => barsHeight(source.rows - 1, page),
  BarStacked100: ({ source }, page) => barsHeight(source.rows - 1, page),
  BarClustered: ({ source, series }, page) => barsHeight((source.rows - 1) * series.length, page),
  // Three of them, each below its table, on a page.
  ColumnClustered: () => 150,
  Line: () => FIXED_HEIGHT,
  Doughnut: () => FIXED_HEIGHT,
};

function barsHeight(bars: number, page: number): number {
  return Math.min(page - GAP - ROWS_ABOVE * ROW_HEIGHT, AROUND_BARS + bars * BAR);
}

/** Adds free rows and a chart that covers them, as wide as the sheet and on one page, whose height in points is given. */
export function addChart(draft: SheetDraft, charts: ChartPlan[], chart: ChartDraft, page = PORTRAIT_PAGE): void {
  draft.bind(draft.add([], GAP));
  const rows = Math.floor(HEIGHTS[chart.kind](chart, page) / ROW_HEIGHT);
  const row = draft.next;
  for (let i = 0; i < rows; i++) draft.add([]);
  draft.bind(row, rows - 1);
  charts.push({ seriesBy: "Columns", ...chart, place: { row, column: 0, rows, columns: draft.columns } });
}

/** A chart's title that follows the first cell of a row where that says a count as a formula; null where no cell does. */
export function titleFrom(draft: SheetDraft, row: number | null): Partial<Pick<ChartPlan, "title" | "titleCell">> {
  const cell = row === null ? null : draft.cell(row, 0);
  if (row === null || cell === null || typeof cell !== "object") return {};
  return { title: String(cell.value), titleCell: { row, column: 0 } };
}

/** Number format of count labels: no label where the count is 0. */
export const COUNT_LABELS = "#,##0;;;";

/** Number format of percentage labels: no label where the share is 0. */
export function shareLabels(decimals: number): string {
  return `${rateFormat(decimals)};;;`;
}
