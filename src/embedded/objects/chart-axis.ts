import type { ChartAxisModel } from "../model/model";
import type { ChartTarget } from "./chart";
import { certainSlot, slot, type PartTarget } from "./chart-part";
import { asFlag, asNumber, asText, defineClass, navigation, property, sheetProperty } from "./member";

/** One axis of a chart. */
export interface AxisTarget extends ChartTarget {
  readonly type: "Category" | "Value";
  readonly axis: ChartAxisModel;
}

/** Excel.ChartAxis */
export const chartAxis = defineClass<AxisTarget>({
  name: "ChartAxis",
  members: {
    format: navigation("1.1", "ChartAxisFormat", axisLook),
    majorGridlines: navigation("1.1", "ChartGridlines", (target) => ({ ...target, key: "majorGridlines" })),
    minorGridlines: navigation("1.1", "ChartGridlines", (target) => ({ ...target, key: "minorGridlines" })),
    title: navigation("1.1", "ChartAxisTitle", (target) => target),
    majorUnit: limit("majorUnit"),
    maximum: limit("maximum"),
    minimum: limit("minimum"),
    numberFormat: sheetProperty(
      "1.8",
      ({ axis }) => axis.numberFormat ?? "General",
      ({ axis }, value) => {
        axis.numberFormat = asText(value);
      },
    ),
    reversePlotOrder: flag("1.7", "reversePlotOrder"),
    type: property("1.7", ({ type }) => type),
    visible: flag("1.7", "visible"),
  },
});

/** An axis and its title share their font here. */
export function axisLook({ sheet, axis }: AxisTarget): PartTarget {
  return {
    sheet,
    font: { name: slot(axis, "fontName"), size: slot(axis, "fontSize"), color: slot(axis, "fontColor") },
    line: { visible: certainSlot(axis, "lineVisible", false) },
  };
}

function flag(api: "1.7", key: "visible" | "reversePlotOrder") {
  return sheetProperty<AxisTarget>(
    api,
    ({ axis }) => axis[key],
    ({ axis }, value) => {
      axis[key] = asFlag(value);
    },
  );
}

/** A limit of the scale; "" leaves it to Excel. */
function limit(key: "minimum" | "maximum" | "majorUnit") {
  return sheetProperty<AxisTarget>(
    "1.1",
    ({ axis }) => axis[key] ?? "",
    ({ axis }, value) => {
      axis[key] = value === "" ? null : asNumber(value);
    },
  );
}
