import { samePart, type PartTarget } from "./chart-part";
import { defineClass, navigation } from "./member";

/** Excel.ChartLegendFormat */
export const chartLegendFormat = defineClass<PartTarget>({
  name: "ChartLegendFormat",
  members: {
    fill: navigation("1.1", "ChartFill", samePart),
    font: navigation("1.1", "ChartFont", samePart),
  },
});
