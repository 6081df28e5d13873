import type { ChartAxisModel, ChartLabelsModel, ChartModel, ChartSeriesModel } from "../../model/model";
import { chartTypeName, EMU_PER_POINT, LABEL_POSITIONS, LABEL_SWITCHES, LEGEND_POSITIONS } from "./chart-words";
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
  const titleRef = reference(child(title, "c:tx"));
  const titleFont = readFont(title, colors);
  const legend = child(chart, "c:legend");
  const legendFont = readFont(legend, colors);
  const font = readFont(child(space, "c:txPr"), colors);
  const axes = plot?.children.filter((each) => /^c:(cat|val|date|ser)Ax$/.test(each.name)) ?? [];
  const category = axes.find((each) => each.name !== "c:valAx") ?? axes[0];
  const value = axes.find((each) => each.name === "c:valAx" && each !== category);
  const element = first?.name.slice(2) ?? "";
  return {
    chartType: chartTypeName(element, said(first, "c:barDir"), said(first, "c:grouping")) ?? "Invalid",
    title: title ? plainText(title) : null,
    ...(titleRef === null ? {} : { titleRef }),
    titleFontName: titleFont.name,
    titleFontSize: titleFont.size,
    titleFontColor: titleFont.color,
    titleBold: titleFont.bold,
    legendVisible: legend !== undefined,
    legendPosition: LEGEND_POSITIONS.find(([file]) => file === said(legend, "c:legendPos"))?.[1] ?? "Right",
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
        return fill === null ? [] : [[saidNumber(point, "c:idx") ?? 0, fill] as const];
      }),
    ),
    lineColor: colors.ofDrawing(child(shape, "a:ln")),
    lineWeight: scaled(number(child(shape, "a:ln"), "w"), EMU_PER_POINT),
    hasDataLabels:
      readLabel.showValue || readLabel.showCategoryName || readLabel.showSeriesName || readLabel.showPercentage,
    labels: readLabel,
    gapWidth: saidNumber(group, "c:gapWidth"),
    overlap: saidNumber(group, "c:overlap"),
    doughnutHoleSize: saidNumber(group, "c:holeSize"),
  };
}

function readLabels(labels: XmlElement | undefined, colors: Colors): ChartLabelsModel {
  const font = readFont(labels, colors);
  const shown = LABEL_SWITCHES.map(([file, api]) => {
    const each = child(labels, file);
    return [api, each !== undefined && flag(each, "val", true)] as const;
  });
  return {
    ...(Object.fromEntries(shown) as Record<(typeof shown)[number][0], boolean>),
    numberFormat: ownFormat(child(labels, "c:numFmt")),
    position: LABEL_POSITIONS.find(([file]) => file === said(labels, "c:dLblPos"))?.[1] ?? null,
    fontColor: font.color,
    fontSize: font.size,
    fontName: font.name,
    bold: font.bold,
  };
}

/** What an element of a name says ("val"); null where there is none. */
function said(element: XmlElement | undefined, name: string): string | null {
  return child(element, name)?.attributes.get("val") ?? null;
}

/** The number that an element of a name says. */
function saidNumber(element: XmlElement | undefined, name: string): number | null {
  return number(child(element, name), "val");
}

function readAxis(axis: XmlElement | undefined, colors: Colors): ChartAxisModel {
  const font = readFont(child(axis, "c:txPr"), colors);
  const title = child(axis, "c:title");
  const scaling = child(axis, "c:scaling");
  const deleted = child(axis, "c:delete");
  return {
    visible: axis !== undefined && !(deleted && flag(deleted, "val", true)),
    title: title ? plainText(title) : null,
    reversePlotOrder: said(scaling, "c:orientation") === "maxMin",
    majorGridlines: child(axis, "c:majorGridlines") !== undefined,
    minorGridlines: child(axis, "c:minorGridlines") !== undefined,
    numberFormat: ownFormat(child(axis, "c:numFmt")),
    minimum: saidNumber(scaling, "c:min"),
    maximum: saidNumber(scaling, "c:max"),
    majorUnit: saidNumber(axis, "c:majorUnit"),
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
  const textsOf = (within: XmlElement, name: string): string[] => allBelow(within, name).map((each) => each.text);
  const paragraphs = allBelow(element, "a:p").map((paragraph) => textsOf(paragraph, "a:t").join(""));
  return paragraphs.join("") === "" ? textsOf(element, "c:v").join(" ") : paragraphs.join("\n");
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
  const first = <T>(read: (source: XmlElement) => T | null): T | null =>
    sources.map(read).find((value) => value !== null) ?? null;
  return {
    name: first((source) => themeless(child(source, "a:ea") ?? child(source, "a:latin"))),
    size: first((source) => scaled(number(source, "sz"), 100)),
    color: first((source) => colors.ofDrawing(source)),
    bold: first((source) => (source.attributes.has("b") ? flag(source, "b") : null)),
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
