import type { AxisTarget } from "./chart-axis";
import { asFlag, defineClass, property } from "./member";

/** Excel.ChartGridlines */
export const chartGridlines = defineClass<AxisTarget & { readonly key: "majorGridlines" | "minorGridlines" }>({
  name: "ChartGridlines",
  members: {
    visible: property(
      "1.1",
      ({ axis, key }) => axis[key],
      ({ sheet, axis, key }, value, host) => {
        host.editSheet(sheet);
        axis[key] = asFlag(value);
      },
    ),
  },
});
