import { kept, lineVisibility, type PartTarget } from "./chart-part";
import { defineClass, method } from "./member";

/** Excel.ChartBorder */
export const chartBorder = defineClass<PartTarget>({
  name: "ChartBorder",
  members: {
    lineStyle: lineVisibility(({ border }) => border?.visible),
    clear: method("1.8", ({ sheet, border }, _args, host) => {
      kept(host, sheet, border?.visible).set(false);
    }),
  },
});
