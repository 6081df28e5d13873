import { axisLook, type AxisTarget } from "./chart-axis";
import { asFlag, asText, defineClass, navigation, property } from "./member";

/** Excel.ChartAxisTitle */
export const chartAxisTitle = defineClass<AxisTarget>({
  name: "ChartAxisTitle",
  members: {
    format: navigation("1.1", "ChartAxisTitleFormat", axisLook),
    text: property(
      "1.1",
      ({ axis }) => axis.title ?? "",
      ({ sheet, axis }, value, host) => {
        host.editSheet(sheet);
        axis.title = asText(value);
      },
    ),
    visible: property(
      "1.1",
      ({ axis }) => axis.title !== null,
      ({ sheet, axis }, value, host) => {
        host.editSheet(sheet);
        axis.title = asFlag(value) ? (axis.title ?? "") : null;
      },
    ),
  },
});
