import { absoluteAddress, areaAddress, cellAddress, quotedSheetName } from "../cells/cell";
import type { ChartKind, ChartPlan } from "../report/plan";
import { CHART } from "../report/theme";
import { untracked } from "./support";

/**
 * Adds a chart to a sheet whose cells are already written. Everything that the plan fixes is set explicitly: what Excel
 * would choose by itself differs between versions.
 *
 * @param sheetName the sheet's name now, for titles that follow a cell; null where they are to stand as they are
 */
export function buildChart(sheet: Excel.Worksheet, plan: ChartPlan, sheetName: string | null = null): void {
  const chart = sheet.charts.add(plan.kind, untracked(sheet.getRange(areaAddress(plan.source))), plan.seriesBy);
  chart.name = plan.name;
  chart.setPosition(
    cellAddress(plan.place.row, plan.place.column),
    cellAddress(plan.place.row + plan.place.rows - 1, plan.place.column + plan.place.columns - 1),
  );
  titleChart(chart, plan, sheetName);
  const { font } = chart.format;
  font.name = CHART.fontName;
  font.size = CHART.fontSize;
  font.color = CHART.fontColor;
  const titleFont = chart.title.format.font;
  titleFont.size = CHART.titleSize;
  titleFont.color = CHART.titleColor;
  chart.legend.position = "Top";
  DRAWINGS[plan.kind](chart, plan);
}

/** Gives a chart its title: from the cell that says it where Excel's library can (ExcelApi 1.7), else as it stands. */
function titleChart(chart: Excel.Chart, { title, titleCell }: ChartPlan, sheetName: string | null): void {
  if (titleCell !== undefined && sheetName !== null && "setFormula" in chart.title) {
    chart.title.setFormula(`=${quotedSheetName(sheetName)}!${absoluteAddress({ ...titleCell, rows: 1, columns: 1 })}`);
  } else chart.title.text = title;
}

type Drawing = (chart: Excel.Chart, plan: ChartPlan) => void;

/** What each kind of chart is given beside what all have in common. */
const DRAWINGS: Readonly<Record<ChartKind, Drawing>> = {
  BarStacked: drawStackedBars,
  BarStacked100: drawStackedBars,
  BarClustered(chart, plan) {
    readFromTop(chart);
    drawClusters(chart, plan);
  },
  ColumnClustered: drawClusters,
  Line: drawLines,
  Doughnut: drawRing,
};

function drawStackedBars(chart: Excel.Chart, plan: ChartPlan): void {
  readFromTop(chart);
  showValueAxis(chart, plan);
  paintBars(
    chart,
    plan,
    plan.series.map(({ labelColor }) => labelColor),
  );
}

function drawClusters(chart: Excel.Chart, plan: ChartPlan): void {
  showValueAxis(chart, plan);
  chart.axes.valueAxis.minimum = 0;
  // Their labels stand outside, on the paper.
  paintBars(
    chart,
    plan,
    plan.series.map(() => CHART.fontColor),
  );
  // As the gap, said of any of the series.
  chart.series.getItemAt(0).overlap = 0;
}

function drawLines(chart: Excel.Chart, plan: ChartPlan): void {
  showValueAxis(chart, plan);
  chart.axes.valueAxis.minimum = 0;
  labelAll(chart, plan, []);
  chart.dataLabels.position = "Top";
  plan.series.forEach(({ color }, index) => {
    const { line } = chart.series.getItemAt(index).format;
    line.color = color;
    line.weight = CHART.lineWeight;
  });
}

function drawRing(chart: Excel.Chart, plan: ChartPlan): void {
  const series = chart.series.getItemAt(0);
  series.doughnutHoleSize = CHART.holePercent;
  const points = plan.pointColors ?? [];
  const commonColor = labelAll(
    chart,
    plan,
    points.map(({ labelColor }) => labelColor),
  );
  points.forEach((planned, index) => {
    const point = series.points.getItemAt(index);
    point.format.fill.setSolidColor(planned.color);
    if (planned.labelColor !== commonColor) point.dataLabel.format.font.color = planned.labelColor;
  });
}

/** Excel counts categories of lying bars from below; the plan's order reads from the top. */
function readFromTop(chart: Excel.Chart): void {
  chart.axes.categoryAxis.reversePlotOrder = true;
}

/** Labels say the values, so that the axis is only shown where the plan names it. */
function showValueAxis(chart: Excel.Chart, plan: ChartPlan): void {
  chart.axes.valueAxis.majorGridlines.visible = false;
  if (plan.valueAxisTitle === undefined) chart.axes.valueAxis.visible = false;
  else chart.axes.valueAxis.title.text = plan.valueAxisTitle;
}

/** @param labelColors colour of each series' labels */
function paintBars(chart: Excel.Chart, plan: ChartPlan, labelColors: readonly string[]): void {
  const commonColor = labelAll(chart, plan, labelColors);
  plan.series.forEach((planned, index) => {
    const series = chart.series.getItemAt(index);
    // Stacked bars overlap by themselves; the gap between the bars is the chart's, said of any of its series.
    if (index === 0) series.gapWidth = CHART.gapWidth;
    series.format.fill.setSolidColor(planned.color);
    // As wide as Excel draws a line by itself: 0.75 points.
    series.format.line.color = CHART.gapColor;
    const labelColor = labelColors[index]!;
    if (labelColor !== commonColor) series.dataLabels.format.font.color = labelColor;
  });
}

/** Labels every segment, in the colour that most of them are readable in; returns that colour. */
function labelAll(chart: Excel.Chart, plan: ChartPlan, colors: readonly string[]): string {
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
