import type { CellValue } from "../../../cells/cell";
import type { ChartAxisModel, ChartLabelsModel, ChartModel, ChartSeriesModel, WorkbookModel } from "../../model/model";
import { findSheet } from "../../model/workbook";
import { chartKind } from "./chart-types";
import type { ChartKind } from "./chart-types";
import { EMU_PER_POINT, LABEL_POSITIONS } from "./read-chart";
import { parseSheetArea } from "../workbook/references";
import { escapeAttribute, escapeText } from "../xml/xml";
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
  const hasTitle = chart.title !== null && chart.title !== "";
  const title = hasTitle
    ? titleXml(chart.title!, {
        name: chart.titleFontName ?? chart.fontName,
        size: chart.titleFontSize,
        color: chart.titleFontColor,
        bold: chart.titleBold,
      })
    : "";
  const legend = chart.legendVisible
    ? `<c:legend><c:legendPos val="${LEGEND_CODES[chart.legendPosition] ?? "r"}"/><c:overlay val="0"/>` +
      `${textXml({ name: chart.legendFontName ?? chart.fontName, size: chart.legendFontSize ?? chart.fontSize })}</c:legend>`
    : "";
  const frame = chart.borderVisible
    ? '<a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln>'
    : "<a:ln><a:noFill/></a:ln>";
  return (
    `${XML_HEAD}<c:chartSpace ${NAMESPACES}><c:date1904 val="${workbook.date1904 ? 1 : 0}"/><c:lang val="ja-JP"/><c:roundedCorners val="0"/>` +
    `<c:chart>${title}<c:autoTitleDeleted val="${hasTitle ? 0 : 1}"/>` +
    `<c:plotArea><c:layout/>${groupXml(chart, kind, workbook)}${axesXml(chart, kind)}<c:spPr><a:noFill/></c:spPr></c:plotArea>` +
    `${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>${frame}</c:spPr>` +
    `${textXml({ name: chart.fontName, size: chart.fontSize })}</c:chartSpace>`
  );
}

function groupXml(chart: ChartModel, kind: ChartKind, workbook: WorkbookModel): string {
  const series = chart.series.map((each, index) => seriesXml(each, index, chart, kind, workbook)).join("");
  const varyColors = kind.element === "pieChart" || kind.element === "doughnutChart" ? 1 : 0;
  const vary = `<c:varyColors val="${varyColors}"/>`;
  const grouping = kind.grouping === undefined ? "" : `<c:grouping val="${kind.grouping}"/>`;
  const axes = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;
  const first = chart.series[0];
  switch (kind.element) {
    case "barChart": {
      const stacked = kind.grouping !== "clustered";
      const overlap = first?.overlap ?? (stacked ? 100 : null);
      return (
        `<c:barChart><c:barDir val="${kind.direction ?? "col"}"/>${grouping}${vary}${series}` +
        `<c:gapWidth val="${first?.gapWidth ?? 150}"/>${overlap === null ? "" : `<c:overlap val="${overlap}"/>`}${axes}</c:barChart>`
      );
    }
    case "lineChart":
      return `<c:lineChart>${grouping}${vary}${series}<c:marker val="1"/>${axes}</c:lineChart>`;
    case "areaChart":
      return `<c:areaChart>${grouping}${vary}${series}${axes}</c:areaChart>`;
    case "scatterChart":
      return `<c:scatterChart><c:scatterStyle val="lineMarker"/>${vary}${series}${axes}</c:scatterChart>`;
    case "radarChart":
      return `<c:radarChart><c:radarStyle val="marker"/>${vary}${series}${axes}</c:radarChart>`;
    case "pieChart":
      return `<c:pieChart>${vary}${series}<c:firstSliceAng val="0"/></c:pieChart>`;
    case "doughnutChart":
      return `<c:doughnutChart>${vary}${series}<c:firstSliceAng val="0"/><c:holeSize val="${first?.doughnutHoleSize ?? 50}"/></c:doughnutChart>`;
  }
}

