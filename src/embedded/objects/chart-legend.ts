import type { ChartTarget } from "./chart";
import { slot, type PartTarget } from "./chart-part";
import { asFlag, asOneOf, defineClass, navigation, property } from "./member";

const POSITIONS = ["Top", "Bottom", "Left", "Right", "Corner"] as const;

/** Excel.ChartLegend */
export const chartLegend = defineClass<ChartTarget>({
  name: "ChartLegend",
  members: {
    format: navigation("1.1", "ChartLegendFormat", ({ sheet, chart }): PartTarget => {
      return { sheet, font: { name: slot(chart, "legendFontName"), size: slot(chart, "legendFontSize") } };
    }),
    position: property(
      "1.1",
      ({ chart }) => chart.legendPosition,
      ({ sheet, chart }, value, host) => {
        host.editSheet(sheet);
        chart.legendPosition = asOneOf(value, POSITIONS);
        chart.legendVisible = true;
      },
    ),
    visible: property(
      "1.1",
      ({ chart }) => chart.legendVisible,
      ({ sheet, chart }, value, host) => {
        host.editSheet(sheet);
        chart.legendVisible = asFlag(value);
      },
    ),
  },
});
