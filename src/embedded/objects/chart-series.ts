import { CHART_TYPES, reference } from "../editing/charts";
import { invalidArgument } from "../editing/excel-error";
import type { ChartSeriesModel } from "../model/model";
import type { ChartTarget } from "./chart";
import { slot, type PartTarget } from "./chart-part";
import {
  asFlag,
  asOneOf,
  asText,
  asWhole,
  defineClass,
  navigation,
  property,
  type Arguments,
  sheetProperty,
  sheetMethod,
} from "./member";
import { areaOf, type RangeTarget } from "./targets";

/** One series of a chart. */
export interface SeriesTarget extends ChartTarget {
  readonly series: ChartSeriesModel;
}

const MAX_NAME = 255;

/** Excel.ChartSeries */
export const chartSeries = defineClass<SeriesTarget>({
  name: "ChartSeries",
  members: {
    dataLabels: navigation("1.8", "ChartDataLabels", ({ sheet, series }) => ({ sheet, series: [series] })),
    format: navigation("1.1", "ChartSeriesFormat", ({ sheet, series }): PartTarget => {
      return {
        sheet,
        fill: slot(series, "fill"),
        line: { color: slot(series, "lineColor"), weight: slot(series, "lineWeight") },
      };
    }),
    points: navigation("1.1", "ChartPointsCollection", (target) => target),
    chartType: property(
      "1.7",
      ({ chart }) => chart.chartType,
      ({ chart }, value) => {
        // One chart has one type here.
        if (asOneOf(value, CHART_TYPES) !== chart.chartType) throw invalidArgument("chartType");
      },
    ),
    doughnutHoleSize: number("1.7", "doughnutHoleSize", 10, 90, 50),
    gapWidth: number("1.7", "gapWidth", 0, 500, 150),
    hasDataLabels: sheetProperty(
      "1.7",
      ({ series }) => series.hasDataLabels,
      ({ series }, value) => {
        series.hasDataLabels = asFlag(value);
      },
    ),
    name: sheetProperty(
      "1.1",
      ({ series }) => series.name,
      ({ series }, value) => {
        const name = asText(value);
        if (name.length > MAX_NAME) throw invalidArgument("name");
        series.name = name;
        series.nameRef = null;
      },
    ),
    overlap: number("1.8", "overlap", -100, 100, 0),
    delete: sheetMethod("1.7", ({ chart, series }) => {
      chart.series.splice(chart.series.indexOf(series), 1);
    }),
    setValues: sheetMethod("1.7", ({ series }, args) => {
      series.valuesRef = source(args);
    }),
    setXAxisValues: sheetMethod("1.7", ({ series }, args) => {
      series.categoriesRef = source(args);
    }),
  },
});

function source(args: Arguments): string {
  const range = args.object(0, "Range") as RangeTarget | undefined;
  if (!range) throw invalidArgument("sourceData");
  return reference(range.sheet, areaOf(range));
}

function number(
  api: "1.7" | "1.8",
  key: "gapWidth" | "overlap" | "doughnutHoleSize",
  minimum: number,
  maximum: number,
  standard: number,
) {
  return sheetProperty<SeriesTarget>(
    api,
    ({ series }) => series[key] ?? standard,
    ({ series }, value) => {
      const checked = asWhole(value);
      if (checked < minimum || checked > maximum) throw invalidArgument(key);
      series[key] = checked;
    },
  );
}
