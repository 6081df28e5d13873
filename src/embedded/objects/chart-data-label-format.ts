import { samePart, type PartTarget } from "./chart-part";
import { defineClass, navigation } from "./member";

/** Excel.ChartDataLabelFormat */
export const chartDataLabelFormat = defineClass<PartTarget>({
  name: "ChartDataLabelFormat",
  members: {
    fill: navigation("1.1", "ChartFill", samePart),
    font: navigation("1.1", "ChartFont", samePart),
  },
});
