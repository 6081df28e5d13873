import { areaAddress, cellAddress } from "../ledger/cell";
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
  setFont(chart.format.font, CHART.fontSize, CHART.fontColor);
  setFont(chart.title.format.font, CHART.titleSize, CHART.titleColor);
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
  plan.series.forEach((planned, index) => {
    const series = chart.series.getItemAt(index);
    if (index === 0) {
      series.gapWidth = CHART.gapWidth;
      if (plan.kind !== "BarClustered") series.overlap = 100;
    }
    paintSeries(series, planned);
    labelSeries(series, plan.labelFormat, planned.labelColor);
  });
}

function paintSeries(series: Excel.ChartSeries, planned: ChartSeriesPlan): void {
  series.format.fill.setSolidColor(planned.color);
  series.format.line.color = CHART.gapColor;
  series.format.line.weight = CHART.gapPoints;
}

function labelSeries(series: Excel.ChartSeries, numberFormat: string, color: string): void {
  series.hasDataLabels = true;
  series.dataLabels.numberFormat = numberFormat;
  series.dataLabels.format.font.color = color;
}

function paintPoints(chart: Excel.Chart, plan: ChartPlan): void {
  const series = chart.series.getItemAt(0);
  series.doughnutHoleSize = CHART.holePercent;
  const points = plan.pointColors ?? [];
  labelSeries(series, plan.labelFormat, points[0]?.labelColor ?? CHART.fontColor);
  points.forEach((planned, index) => {
    const point = series.points.getItemAt(index);
    point.format.fill.setSolidColor(planned.color);
    if (planned.labelColor !== points[0]?.labelColor) point.dataLabel.format.font.color = planned.labelColor;
  });
}

function setFont(font: Excel.ChartFont, size: number, color: string): void {
  font.name = CHART.fontName;
  font.size = size;
  font.color = color;
}
