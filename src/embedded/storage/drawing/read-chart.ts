import type { ChartAxisModel, ChartLabelsModel, ChartModel, ChartSeriesModel } from "../../model/model";
import { chartTypeName } from "./chart-types";
import type { Colors } from "../styles/colors";
import { allBelow, child, childrenOf, descend, flag, number } from "../xml/xml";
import type { XmlElement } from "../xml/xml";

/** What a chart part says; its place on the sheet comes from the drawing. */
export function readChart(
  space: XmlElement,
  colors: Colors,
): Omit<ChartModel, "id" | "name" | "left" | "top" | "width" | "height" | "place"> {
  const chart = child(space, "c:chart");
  const plot = child(chart, "c:plotArea");
  const groups = plot?.children.filter((each) => /^c:\w+Chart$/.test(each.name)) ?? [];
  const first = groups[0];
  const title = child(chart, "c:title");
  const titleFont = readFont(title, colors);
  const legend = child(chart, "c:legend");
  const legendFont = readFont(legend, colors);
  const font = readFont(child(space, "c:txPr"), colors);
  const axes = plot?.children.filter((each) => /^c:(cat|val|date|ser)Ax$/.test(each.name)) ?? [];
  const category = axes.find((each) => each.name !== "c:valAx") ?? axes[0];
  const value = axes.find((each) => each.name === "c:valAx" && each !== category);
  const element = first?.name.slice(2) ?? "";
  const direction = child(first, "c:barDir")?.attributes.get("val") ?? null;
  const grouping = child(first, "c:grouping")?.attributes.get("val") ?? null;
  return {
    chartType: chartTypeName(element, direction, grouping) ?? "Invalid",
    title: title ? plainText(title) : null,
    titleFontName: titleFont.name,
    titleFontSize: titleFont.size,
    titleFontColor: titleFont.color,
    titleBold: titleFont.bold,
    legendVisible: legend !== undefined,
    legendPosition: LEGEND_POSITIONS[child(legend, "c:legendPos")?.attributes.get("val") ?? "r"] ?? "Right",
    legendFontSize: legendFont.size,
    legendFontName: legendFont.name,
    fontName: font.name,
    fontSize: font.size,
    borderVisible: descend(space, "c:spPr", "a:ln", "a:noFill") === undefined,
    series: groups.flatMap((group) => childrenOf(group, "c:ser").map((series) => readSeries(series, group, colors))),
    categoryAxis: readAxis(category, colors),
    valueAxis: readAxis(value, colors),
  };
}

function readSeries(series: XmlElement, group: XmlElement, colors: Colors): ChartSeriesModel {
  const name = child(series, "c:tx");
  const shape = child(series, "c:spPr");
  const labels = child(series, "c:dLbls") ?? child(group, "c:dLbls");
  const readLabel = readLabels(labels, colors);
  return {
    name: name ? plainText(name) : "",
    nameRef: reference(name),
    valuesRef: reference(child(series, "c:val") ?? child(series, "c:yVal")) ?? "",
    categoriesRef: reference(child(series, "c:cat") ?? child(series, "c:xVal")),
    fill: colors.ofDrawing(shape),
    pointFills: new Map(
      childrenOf(series, "c:dPt").flatMap((point) => {
        const fill = colors.ofDrawing(child(point, "c:spPr"));
        return fill === null ? [] : [[number(child(point, "c:idx"), "val") ?? 0, fill] as const];
      }),
    ),
    lineColor: colors.ofDrawing(child(shape, "a:ln")),
    lineWeight: scaled(number(child(shape, "a:ln"), "w"), EMU_PER_POINT),
    hasDataLabels:
      readLabel.showValue || readLabel.showCategoryName || readLabel.showSeriesName || readLabel.showPercentage,
    labels: readLabel,
    gapWidth: number(child(group, "c:gapWidth"), "val"),
    overlap: number(child(group, "c:overlap"), "val"),
    doughnutHoleSize: number(child(group, "c:holeSize"), "val"),
  };
}

function readLabels(labels: XmlElement | undefined, colors: Colors): ChartLabelsModel {
  const font = readFont(labels, colors);
  const on = (name: string): boolean => {
    const value = child(labels, name)?.attributes.get("val");
    return child(labels, name) !== undefined && value !== "0" && value !== "false";
  };
  return {
    showValue: on("c:showVal"),
    showCategoryName: on("c:showCatName"),
    showSeriesName: on("c:showSerName"),
    showPercentage: on("c:showPercent"),
    showLegendKey: on("c:showLegendKey"),
    numberFormat: ownFormat(child(labels, "c:numFmt")),
    position: LABEL_POSITIONS.find(([file]) => file === child(labels, "c:dLblPos")?.attributes.get("val"))?.[1] ?? null,
    fontColor: font.color,
    fontSize: font.size,
    fontName: font.name,
    bold: font.bold,
  };
}

