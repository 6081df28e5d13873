import type { ChartTarget } from "./chart";
import { slot, type PartTarget } from "./chart-part";
import { asFlag, asOneOf, defineClass, navigation, sheetProperty } from "./member";

const POSITIONS = ["Top", "Bottom", "Left", "Right", "Corner"] as const;

/** Excel.ChartLegend */
export const chartLegend = defineClass<ChartTarget>({
  name: "ChartLegend",
  members: {
    format: navigation("1.1", "ChartLegendFormat", ({ sheet, chart }): PartTarget => {
      return { sheet, font: { name: slot(chart, "legendFontName"), size: slot(chart, "legendFontSize") } };
    }),
    position: sheetProperty(
      "1.1",
      ({ chart }) => chart.legendPosition,
      ({ chart }, value) => {
        chart.legendPosition = asOneOf(value, POSITIONS);
        chart.legendVisible = true;
      },
    ),
    visible: sheetProperty(
      "1.1",
      ({ chart }) => chart.legendVisible,
      ({ chart }, value) => {
        chart.legendVisible = asFlag(value);
      },
    ),
  },
});
