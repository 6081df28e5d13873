import { kept, type PartTarget } from "./chart-part";
import { asColor, defineClass, method } from "./member";

/** Excel.ChartFill */
export const chartFill = defineClass<PartTarget>({
  name: "ChartFill",
  members: {
    clear: method("1.1", ({ sheet, fill }, _args, host) => {
      kept(host, sheet, fill).set(null);
    }),
    getSolidColor: method("1.16", ({ fill }) => fill?.get() ?? ""),
    setSolidColor: method("1.1", ({ sheet, fill }, args, host) => {
      kept(host, sheet, fill).set(asColor(args.raw(0)));
    }),
  },
});