function readAxis(axis: XmlElement | undefined, colors: Colors): ChartAxisModel {
  const font = readFont(child(axis, "c:txPr"), colors);
  const title = child(axis, "c:title");
  const scaling = child(axis, "c:scaling");
  const deleted = child(axis, "c:delete");
  const deletedValue = deleted?.attributes.get("val") ?? "1";
  return {
    visible: axis !== undefined && !(deleted && (deletedValue === "1" || deletedValue === "true")),
    title: title ? plainText(title) : null,
    reversePlotOrder: child(scaling, "c:orientation")?.attributes.get("val") === "maxMin",
    majorGridlines: child(axis, "c:majorGridlines") !== undefined,
    minorGridlines: child(axis, "c:minorGridlines") !== undefined,
    numberFormat: ownFormat(child(axis, "c:numFmt")),
    minimum: number(child(scaling, "c:min"), "val"),
    maximum: number(child(scaling, "c:max"), "val"),
    majorUnit: number(child(axis, "c:majorUnit"), "val"),
    fontName: font.name,
    fontSize: font.size,
    fontColor: font.color,
    lineVisible: descend(axis, "c:spPr", "a:ln", "a:noFill") === undefined,
  };
}

/** A number format of the chart's own; null where it follows the cells. */
function ownFormat(format: XmlElement | undefined): string | null {
  return format && !flag(format, "sourceLinked") ? (format.attributes.get("formatCode") ?? null) : null;
}

/** Text of a title or series name: rich text joined, or the cached text of a reference. */
function plainText(element: XmlElement): string {
  const paragraphs = allBelow(element, "a:p").map((paragraph) =>
    allBelow(paragraph, "a:t")
      .map((run) => run.text)
      .join(""),
  );
  if (paragraphs.some((text) => text !== "")) return paragraphs.join("\n");
  return allBelow(element, "c:v")
    .map((cached) => cached.text)
    .join(" ");
}

function reference(element: XmlElement | undefined): string | null {
  const formula = element && allBelow(element, "c:f")[0]?.text;
  return formula === undefined ? null : `=${formula}`;
}

interface Font {
  readonly name: string | null;
  readonly size: number | null;
  readonly color: string | null;
  readonly bold: boolean | null;
}

/** Font of an element's text: of its first run where it says more than the paragraph's default. */
function readFont(element: XmlElement | undefined, colors: Colors): Font {
  const sources = element ? [...allBelow(element, "a:rPr"), ...allBelow(element, "a:defRPr")] : [];
  const first = <T>(read: (source: XmlElement) => T | null | undefined): T | null => {
    for (const source of sources) {
      const value = read(source);
      if (value !== null && value !== undefined) return value;
    }
    return null;
  };
  return {
    name: first((source) => themeless(child(source, "a:ea") ?? child(source, "a:latin"))) ?? null,
    size: scaled(
      first((source) => number(source, "sz")),
      100,
    ),
    color: first((source) => colors.ofDrawing(source)),
    bold: first((source) => {
      const bold = source.attributes.get("b");
      return bold === undefined ? null : bold === "1" || bold === "true";
    }),
  };
}

/** A typeface by name; "+mn-ea" and its like only point at the theme. */
function themeless(typeface: XmlElement | undefined): string | null {
  const name = typeface?.attributes.get("typeface") ?? "";
  return name === "" || name.startsWith("+") ? null : name;
}

function scaled(value: number | null, by: number): number | null {
  return value === null ? null : value / by;
}

/** English Metric Units to the point. */
export const EMU_PER_POINT = 12_700;

const LEGEND_POSITIONS: Readonly<Record<string, string>> = {
  t: "Top",
  b: "Bottom",
  l: "Left",
  r: "Right",
  tr: "Corner",
};

/** Positions of labels: the format's word and Excel's. */
export const LABEL_POSITIONS: readonly (readonly [file: string, api: string])[] = [
  ["ctr", "Center"],
  ["inEnd", "InsideEnd"],
  ["inBase", "InsideBase"],
  ["outEnd", "OutsideEnd"],
  ["l", "Left"],
  ["r", "Right"],
  ["t", "Top"],
  ["b", "Bottom"],
  ["bestFit", "BestFit"],
];
