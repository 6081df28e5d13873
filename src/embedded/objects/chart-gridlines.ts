import type { AxisTarget } from "./chart-axis";
import { asFlag, defineClass, sheetProperty } from "./member";

/** Excel.ChartGridlines */
export const chartGridlines = defineClass<AxisTarget & { readonly key: "majorGridlines" | "minorGridlines" }>({
  name: "ChartGridlines",
  members: {
    visible: sheetProperty(
      "1.1",
      ({ axis, key }) => axis[key],
      ({ axis, key }, value) => {
        axis[key] = asFlag(value);
      },
    ),
  },
});
