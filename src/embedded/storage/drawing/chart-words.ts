import type { ChartLabelsModel } from "../../model/model";

/*
 * The words the file format uses for charts, beside those of Excel's API.
 */

/** English Metric Units to the point. */
export const EMU_PER_POINT = 12_700;

/** How the format says a chart type. */
export interface ChartKind {
  readonly element:
    "barChart" | "lineChart" | "pieChart" | "doughnutChart" | "areaChart" | "scatterChart" | "radarChart";
  /** Slices have no axes; lines have an edge for a fill. */
  readonly drawn: "areas" | "lines" | "slices";
  /** Bars lie ("bar") or stand ("col"). */
  readonly direction?: "bar" | "col";
  readonly grouping?: "clustered" | "stacked" | "percentStacked" | "standard";
  /** Points of a line are marked. */
  readonly markers?: boolean;
}

const KINDS: readonly (readonly [name: string, kind: ChartKind])[] = [
  ["BarClustered", { element: "barChart", drawn: "areas", direction: "bar", grouping: "clustered" }],
  ["BarStacked", { element: "barChart", drawn: "areas", direction: "bar", grouping: "stacked" }],
  ["BarStacked100", { element: "barChart", drawn: "areas", direction: "bar", grouping: "percentStacked" }],
  ["ColumnClustered", { element: "barChart", drawn: "areas", direction: "col", grouping: "clustered" }],
  ["ColumnStacked", { element: "barChart", drawn: "areas", direction: "col", grouping: "stacked" }],
  ["ColumnStacked100", { element: "barChart", drawn: "areas", direction: "col", grouping: "percentStacked" }],
  ["Line", { element: "lineChart", drawn: "lines", grouping: "standard" }],
  ["LineMarkers", { element: "lineChart", drawn: "lines", grouping: "standard", markers: true }],
  ["LineStacked", { element: "lineChart", drawn: "lines", grouping: "stacked" }],
  ["Area", { element: "areaChart", drawn: "areas", grouping: "standard" }],
  ["AreaStacked", { element: "areaChart", drawn: "areas", grouping: "stacked" }],
  ["AreaStacked100", { element: "areaChart", drawn: "areas", grouping: "percentStacked" }],
  ["Pie", { element: "pieChart", drawn: "slices" }],
  ["Doughnut", { element: "doughnutChart", drawn: "slices" }],
  ["XYScatter", { element: "scatterChart", drawn: "lines" }],
  ["Radar", { element: "radarChart", drawn: "lines" }],
];

/** The format's way to say a chart type; a type it has no way for is drawn as standing bars. */
export function chartKind(chartType: string): ChartKind {
  return new Map(KINDS).get(chartType) ?? chartKind("ColumnClustered");
}

/** Excel's name for what the format says; null for a chart that Excel's API has no simple name for. */
export function chartTypeName(element: string, direction: string | null, grouping: string | null): string | null {
  const found = KINDS.find(
    ([, kind]) =>
      kind.element === element &&
      (kind.direction === undefined || kind.direction === (direction ?? "col")) &&
      (kind.grouping === undefined || kind.grouping === (grouping ?? "standard")),
  );
  return found?.[0] ?? null;
}

export const LEGEND_POSITIONS: readonly (readonly [file: string, api: string])[] = [
  ["t", "Top"],
  ["b", "Bottom"],
  ["l", "Left"],
  ["r", "Right"],
  ["tr", "Corner"],
];

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

/** What labels show, in the format's order. */
export const LABEL_SWITCHES = [
  ["c:showLegendKey", "showLegendKey"],
  ["c:showVal", "showValue"],
  ["c:showCatName", "showCategoryName"],
  ["c:showSerName", "showSeriesName"],
  ["c:showPercent", "showPercentage"],
] as const satisfies readonly (readonly [file: string, api: keyof ChartLabelsModel])[];
