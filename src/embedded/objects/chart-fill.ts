import { kept, type PartTarget } from "./chart-part";
import { asColor, defineClass, method, sheetMethod } from "./member";

/** Excel.ChartFill */
export const chartFill = defineClass<PartTarget>({
  name: "ChartFill",
  members: {
    clear: sheetMethod("1.1", ({ fill }) => {
      kept(fill).set(null);
    }),
    getSolidColor: method("1.16", ({ fill }) => fill?.get() ?? ""),
    setSolidColor: sheetMethod("1.1", ({ fill }, args) => {
      kept(fill).set(asColor(args.raw(0)));
    }),
  },
});
