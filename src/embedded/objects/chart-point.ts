import { referencedCells } from "../charts";
import { readValue } from "../workbook";
import type { PartTarget, Slot } from "./chart-format";
import type { SeriesTarget } from "./chart-series";
import { asFlag, defineClass, navigation, property } from "./member";

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
      return { sheet, fill: entry(series.pointFills, index) };
    }),
    hasDataLabel: property(
      "1.7",
      ({ series }) => series.hasDataLabels,
      ({ sheet, series }, value, host) => {
        host.editSheet(sheet);
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

/** Excel.ChartDataLabel */
export const chartDataLabel = defineClass<PointTarget>({
  name: "ChartDataLabel",
  members: {
    format: navigation("1.8", "ChartDataLabelFormat", ({ sheet, series, index }): PartTarget => {
      return { sheet, font: { color: entry((series.pointLabelColors ??= new Map()), index) } };
    }),
  },
});

function entry(map: Map<number, string>, index: number): Slot<string> {
  return {
    get: () => map.get(index) ?? null,
    set: (value) => {
      if (value === null) map.delete(index);
      else map.set(index, value);
    },
  };
}
