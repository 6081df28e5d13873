import { referencedCells } from "../editing/charts";
import { readValue } from "../model/workbook";
import { entrySlot, type PartTarget } from "./chart-part";
import type { SeriesTarget } from "./chart-series";
import { asFlag, defineClass, navigation, property, sheetProperty } from "./member";

/** One point of a series, counted from 0. */
export interface PointTarget extends SeriesTarget {
  readonly index: number;
}

/** Excel.ChartPoint */
export const chartPoint = defineClass<PointTarget>({
  name: "ChartPoint",
  members: {
    dataLabel: navigation("1.7", "ChartDataLabel", (target) => target),
    format: navigation("1.1", "ChartPointFormat", ({ sheet, series, index }): PartTarget => {
      return { sheet, fill: entrySlot(series.pointFills, index) };
    }),
    hasDataLabel: sheetProperty(
      "1.7",
      ({ series }) => series.hasDataLabels,
      ({ series }, value) => {
        series.hasDataLabels = asFlag(value);
      },
    ),
    value: property("1.1", ({ series, index }, host) => {
      const cells = referencedCells(host.workbook, series.valuesRef);
      if (!cells) return 0;
      const { row, column, rows } = cells.area;
      return rows > 1 ? readValue(cells.sheet, row + index, column) : readValue(cells.sheet, row, column + index);
    }),
  },
});
