import type { ChartModel, ChartSeriesModel } from "../../../src/embedded/model/model";

const AXIS: ChartModel["categoryAxis"] = {
  visible: true,
  title: null,
  reversePlotOrder: false,
  majorGridlines: false,
  minorGridlines: false,
  numberFormat: null,
  minimum: null,
  maximum: null,
  majorUnit: null,
  fontName: "游ゴシック",
  fontSize: 9,
  fontColor: "#333333",
  lineVisible: true,
};

/** A series over columns A (names) and `column` (values) of rows 2 to 4 of a sheet. */
export function series(sheet: string, column: string, fill: string | null): ChartSeriesModel {
  return {
    name: column,
    nameRef: `='${sheet}'!$${column}$1`,
    valuesRef: `='${sheet}'!$${column}$2:$${column}$4`,
    categoriesRef: `='${sheet}'!$A$2:$A$4`,
    fill,
    pointFills: new Map(),
    lineColor: "#FFFFFF",
    lineWeight: 0.75,
    hasDataLabels: true,
    labels: {
      showValue: true,
      showCategoryName: false,
      showSeriesName: false,
      showPercentage: false,
      showLegendKey: false,
      numberFormat: "0;;;",
      position: "Center",
      fontColor: "#FFFFFF",
      fontSize: 9,
      fontName: "游ゴシック",
      bold: true,
    },
    gapWidth: 50,
    overlap: 100,
    doughnutHoleSize: null,
  };
}

/** A chart with everything set that the report sets. */
export function chart(chartType: string, own: readonly ChartSeriesModel[], more: Partial<ChartModel> = {}): ChartModel {
  return {
    id: `{${chartType}}`,
    name: `グラフ_${chartType}`,
    chartType,
    title: "分野別の達成状況（件）",
    titleFontName: "游ゴシック",
    titleFontSize: 12,
    titleFontColor: "#222222",
    titleBold: true,
    legendVisible: true,
    legendPosition: "Bottom",
    legendFontSize: 9,
    legendFontName: "游ゴシック",
    left: 0,
    top: 0,
    width: 300,
    height: 200,
    place: { row: 5, column: 0, rows: 10, columns: 6 },
    fontName: "游ゴシック",
    fontSize: 9,
    borderVisible: false,
    series: [...own],
    categoryAxis: { ...AXIS, reversePlotOrder: true },
    valueAxis: { ...AXIS, title: "件数", majorGridlines: true, numberFormat: "0", minimum: 0 },
    ...more,
  };
}
