/*
 * Chart types: the name Excel's API gives each, beside the chart element, direction and grouping of the file format.
 */

/** How the format says a chart type. */
export interface ChartKind {
  readonly element:
    "barChart" | "lineChart" | "pieChart" | "doughnutChart" | "areaChart" | "scatterChart" | "radarChart";
  /** Bars lie ("bar") or stand ("col"). */
  readonly direction?: "bar" | "col";
  readonly grouping?: "clustered" | "stacked" | "percentStacked" | "standard";
  /** Points of a line are marked. */
  readonly markers?: boolean;
}

const KINDS: readonly (readonly [name: string, kind: ChartKind])[] = [
  ["BarClustered", { element: "barChart", direction: "bar", grouping: "clustered" }],
  ["BarStacked", { element: "barChart", direction: "bar", grouping: "stacked" }],
  ["BarStacked100", { element: "barChart", direction: "bar", grouping: "percentStacked" }],
  ["ColumnClustered", { element: "barChart", direction: "col", grouping: "clustered" }],
  ["ColumnStacked", { element: "barChart", direction: "col", grouping: "stacked" }],
  ["ColumnStacked100", { element: "barChart", direction: "col", grouping: "percentStacked" }],
  ["Line", { element: "lineChart", grouping: "standard" }],
  ["LineMarkers", { element: "lineChart", grouping: "standard", markers: true }],
  ["LineStacked", { element: "lineChart", grouping: "stacked" }],
  ["Area", { element: "areaChart", grouping: "standard" }],
  ["AreaStacked", { element: "areaChart", grouping: "stacked" }],
  ["AreaStacked100", { element: "areaChart", grouping: "percentStacked" }],
  ["Pie", { element: "pieChart" }],
  ["Doughnut", { element: "doughnutChart" }],
  ["XYScatter", { element: "scatterChart" }],
  ["Radar", { element: "radarChart" }],
];

/** The format's way to say a chart type; a type it has no way for is drawn as standing bars. */
export function chartKind(chartType: string): ChartKind {
  return (
    KINDS.find(([name]) => name === chartType)?.[1] ?? { element: "barChart", direction: "col", grouping: "clustered" }
  );
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
