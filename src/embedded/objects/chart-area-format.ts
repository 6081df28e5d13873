import { samePart, type PartTarget } from "./chart-part";
import { defineClass, navigation } from "./member";

/** Excel.ChartAreaFormat */
export const chartAreaFormat = defineClass<PartTarget>({
  name: "ChartAreaFormat",
  members: {
    border: navigation("1.7", "ChartBorder", samePart),
    fill: navigation("1.1", "ChartFill", samePart),
    font: navigation("1.1", "ChartFont", samePart),
  },
});
