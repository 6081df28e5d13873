import { kept, lineVisibility, slotMember, type PartTarget } from "./chart-part";
import { asColor, asNumber, defineClass, sheetMethod } from "./member";

/** Excel.ChartLineFormat */
export const chartLineFormat = defineClass<PartTarget>({
  name: "ChartLineFormat",
  members: {
    color: slotMember("1.1", ({ line }) => line?.color, asColor, ""),
    lineStyle: lineVisibility(({ line }) => line?.visible),
    weight: slotMember("1.7", ({ line }) => line?.weight, asNumber, 0.75),
    clear: sheetMethod("1.1", ({ line }) => {
      kept(line?.visible).set(false);
    }),
  },
});