function seriesXml(
  series: ChartSeriesModel,
  index: number,
  chart: ChartModel,
  kind: ChartKind,
  workbook: WorkbookModel,
): string {
  const round = kind.element === "pieChart" || kind.element === "doughnutChart";
  const name =
    series.nameRef === null
      ? series.name === ""
        ? ""
        : `<c:tx><c:v>${escapeText(series.name)}</c:v></c:tx>`
      : `<c:tx><c:strRef>${formulaXml(series.nameRef)}${textCache(cellsOf(workbook, series.nameRef) ?? [series.name])}</c:strRef></c:tx>`;
  const line = kind.element === "lineChart" || kind.element === "scatterChart" || kind.element === "radarChart";
  const shape = shapeXml(series, line);
  const points = [...series.pointFills]
    .sort(([one], [other]) => one - other)
    .map(([point, fill]) => {
      const invert = kind.element === "barChart" ? '<c:invertIfNegative val="0"/>' : "";
      return `<c:dPt><c:idx val="${point}"/>${invert}<c:bubble3D val="0"/>${shapeXml({ ...series, fill }, line)}</c:dPt>`;
    })
    .join("");
  const labels = labelsXml(series, chart, kind);
  const marker = line ? `<c:marker><c:symbol val="${kind.markers === true ? "circle" : "none"}"/></c:marker>` : "";
  const categories = series.categoriesRef === null ? "" : categoriesXml(series.categoriesRef, workbook, kind);
  const values = valuesXml(series.valuesRef, workbook, kind.element === "scatterChart" ? "c:yVal" : "c:val");
  const start = `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${name}${shape}`;
  const smooth = kind.element === "lineChart" || kind.element === "scatterChart" ? '<c:smooth val="0"/>' : "";
  if (kind.element === "barChart") {
    return `${start}<c:invertIfNegative val="0"/>${points}${labels}${categories}${values}</c:ser>`;
  }
  if (round) return `${start}${points}${labels}${categories}${values}</c:ser>`;
  return `${start}${marker}${points}${labels}${categories}${values}${smooth}</c:ser>`;
}

function shapeXml(series: Pick<ChartSeriesModel, "fill" | "lineColor" | "lineWeight">, line: boolean): string {
  const fill = series.fill === null ? "" : solidFill(series.fill);
  const edge = line ? (series.lineColor ?? series.fill) : series.lineColor;
  const weight = series.lineWeight === null ? "" : ` w="${Math.round(series.lineWeight * EMU_PER_POINT)}"`;
  const outline = edge === null && weight === "" ? "" : `<a:ln${weight}>${edge === null ? "" : solidFill(edge)}</a:ln>`;
  if (line) return outline === "" ? "" : `<c:spPr>${outline}</c:spPr>`;
  return fill === "" && outline === "" ? "" : `<c:spPr>${fill}${outline}</c:spPr>`;
}

function labelsXml(series: ChartSeriesModel, chart: ChartModel, kind: ChartKind): string {
  const { labels } = series;
  if (!series.hasDataLabels) return "";
  const nothing = !labels.showValue && !labels.showCategoryName && !labels.showSeriesName && !labels.showPercentage;
  const format =
    labels.numberFormat === null
      ? ""
      : `<c:numFmt formatCode="${escapeAttribute(labels.numberFormat)}" sourceLinked="0"/>`;
  const on = (show: boolean): string => (show ? "1" : "0");
  const inside = (color: string | null): string =>
    format +
    "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>" +
    textXml({
      name: labels.fontName ?? chart.fontName,
      size: labels.fontSize ?? chart.fontSize,
      color,
      bold: labels.bold,
    }) +
    labelPosition(labels, kind) +
    `<c:showLegendKey val="${on(labels.showLegendKey)}"/><c:showVal val="${on(labels.showValue || nothing)}"/>` +
    `<c:showCatName val="${on(labels.showCategoryName)}"/><c:showSerName val="${on(labels.showSeriesName)}"/>` +
    `<c:showPercent val="${on(labels.showPercentage)}"/><c:showBubbleSize val="0"/>`;
  const points = [...(series.pointLabelColors ?? [])]
    .sort(([one], [other]) => one - other)
    .map(([point, color]) => `<c:dLbl><c:idx val="${point}"/>${inside(color)}</c:dLbl>`)
    .join("");
  return `<c:dLbls>${points}${inside(labels.fontColor)}</c:dLbls>`;
}

