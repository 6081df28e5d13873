import type { Area } from "../../cells/cell";
import { boundingArea } from "../model/address";
import { CHART_TYPES, SERIES_BY, seriesOf } from "../editing/charts";
import { areaBox } from "../model/geometry";
import { invalidArgument } from "../editing/excel-error";
import type { ChartModel } from "../model/model";
import { certainSlot, slot, type PartTarget } from "./chart-part";
import {
  asNumber,
  asOneOf,
  asText,
  defineClass,
  event,
  navigation,
  property,
  sheetProperty,
  sheetMethod,
} from "./member";
import { areaOf, rangeOnSheet, type RangeTarget, type SheetTarget } from "./targets";

/** One chart and its sheet. */
export interface ChartTarget extends SheetTarget {
  readonly chart: ChartModel;
}

/** Excel.Chart */
export const chart = defineClass<ChartTarget>({
  name: "Chart",
  identity: { as: "Id", read: ({ chart: model }) => model.id },
  members: {
    axes: navigation("1.1", "ChartAxes", (target) => target),
    dataLabels: navigation("1.1", "ChartDataLabels", ({ sheet, chart: model }) => ({ sheet, series: model.series })),
    format: navigation("1.1", "ChartAreaFormat", ({ sheet, chart: model }): PartTarget => {
      return {
        sheet,
        font: { name: slot(model, "fontName"), size: slot(model, "fontSize"), color: slot(model, "fontColor") },
        border: { visible: certainSlot(model, "borderVisible", false) },
      };
    }),
    legend: navigation("1.1", "ChartLegend", (target) => target),
    series: navigation("1.1", "ChartSeriesCollection", (target) => target),
    title: navigation("1.1", "ChartTitle", (target) => target),
    worksheet: navigation("1.2", "Worksheet", ({ sheet }) => ({ sheet })),
    chartType: sheetProperty(
      "1.7",
      ({ chart: model }) => model.chartType,
      ({ chart: model }, value) => {
        model.chartType = asOneOf(value, CHART_TYPES);
      },
    ),
    height: size("height"),
    id: property("1.7", ({ chart: model }) => model.id),
    left: size("left"),
    name: sheetProperty(
      "1.1",
      ({ chart: model }) => model.name,
      ({ chart: model }, value) => {
        const name = asText(value);
        if (name === "") throw invalidArgument("name");
        model.name = name;
      },
    ),
    top: size("top"),
    width: size("width"),
    delete: sheetMethod("1.1", ({ sheet, chart: model }) => {
      sheet.charts.splice(sheet.charts.indexOf(model), 1);
    }),
    setData: sheetMethod("1.1", ({ chart: model }, args) => {
      const source = args.object(0, "Range") as RangeTarget | undefined;
      if (!source) throw invalidArgument("sourceData");
      model.series = seriesOf(source.sheet, areaOf(source), asOneOf(args.optionalText(1) ?? "Auto", SERIES_BY));
    }),
    setPosition: sheetMethod("1.1", ({ sheet, chart: model }, args, host) => {
      const start = areaOf(rangeOnSheet(host, sheet, args, 0));
      const place = args.raw(1) === undefined ? start : boundingArea(start, areaOf(rangeOnSheet(host, sheet, args, 1)));
      put(model, sheet, place, args.raw(1) === undefined);
    }),
    onActivated: event("1.8"),
    onDeactivated: event("1.8"),
  },
});

/** A chart given only its first cell keeps its size. */
function put(model: ChartModel, sheet: ChartTarget["sheet"], place: Area, keepSize: boolean): void {
  const box = areaBox(sheet, place);
  if (keepSize) {
    Object.assign(model, { left: box.left, top: box.top, place: null });
  } else {
    Object.assign(model, { ...box, place });
  }
}

function size(key: "left" | "top" | "width" | "height") {
  return sheetProperty<ChartTarget>(
    "1.1",
    // A chart over cells moves and grows with them.
    ({ sheet, chart: model }) => (model.place ? areaBox(sheet, model.place)[key] : model[key]),
    ({ sheet, chart: model }, value) => {
      const points = asNumber(value);
      if (points < 0) throw invalidArgument(key);
      if (model.place) Object.assign(model, { ...areaBox(sheet, model.place), place: null });
      model[key] = points;
    },
  );
}
