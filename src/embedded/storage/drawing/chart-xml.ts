import type { CellValue } from "../../../cells/cell";
import { shownTitle } from "../../model/chart-title";
import type { ChartAxisModel, ChartLabelsModel, ChartModel, ChartSeriesModel, WorkbookModel } from "../../model/model";
import { findSheet, readValues } from "../../model/workbook";
import { chartKind, EMU_PER_POINT, LABEL_POSITIONS, LABEL_SWITCHES, LEGEND_POSITIONS } from "./chart-words";
import type { ChartKind } from "./chart-words";
import { parseSheetArea } from "../workbook/references";
import { around, element, escapeText } from "../xml/write-xml";
import { CHART, DRAWING, RELATIONSHIPS, XML_HEAD } from "../xml/namespaces";

/*
 * The chart part of a chart made in this program, with the cached data that a reader who does not recalculate shows, and
 * fonts for East Asian text everywhere.
 * Order of elements: ECMA-376-1 §21.2.
 */

const NAMESPACES = `xmlns:c="${CHART}" xmlns:a="${DRAWING}" xmlns:r="${RELATIONSHIPS}"`;

const CATEGORY_AXIS = 500_000_001;
const VALUE_AXIS = 500_000_002;

/** The chart part's XML. Cached data are the values the cells have in the model now. */
export function chartXml(chart: ChartModel, workbook: WorkbookModel): string {
  const kind = chartKind(chart.chartType);
  const titleFont = {
    name: chart.titleFontName ?? chart.fontName,
    size: chart.titleFontSize,
    color: chart.titleFontColor,
    bold: chart.titleBold,
  };
  const titleText = shownTitle(chart, workbook);
  const title =
    chart.titleRef === undefined || titleText === null
      ? titleXml(titleText, titleFont)
      : linkedTitleXml(chart.titleRef, titleText, titleFont);
  const position = LEGEND_POSITIONS.find(([, api]) => api === chart.legendPosition)?.[0] ?? "r";
  const legendFont = { name: chart.legendFontName ?? chart.fontName, size: chart.legendFontSize ?? chart.fontSize };
  const legend = chart.legendVisible
    ? `<c:legend>${val("c:legendPos", position)}${val("c:overlay", 0)}${textXml(legendFont)}</c:legend>`
    : "";
  return (
    `${XML_HEAD}<c:chartSpace ${NAMESPACES}>${val("c:date1904", workbook.date1904)}${val("c:lang", "ja-JP")}${val("c:roundedCorners", 0)}` +
    `<c:chart>${title}${val("c:autoTitleDeleted", title === "")}` +
    `<c:plotArea><c:layout/>${groupXml(chart, kind, workbook)}${axesXml(chart, kind)}<c:spPr><a:noFill/></c:spPr></c:plotArea>` +
    `${legend}${val("c:plotVisOnly", 1)}${val("c:dispBlanksAs", "gap")}</c:chart>` +
    `<c:spPr>${solidFill("FFFFFF")}${lineXml(9525, chart.borderVisible ? "D9D9D9" : null)}</c:spPr>` +
    `${textXml({ name: chart.fontName, size: chart.fontSize })}</c:chartSpace>`
  );
}

/** An element that says one thing. */
function val(name: string, value: string | number | boolean): string {
  return element(name, { val: typeof value === "boolean" ? Number(value) : value });
}