/** Excel refuses a file that gives a label a position its kind of chart does not have. */
function labelPosition(labels: ChartLabelsModel, kind: ChartKind): string {
  const code = LABEL_POSITIONS.find(([, api]) => api === labels.position)?.[0];
  const allowed =
    kind.element === "barChart"
      ? kind.grouping === "clustered"
        ? ["ctr", "inEnd", "inBase", "outEnd"]
        : ["ctr", "inEnd", "inBase"]
      : kind.element === "pieChart"
        ? ["ctr", "inEnd", "outEnd", "bestFit"]
        : kind.element === "lineChart" || kind.element === "scatterChart"
          ? ["ctr", "l", "r", "t", "b"]
          : [];
  return code !== undefined && allowed.includes(code) ? `<c:dLblPos val="${code}"/>` : "";
}

function axesXml(chart: ChartModel, kind: ChartKind): string {
  if (kind.element === "pieChart" || kind.element === "doughnutChart") return "";
  const lying = kind.direction === "bar";
  const scatter = kind.element === "scatterChart";
  const category = axisXml(chart.categoryAxis, chart, {
    tag: scatter ? "c:valAx" : "c:catAx",
    id: CATEGORY_AXIS,
    crossing: VALUE_AXIS,
    position: lying ? "l" : "b",
    rest: scatter
      ? '<c:crossBetween val="midCat"/>'
      : '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/>',
    upright: false,
  });
  const value = axisXml(chart.valueAxis, chart, {
    tag: "c:valAx",
    id: VALUE_AXIS,
    crossing: CATEGORY_AXIS,
    position: lying ? "b" : "l",
    rest: `<c:crossBetween val="${scatter ? "midCat" : "between"}"/>`,
    upright: !lying,
  });
  return category + value;
}

interface AxisPlace {
  readonly tag: "c:catAx" | "c:valAx";
  readonly id: number;
  readonly crossing: number;
  readonly position: "l" | "b";
  readonly rest: string;
  /** Its title runs along an upright axis. */
  readonly upright: boolean;
}

