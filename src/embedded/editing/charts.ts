import { absoluteAddress, quotedSheetName, type Area } from "../../cells/cell";
import { parseArea, splitSheet } from "../model/address";
import type { Host } from "./host";
import { invalidArgument } from "./excel-error";
import type {
  ChartAxisModel,
  ChartLabelsModel,
  ChartModel,
  ChartSeriesModel,
  SheetArea,
  SheetModel,
  WorkbookModel,
} from "../model/model";
import { findSheet, readValue } from "../model/workbook";

/** Chart types this Excel knows, by Excel.ChartType's names. */
export const CHART_TYPES = [
  "BarClustered",
  "BarStacked",
  "BarStacked100",
  "ColumnClustered",
  "ColumnStacked",
  "ColumnStacked100",
  "Line",
  "LineMarkers",
  "LineStacked",
  "Area",
  "AreaStacked",
  "AreaStacked100",
  "Pie",
  "Doughnut",
  "XYScatter",
  "Radar",
] as const;

/** Excel.ChartSeriesBy */
export const SERIES_BY = ["Auto", "Columns", "Rows"] as const;

/** Size of a new chart in points, and the gap to the sheet's corner. */
const WIDTH = 360;
const HEIGHT = 216;

/** A chart over an area, as Excel makes it before anything else is said. */
export function newChart(
  host: Host,
  sheet: SheetModel,
  chartType: string,
  source: SheetModel,
  area: Area,
  seriesBy: (typeof SERIES_BY)[number],
): ChartModel {
  const series = seriesOf(source, area, seriesBy);
  if (series.length === 0) throw invalidArgument("sourceData");
  const single = series.length === 1;
  return {
    id: host.newObjectId(),
    name: freeName(sheet),
    chartType,
    title: single ? series[0]!.name : "グラフ タイトル",
    titleFontName: null,
    titleFontSize: null,
    titleFontColor: null,
    titleBold: null,
    legendVisible: !single || chartType === "Pie" || chartType === "Doughnut",
    legendPosition: "Bottom",
    legendFontSize: null,
    legendFontName: null,
    left: 0,
    top: 0,
    width: WIDTH,
    height: HEIGHT,
    place: null,
    fontName: null,
    fontSize: null,
    borderVisible: true,
    series,
    categoryAxis: newAxis(false),
    valueAxis: newAxis(true),
  };
}

function freeName(sheet: SheetModel): string {
  let number = sheet.charts.length + 1;
  while (sheet.charts.some((chart) => chart.name === `グラフ ${number}`)) number++;
  return `グラフ ${number}`;
}

function newAxis(majorGridlines: boolean): ChartAxisModel {
  return {
    visible: true,
    title: null,
    reversePlotOrder: false,
    majorGridlines,
    minorGridlines: false,
    numberFormat: null,
    minimum: null,
    maximum: null,
    majorUnit: null,
    fontName: null,
    fontSize: null,
    fontColor: null,
    lineVisible: true,
  };
}

/** A series without values. */
export function newSeries(name: string): ChartSeriesModel {
  const labels: ChartLabelsModel = {
    showValue: true,
    showCategoryName: false,
    showSeriesName: false,
    showPercentage: false,
    showLegendKey: false,
    numberFormat: null,
    position: null,
    fontColor: null,
    fontSize: null,
    fontName: null,
    bold: null,
  };
  return {
    name,
    nameRef: null,
    valuesRef: "",
    categoriesRef: null,
    fill: null,
    pointFills: new Map(),
    lineColor: null,
    lineWeight: null,
    hasDataLabels: false,
    labels,
    gapWidth: null,
    overlap: null,
    doughnutHoleSize: null,
  };
}

/**
 * The series Excel finds in an area. The first row or column holds names where its cells are text or the corner is
 * blank; "Auto" takes the longer side for the values.
 */
export function seriesOf(sheet: SheetModel, area: Area, seriesBy: (typeof SERIES_BY)[number]): ChartSeriesModel[] {
  const byColumns = seriesBy === "Columns" || (seriesBy === "Auto" && area.rows >= area.columns);
  const length = byColumns ? area.rows : area.columns;
  const count = byColumns ? area.columns : area.rows;
  const at = (index: number, series: number): unknown =>
    byColumns
      ? readValue(sheet, area.row + index, area.column + series)
      : readValue(sheet, area.row + series, area.column + index);
  const cells = (from: number, to: number, series: number): Area =>
    byColumns
      ? { row: area.row + from, column: area.column + series, rows: to - from, columns: 1 }
      : { row: area.row + series, column: area.column + from, rows: 1, columns: to - from };
  const isName = (value: unknown): boolean => typeof value === "string";
  const blankCorner = at(0, 0) === "" && length > 1 && count > 1;
  const hasNames =
    length > 1 && (blankCorner || range(count > 1 ? 1 : 0, count).every((series) => isName(at(0, series))));
  const first = hasNames ? 1 : 0;
  const hasCategories = count > 1 && (blankCorner || range(first, length).every((index) => isName(at(index, 0))));
  return range(hasCategories ? 1 : 0, count).map((series, index) => ({
    ...newSeries(hasNames ? String(at(0, series)) : `系列${index + 1}`),
    nameRef: hasNames ? reference(sheet, cells(0, 1, series)) : null,
    valuesRef: reference(sheet, cells(first, length, series)),
    categoriesRef: hasCategories ? reference(sheet, cells(first, length, 0)) : null,
  }));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** An area as charts name it: "'集計'!$A$2:$A$9". */
export function reference(sheet: SheetModel, area: Area): string {
  return `${quotedSheetName(sheet.name)}!${absoluteAddress(area)}`;
}

/** The cells a chart's reference names, or null where there are none (any more). */
export function referencedCells(workbook: WorkbookModel, text: string): SheetArea | null {
  const { sheet: name, address } = splitSheet(text.replace(/^=/, ""));
  const sheet = name === null ? undefined : findSheet(workbook, name);
  const area = parseArea(address);
  return sheet && area ? { sheet, area } : null;
}
