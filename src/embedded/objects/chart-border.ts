import { kept, lineVisibility, type PartTarget } from "./chart-part";
import { defineClass, sheetMethod } from "./member";

/** Excel.ChartBorder */
export const chartBorder = defineClass<PartTarget>({
  name: "ChartBorder",
  members: {
    lineStyle: lineVisibility(({ border }) => border?.visible),
    clear: sheetMethod("1.8", ({ border }) => {
      kept(border?.visible).set(false);
    }),
  },
});