function groupXml(chart: ChartModel, kind: ChartKind, workbook: WorkbookModel): string {
  const { direction, grouping, drawn } = kind;
  const first = chart.series[0];
  const overlap = first?.overlap ?? (grouping === "clustered" ? null : 100);
  const before: Partial<Record<ChartKind["element"], string>> = {
    barChart: val("c:barDir", direction ?? "col"),
    scatterChart: val("c:scatterStyle", "lineMarker"),
    radarChart: val("c:radarStyle", "marker"),
  };
  const behind: Partial<Record<ChartKind["element"], string>> = {
    barChart: val("c:gapWidth", first?.gapWidth ?? 150) + (overlap === null ? "" : val("c:overlap", overlap)),
    lineChart: val("c:marker", 1),
    pieChart: val("c:firstSliceAng", 0),
    doughnutChart: val("c:firstSliceAng", 0) + val("c:holeSize", first?.doughnutHoleSize ?? 50),
  };
  return element(`c:${kind.element}`, {}, [
    before[kind.element] ?? "",
    grouping === undefined ? "" : val("c:grouping", grouping),
    val("c:varyColors", drawn === "slices"),
    ...chart.series.map((each, index) => seriesXml(each, index, chart, kind, workbook)),
    behind[kind.element] ?? "",
    drawn === "slices" ? "" : val("c:axId", CATEGORY_AXIS) + val("c:axId", VALUE_AXIS),
  ]);
}

function seriesXml(
  series: ChartSeriesModel,
  index: number,
  chart: ChartModel,
  kind: ChartKind,
  workbook: WorkbookModel,
): string {
  const isScatter = kind.element === "scatterChart";
  const lines = kind.drawn === "lines";
  const invert = kind.element === "barChart" ? val("c:invertIfNegative", 0) : "";
  const { nameRef, categoriesRef } = series;
  const name =
    nameRef === null
      ? around("c:v", {}, escapeText(series.name))
      : textData(nameRef, cellsOf(workbook, nameRef) ?? [series.name]);
  const points = [...series.pointFills]
    .sort(([one], [other]) => one - other)
    .map(([point, fill]) => {
      const look = shapeXml({ ...series, fill }, lines);
      return element("c:dPt", {}, [val("c:idx", point), invert, val("c:bubble3D", 0), look]);
    });
  const categories = categoriesRef === null ? [] : (cellsOf(workbook, categoriesRef) ?? []);
  const numeric = categories.length > 0 && categories.every((value) => typeof value === "number");
  const values = numberData(series.valuesRef, cellsOf(workbook, series.valuesRef) ?? []);
  return element("c:ser", {}, [
    val("c:idx", index),
    val("c:order", index),
    around("c:tx", {}, name),
    shapeXml(series, lines),
    invert,
    lines ? element("c:marker", {}, val("c:symbol", kind.markers === true ? "circle" : "none")) : "",
    ...points,
    labelsXml(series, chart, kind),
    categoriesRef === null
      ? ""
      : element(isScatter ? "c:xVal" : "c:cat", {}, (numeric ? numberData : textData)(categoriesRef, categories)),
    element(isScatter ? "c:yVal" : "c:val", {}, values),
    kind.element === "lineChart" || isScatter ? val("c:smooth", 0) : "",
  ]);
}

function shapeXml(
  { fill, lineColor, lineWeight }: Pick<ChartSeriesModel, "fill" | "lineColor" | "lineWeight">,
  lines: boolean,
): string {
  const edge = lines ? (lineColor ?? fill) : lineColor;
  const w = lineWeight === null ? null : Math.round(lineWeight * EMU_PER_POINT);
  const outline = edge === null && w === null ? "" : element("a:ln", { w }, edge === null ? "" : solidFill(edge));
  return around("c:spPr", {}, (lines || fill === null ? "" : solidFill(fill)) + outline);
}

function labelsXml(series: ChartSeriesModel, chart: ChartModel, kind: ChartKind): string {
  const { labels } = series;
  if (!series.hasDataLabels) return "";
  const nothing = !labels.showValue && !labels.showCategoryName && !labels.showSeriesName && !labels.showPercentage;
  const shown = { ...labels, showValue: labels.showValue || nothing };
  const font = { name: labels.fontName ?? chart.fontName, size: labels.fontSize ?? chart.fontSize, bold: labels.bold };
  const inside = (color: string | null): string =>
    (labels.numberFormat === null ? "" : formatXml(labels.numberFormat)) +
    `<c:spPr><a:noFill/>${lineXml(null, null)}</c:spPr>${textXml({ ...font, color })}${labelPosition(labels, kind)}` +
    LABEL_SWITCHES.map(([file, api]) => val(file, shown[api])).join("") +
    val("c:showBubbleSize", 0);
  const points = [...(series.pointLabelColors ?? [])]
    .sort(([one], [other]) => one - other)
    .map(([point, color]) => element("c:dLbl", {}, val("c:idx", point) + inside(color)));
  return element("c:dLbls", {}, [...points, inside(labels.fontColor)]);
}

