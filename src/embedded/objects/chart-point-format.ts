import { samePart, type PartTarget } from "./chart-part";
import { defineClass, navigation } from "./member";

/** Excel.ChartPointFormat */
export const chartPointFormat = defineClass<PartTarget>({
  name: "ChartPointFormat",
  members: {
    fill: navigation("1.1", "ChartFill", samePart),
  },
});
