import { samePart, type PartTarget } from "./chart-part";
import { defineClass, navigation } from "./member";

/** Excel.ChartAxisFormat */
export const chartAxisFormat = defineClass<PartTarget>({
  name: "ChartAxisFormat",
  members: {
    font: navigation("1.1", "ChartFont", samePart),
    line: navigation("1.1", "ChartLineFormat", samePart),
  },
});
