import { entrySlot, type PartTarget } from "./chart-part";
import type { PointTarget } from "./chart-point";
import { defineClass, navigation } from "./member";

/** Excel.ChartDataLabel */
export const chartDataLabel = defineClass<PointTarget>({
  name: "ChartDataLabel",
  members: {
    format: navigation("1.8", "ChartDataLabelFormat", ({ sheet, series, index }): PartTarget => {
      return { sheet, font: { color: entrySlot((series.pointLabelColors ??= new Map()), index) } };
    }),
  },
});
