import type { ChartTarget } from "./chart";
import type { AxisTarget } from "./chart-axis";
import { asOneOf, defineClass, navigation, objectMethod } from "./member";

/** Excel.ChartAxes */
export const chartAxes = defineClass<ChartTarget>({
  name: "ChartAxes",
  members: {
    categoryAxis: navigation("1.1", "ChartAxis", (target) => axis(target, "Category")),
    valueAxis: navigation("1.1", "ChartAxis", (target) => axis(target, "Value")),
    getItem: objectMethod("1.7", "ChartAxis", (target, args) =>
      axis(target, asOneOf(args.text(0), ["Category", "Value"])),
    ),
  },
});

function axis(target: ChartTarget, type: AxisTarget["type"]): AxisTarget {
  return { ...target, type, axis: type === "Category" ? target.chart.categoryAxis : target.chart.valueAxis };
}
