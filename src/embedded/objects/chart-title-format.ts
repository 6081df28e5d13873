import { samePart, type PartTarget } from "./chart-part";
import { defineClass, navigation } from "./member";

/** Excel.ChartTitleFormat */
export const chartTitleFormat = defineClass<PartTarget>({
  name: "ChartTitleFormat",
  members: {
    fill: navigation("1.1", "ChartFill", samePart),
    font: navigation("1.1", "ChartFont", samePart),
  },
});