/** Excel refuses a file that gives a label a position its kind of chart does not have. */
function labelPosition(labels: ChartLabelsModel, { element, grouping }: ChartKind): string {
  const code = LABEL_POSITIONS.find(([, api]) => api === labels.position)?.[0];
  const allowed = LABELS_ALLOWED[element]?.split(" ").includes(code ?? "") === true;
  const beyond = code === "outEnd" && element === "barChart" && grouping !== "clustered";
  return code !== undefined && allowed && !beyond ? val("c:dLblPos", code) : "";
}

const LABELS_ALLOWED: Partial<Record<ChartKind["element"], string>> = {
  barChart: "ctr inEnd inBase outEnd",
  pieChart: "ctr inEnd outEnd bestFit",
  lineChart: "ctr l r t b",
  scatterChart: "ctr l r t b",
};

function axesXml(chart: ChartModel, kind: ChartKind): string {
  if (kind.drawn === "slices") return "";
  return axisXml(chart.categoryAxis, true, chart, kind) + axisXml(chart.valueAxis, false, chart, kind);
}

function axisXml(
  axis: ChartAxisModel,
  isCategory: boolean,
  chart: ChartModel,
  { element: group, direction }: ChartKind,
): string {
  const lying = direction === "bar";
  const hasNumbers = !isCategory || group === "scatterChart";
  const font = { name: axis.fontName ?? chart.fontName, size: axis.fontSize ?? chart.fontSize, color: axis.fontColor };
  const limit = (name: string, value: number | null): string => (value === null ? "" : val(name, value));
  const gridline = element("c:spPr", {}, lineXml(6350, "D9D9D9"));
  return element(hasNumbers ? "c:valAx" : "c:catAx", {}, [
    val("c:axId", isCategory ? CATEGORY_AXIS : VALUE_AXIS),
    element("c:scaling", {}, [
      val("c:orientation", axis.reversePlotOrder ? "maxMin" : "minMax"),
      limit("c:max", axis.maximum) + limit("c:min", axis.minimum),
    ]),
    val("c:delete", !axis.visible),
    val("c:axPos", isCategory === lying ? "l" : "b"),
    axis.majorGridlines ? element("c:majorGridlines", {}, gridline) : "",
    axis.minorGridlines ? element("c:minorGridlines", {}, gridline) : "",
    titleXml(axis.title, font, !isCategory && !lying),
    formatXml(axis.numberFormat),
    val("c:majorTickMark", "none") + val("c:minorTickMark", "none") + val("c:tickLblPos", "nextTo"),
    element("c:spPr", {}, lineXml(9525, axis.lineVisible ? "A6A6A6" : null)),
    textXml(font),
    val("c:crossAx", isCategory ? VALUE_AXIS : CATEGORY_AXIS) + val("c:crosses", "autoZero"),
    hasNumbers
      ? val("c:crossBetween", group === "scatterChart" ? "midCat" : "between") + limit("c:majorUnit", axis.majorUnit)
      : val("c:auto", 1) + val("c:lblAlgn", "ctr") + val("c:lblOffset", 100) + val("c:noMultiLvlLbl", 0),
  ]);
}

/** A number format of the chart's own, or that of the cells where it is null. */
function formatXml(format: string | null): string {
  return element("c:numFmt", { formatCode: format ?? "General", sourceLinked: format === null ? 1 : 0 });
}

interface ChartFont {
  readonly name?: string | null;
  readonly size?: number | null;
  readonly color?: string | null;
  readonly bold?: boolean | null;
}

