import { newSeries } from "../editing/charts";
import type { ChartTarget } from "./chart";
import type { SeriesTarget } from "./chart-series";
import { defineClass, method, objectMethod, property, editsSheet } from "./member";
import { found } from "./targets";

/** Excel.ChartSeriesCollection */
export const chartSeriesCollection = defineClass<ChartTarget>({
  name: "ChartSeriesCollection",
  collection: { item: "ChartSeries", list },
  members: {
    count: property("1.1", ({ chart }) => chart.series.length),
    add: editsSheet(
      objectMethod("1.7", "ChartSeries", (target, args): SeriesTarget => {
        const { series } = target.chart;
        const made = newSeries(args.optionalText(0) ?? `系列${series.length + 1}`);
        series.splice(args.optionalWhole(1) ?? series.length, 0, made);
        return { ...target, series: made };
      }),
    ),
    getCount: method("1.4", ({ chart }) => chart.series.length),
    getItemAt: objectMethod("1.1", "ChartSeries", (target, args) => found(list(target)[args.whole(0)])),
  },
});

function list(target: ChartTarget): SeriesTarget[] {
  return target.chart.series.map((series) => ({ ...target, series }));
}
