import { samePart, type PartTarget } from "./chart-part";
import { defineClass, navigation } from "./member";

/** Excel.ChartAxisTitleFormat */
export const chartAxisTitleFormat = defineClass<PartTarget>({
  name: "ChartAxisTitleFormat",
  members: {
    font: navigation("1.1", "ChartFont", samePart),
  },
});
