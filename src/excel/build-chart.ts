import { areaAddress, cellAddress } from "../cells/cell";
import type { ChartPlan, ChartSeriesPlan } from "../report/plan";
import { CHART } from "../report/theme";
import { untracked } from "./support";

/**
 * Adds a chart to a sheet whose cells are already written. Everything that the plan fixes is set explicitly: what Excel
 * would choose by itself differs between versions.
 */
export function buildChart(sheet: Excel.Worksheet, plan: ChartPlan): void {
  const isRing = plan.kind === "Doughnut";
  const chart = sheet.charts.add(plan.kind, untracked(sheet.getRange(areaAddress(plan.source))), plan.seriesBy);
  chart.name = plan.name;
  chart.setPosition(
    cellAddress(plan.place.row, plan.place.column),
    cellAddress(plan.place.row + plan.place.rows - 1, plan.place.column + plan.place.columns - 1),
  );
  chart.title.text = plan.title;
  const { font } = chart.format;
  font.name = CHART.fontName;
  font.size = CHART.fontSize;
  font.color = CHART.fontColor;
  const titleFont = chart.title.format.font;
  titleFont.size = CHART.titleSize;
  titleFont.color = CHART.titleColor;
  chart.legend.position = "Top";
  if (isRing) paintPoints(chart, plan);
  else buildBars(chart, plan);
}

function buildBars(chart: Excel.Chart, plan: ChartPlan): void {
  // Excel counts categories of a bar chart from below; the plan's order reads from the top.
  chart.axes.categoryAxis.reversePlotOrder = true;
  chart.axes.valueAxis.majorGridlines.visible = false;
  if (plan.valueAxisTitle === undefined) chart.axes.valueAxis.visible = false;
  else chart.axes.valueAxis.title.text = plan.valueAxisTitle;
  const commonColor = labelAll(chart, plan, plan.series);
  plan.series.forEach((planned, index) => {
    const series = chart.series.getItemAt(index);
    // Stacked bars overlap by themselves; the gap between the bars is the chart's, said of any of its series.
    if (index === 0) series.gapWidth = CHART.gapWidth;
    series.format.fill.setSolidColor(planned.color);
    // As wide as Excel draws a line by itself: 0.75 points.
    series.format.line.color = CHART.gapColor;
    if (planned.labelColor !== commonColor) series.dataLabels.format.font.color = planned.labelColor;
  });
}

/** Labels every segment, in the colour that most of them are readable in; returns that colour. */
function labelAll(chart: Excel.Chart, plan: ChartPlan, segments: readonly ChartSeriesPlan[]): string {
  const colors = segments.map(({ labelColor }) => labelColor);
  const count = (color: string): number => colors.filter((other) => other === color).length;
  const common = colors.reduce(
    (most, color) => (count(color) > count(most) ? color : most),
    colors[0] ?? CHART.fontColor,
  );
  const { dataLabels } = chart;
  dataLabels.showValue = true;
  dataLabels.numberFormat = plan.labelFormat;
  if (common !== CHART.fontColor) dataLabels.format.font.color = common;
  return common;
}

function paintPoints(chart: Excel.Chart, plan: ChartPlan): void {
  const series = chart.series.getItemAt(0);
  series.doughnutHoleSize = CHART.holePercent;
  const points = plan.pointColors ?? [];
  const commonColor = labelAll(chart, plan, points);
  points.forEach((planned, index) => {
    const point = series.points.getItemAt(index);
    point.format.fill.setSolidColor(planned.color);
    if (planned.labelColor !== commonColor) point.dataLabel.format.font.color = planned.labelColor;
  });
}