/** `<c:title>`; "" for none. */
function titleXml(text: string | null, font: ChartFont, upright = false): string {
  if (text === null || text === "") return "";
  const look = { ...font, bold: font.bold ?? false };
  const paragraphs = text.split("\n").map((line) => {
    const run = runProperties("a:rPr", look, "ja-JP") + element("a:t", {}, escapeText(line));
    return `<a:p><a:pPr>${runProperties("a:defRPr", look)}</a:pPr><a:r>${run}</a:r></a:p>`;
  });
  // Upright titles of Japanese text are set in columns ("eaVert"), not turned on their side.
  const body = upright ? '<a:bodyPr rot="0" vert="eaVert"/>' : "<a:bodyPr/>";
  return `<c:title><c:tx><c:rich>${body}<a:lstStyle/>${paragraphs.join("")}</c:rich></c:tx>${val("c:overlay", 0)}</c:title>`;
}

/** `<c:title>` that follows a cell, with what the cell shows. */
function linkedTitleXml(reference: string, text: string, font: ChartFont): string {
  const look = { ...font, bold: font.bold ?? false };
  return `<c:title><c:tx>${textData(reference, [text])}</c:tx>${val("c:overlay", 0)}${textXml(look)}</c:title>`;
}

/** `<c:txPr>`: the font of an element's text. */
function textXml(font: ChartFont): string {
  const properties = runProperties("a:defRPr", font);
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${properties}</a:pPr><a:endParaRPr lang="ja-JP"/></a:p></c:txPr>`;
}

/** Both a Latin and an East Asian typeface: with the first alone, kanji fall back to the theme's font. */
function runProperties(tag: string, { name, size, bold, color }: ChartFont, lang: string | null = null): string {
  const sz = typeof size === "number" ? Math.round(size * 100) : null;
  const b = typeof bold === "boolean" ? Number(bold) : null;
  const face = { typeface: name };
  return element(tag, { lang, sz, b }, [
    color ? solidFill(color) : "",
    name ? element("a:latin", face) + element("a:ea", face) : "",
  ]);
}

/** A line of a width in EMU; none where it has no colour. */
function lineXml(w: number | null, color: string | null): string {
  return color === null ? "<a:ln><a:noFill/></a:ln>" : element("a:ln", { w }, solidFill(color));
}

function solidFill(color: string): string {
  const digits = /^#?([0-9a-f]{6})$/i.exec(color)?.[1] ?? "000000";
  return element("a:solidFill", {}, val("a:srgbClr", digits.toUpperCase()));
}

/** A reference to cells with what they show. */
function textData(reference: string, cells: readonly CellValue[]): string {
  const points = cells.map((value, index) => (value === "" ? "" : pointXml(index, escapeText(String(value)))));
  return element("c:strRef", {}, [formulaXml(reference), cacheXml("c:strCache", "", cells.length, points)]);
}

/** A reference to numbers with what they are. */
function numberData(reference: string, cells: readonly CellValue[]): string {
  const points = cells.map((value, index) => (Number.isFinite(value) ? pointXml(index, String(value)) : ""));
  const format = "<c:formatCode>General</c:formatCode>";
  return element("c:numRef", {}, [formulaXml(reference), cacheXml("c:numCache", format, cells.length, points)]);
}

function formulaXml(reference: string): string {
  return element("c:f", {}, escapeText(reference.replace(/^=/, "")));
}

function cacheXml(name: string, head: string, count: number, points: readonly string[]): string {
  return element(name, {}, [head, val("c:ptCount", count), ...points]);
}

function pointXml(idx: number, value: string): string {
  return element("c:pt", { idx }, element("c:v", {}, value));
}

/** Values of the cells a reference names, row by row; null where it names no area of a sheet. */
function cellsOf(workbook: WorkbookModel, reference: string): CellValue[] | null {
  const place = parseSheetArea(reference);
  const sheet = place && findSheet(workbook, place.sheet);
  return sheet ? readValues(sheet, place.area).flat() : null;
}
