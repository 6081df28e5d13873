import { samePart, type PartTarget } from "./chart-part";
import { defineClass, navigation } from "./member";

/** Excel.ChartSeriesFormat */
export const chartSeriesFormat = defineClass<PartTarget>({
  name: "ChartSeriesFormat",
  members: {
    fill: navigation("1.1", "ChartFill", samePart),
    line: navigation("1.1", "ChartLineFormat", samePart),
  },
});
