import type { ChartPlan, ChartSeriesPlan } from "./plan";
import { ROW_HEIGHT, type SheetDraft } from "./sheet-draft";
import { rateFormat } from "./theme";

/** Bars beyond this number would be too thin to read; such a table has no chart. */
export const MAX_BARS = 40;

const BAR = 22;
/** Title, legend and axis of a bar chart together. */
const AROUND_BARS = 76;
const MAX_BARS_HEIGHT = 640;
const RING_HEIGHT = 190;

/** What a chart shows, without its place. */
export type ChartContent = Pick<ChartPlan, "name" | "kind" | "title" | "source" | "series" | "labelFormat"> & {
  readonly pointColors?: readonly ChartSeriesPlan[];
};

/** Height in points of a bar chart over this many rows. */
export function barsHeight(bars: number): number {
  return Math.min(MAX_BARS_HEIGHT, AROUND_BARS + bars * BAR);
}

/** Adds free rows and a chart that covers them, as wide as the sheet. `height` in points. */
export function addChart(draft: SheetDraft, charts: ChartPlan[], content: ChartContent, height = RING_HEIGHT): void {
  const rows = Math.ceil(height / ROW_HEIGHT);
  const row = draft.next;
  for (let i = 0; i < rows; i++) draft.add([]);
  charts.push({ ...content, seriesBy: "Columns", place: { row, column: 0, rows, columns: draft.columns } });
}

/** Number format of count labels: no label where the count is 0. */
export const COUNT_LABELS = "#,##0;;;";

/** Number format of percentage labels: no label where the share is 0. */
export function shareLabels(decimals: number): string {
  return `${rateFormat(decimals)};;;`;
}