function axisXml(axis: ChartAxisModel, chart: ChartModel, place: AxisPlace): string {
  const font = {
    name: axis.fontName ?? chart.fontName,
    size: axis.fontSize ?? chart.fontSize,
    color: axis.fontColor,
  };
  const scaling =
    `<c:scaling><c:orientation val="${axis.reversePlotOrder ? "maxMin" : "minMax"}"/>` +
    (axis.maximum === null ? "" : `<c:max val="${axis.maximum}"/>`) +
    (axis.minimum === null ? "" : `<c:min val="${axis.minimum}"/>`) +
    "</c:scaling>";
  const gridline = '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr>';
  const title = axis.title === null || axis.title === "" ? "" : titleXml(axis.title, font, place.upright);
  const format =
    axis.numberFormat === null
      ? '<c:numFmt formatCode="General" sourceLinked="1"/>'
      : `<c:numFmt formatCode="${escapeAttribute(axis.numberFormat)}" sourceLinked="0"/>`;
  const line = axis.lineVisible
    ? '<a:ln w="9525"><a:solidFill><a:srgbClr val="A6A6A6"/></a:solidFill></a:ln>'
    : "<a:ln><a:noFill/></a:ln>";
  return (
    `<${place.tag}><c:axId val="${place.id}"/>${scaling}<c:delete val="${axis.visible ? 0 : 1}"/><c:axPos val="${place.position}"/>` +
    (axis.majorGridlines ? `<c:majorGridlines>${gridline}</c:majorGridlines>` : "") +
    (axis.minorGridlines ? `<c:minorGridlines>${gridline}</c:minorGridlines>` : "") +
    `${title}${format}<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
    `<c:spPr>${line}</c:spPr>${textXml(font)}<c:crossAx val="${place.crossing}"/><c:crosses val="autoZero"/>${place.rest}` +
    (axis.majorUnit === null || place.tag === "c:catAx" ? "" : `<c:majorUnit val="${axis.majorUnit}"/>`) +
    `</${place.tag}>`
  );
}

interface ChartFont {
  readonly name?: string | null;
  readonly size?: number | null;
  readonly color?: string | null;
  readonly bold?: boolean | null;
}

function titleXml(text: string, font: ChartFont, upright = false): string {
  const run = runProperties("a:rPr", { ...font, bold: font.bold ?? false }, ' lang="ja-JP"');
  const paragraphs = text
    .split("\n")
    .map((line) => {
      const defaults = runProperties("a:defRPr", { ...font, bold: font.bold ?? false }, "");
      return `<a:p><a:pPr>${defaults}</a:pPr><a:r>${run}<a:t>${escapeText(line)}</a:t></a:r></a:p>`;
    })
    .join("");
  // Upright titles of Japanese text are set in columns ("eaVert"), not turned on their side.
  const body = upright ? '<a:bodyPr rot="0" vert="eaVert"/>' : "<a:bodyPr/>";
  return `<c:title><c:tx><c:rich>${body}<a:lstStyle/>${paragraphs}</c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

/** `<c:txPr>`: the font of an element's text. */
function textXml(font: ChartFont): string {
  const properties = runProperties("a:defRPr", font, "");
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${properties}</a:pPr><a:endParaRPr lang="ja-JP"/></a:p></c:txPr>`;
}

/** Both a Latin and an East Asian typeface: with the first alone, kanji fall back to the theme's font. */
function runProperties(tag: string, font: ChartFont, more: string): string {
  const size = typeof font.size === "number" ? ` sz="${Math.round(font.size * 100)}"` : "";
  const bold = typeof font.bold === "boolean" ? ` b="${font.bold ? 1 : 0}"` : "";
  const fill = typeof font.color === "string" && font.color !== "" ? solidFill(font.color) : "";
  const name = typeof font.name === "string" && font.name !== "" ? escapeAttribute(font.name) : null;
  const faces = name === null ? "" : `<a:latin typeface="${name}"/><a:ea typeface="${name}"/>`;
  const inside = fill + faces;
  return inside === "" ? `<${tag}${more}${size}${bold}/>` : `<${tag}${more}${size}${bold}>${inside}</${tag}>`;
}

function solidFill(color: string): string {
  const digits = /^#?([0-9a-f]{6})$/i.exec(color)?.[1] ?? "000000";
  return `<a:solidFill><a:srgbClr val="${digits.toUpperCase()}"/></a:solidFill>`;
}

function formulaXml(reference: string): string {
  return `<c:f>${escapeText(reference.replace(/^=/, ""))}</c:f>`;
}

function categoriesXml(reference: string, workbook: WorkbookModel, kind: ChartKind): string {
  const tag = kind.element === "scatterChart" ? "c:xVal" : "c:cat";
  const cells = cellsOf(workbook, reference) ?? [];
  const numeric = cells.length > 0 && cells.every((value) => typeof value === "number");
  const data = numeric
    ? `<c:numRef>${formulaXml(reference)}${numberCache(cells)}</c:numRef>`
    : `<c:strRef>${formulaXml(reference)}${textCache(cells)}</c:strRef>`;
  return `<${tag}>${data}</${tag}>`;
}

function valuesXml(reference: string, workbook: WorkbookModel, tag: string): string {
  const cells = cellsOf(workbook, reference) ?? [];
  return `<${tag}><c:numRef>${formulaXml(reference)}${numberCache(cells)}</c:numRef></${tag}>`;
}

function textCache(cells: readonly CellValue[]): string {
  const points = cells.map((value, index) =>
    value === "" ? "" : `<c:pt idx="${index}"><c:v>${escapeText(String(value))}</c:v></c:pt>`,
  );
  return `<c:strCache><c:ptCount val="${cells.length}"/>${points.join("")}</c:strCache>`;
}

function numberCache(cells: readonly CellValue[]): string {
  const points = cells.map((value, index) =>
    typeof value === "number" && Number.isFinite(value) ? `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>` : "",
  );
  return `<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${cells.length}"/>${points.join("")}</c:numCache>`;
}

/** Values of the cells a reference names, row by row; null where it names no area of a sheet. */
function cellsOf(workbook: WorkbookModel, reference: string): CellValue[] | null {
  const place = parseSheetArea(reference);
  const sheet = place && findSheet(workbook, place.sheet);
  if (!sheet) return null;
  const { area } = place;
  const cells: CellValue[] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      cells.push(sheet.rows[row]?.[column] ?? "");
    }
  }
  return cells;
}

const LEGEND_CODES: Readonly<Record<string, string>> = { Top: "t", Bottom: "b", Left: "l", Right: "r", Corner: "tr" };
