import { parseArea, splitSheet } from "./address";
import type { ChartModel, WorkbookModel } from "./model";
import { findSheet, readValue } from "./workbook";

/** What a chart's title shows: what its cell holds where it follows one; null where the chart has none. */
export function shownTitle({ title, titleRef }: ChartModel, workbook: WorkbookModel): string | null {
  if (titleRef === undefined) return title;
  const { sheet: name, address } = splitSheet(titleRef.replace(/^=/, ""));
  const sheet = name === null ? undefined : findSheet(workbook, name);
  const area = parseArea(address);
  return sheet && area ? String(readValue(sheet, area.row, area.column)) : title;
}
