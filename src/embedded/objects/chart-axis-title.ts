import { axisLook, type AxisTarget } from "./chart-axis";
import { asFlag, asText, defineClass, navigation, sheetProperty } from "./member";

/** Excel.ChartAxisTitle */
export const chartAxisTitle = defineClass<AxisTarget>({
  name: "ChartAxisTitle",
  members: {
    format: navigation("1.1", "ChartAxisTitleFormat", axisLook),
    text: sheetProperty(
      "1.1",
      ({ axis }) => axis.title ?? "",
      ({ axis }, value) => {
        axis.title = asText(value);
      },
    ),
    visible: sheetProperty(
      "1.1",
      ({ axis }) => axis.title !== null,
      ({ axis }, value) => {
        axis.title = asFlag(value) ? (axis.title ?? "") : null;
      },
    ),
  },
});
