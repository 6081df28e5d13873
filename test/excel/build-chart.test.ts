import { describe, expect, it } from "vitest";
import type { ChartModel } from "../../src/embedded/model/model";
import { openWorkbook } from "../../src/embedded/storage/open-workbook";
import { saveWorkbook } from "../../src/embedded/storage/save-workbook";
import { newWorkbookModel } from "../../src/embedded/model/workbook";
import { buildChart } from "../../src/excel/build-chart";
import type { ChartKind, ChartPlan } from "../../src/report/plan";
import { CHART } from "../../src/report/theme";
import { CLIENTS, open } from "./hosts";

const SHEET = "年度別";
const SERIES = [
  { name: "達成", color: "#1F4E79", labelColor: "#FFFFFF" },
  { name: "未達成", color: "#E08E2B", labelColor: "#000000" },
  { name: "中止", color: "#C8CCD1", labelColor: "#FFFFFF" },
];

function plan(kind: ChartKind, more: Partial<ChartPlan> = {}): ChartPlan {
  return {
    name: "Years",
    kind,
    title: "年度別の件数（98項目）",
    source: { row: 0, column: 0, rows: 4, columns: 4 },
    seriesBy: "Columns",
    series: SERIES,
    place: { row: 6, column: 0, rows: 11, columns: 6 },
    labelFormat: "#,##0;;;",
    ...more,
  };
}

describe.each(CLIENTS)("a chart, through %s", (_, connect) => {
  /** The chart that a plan becomes, after the workbook was saved and opened again. */
  async function made(chart: ChartPlan): Promise<ChartModel> {
    const workbook = newWorkbookModel([
      {
        name: SHEET,
        values: [
          ["年度", "達成", "未達成", "中止"],
          ["平成20年度", 40, 30, 20],
          ["平成21年度", 55, 20, 16],
          ["平成22年度", 72, 14, 12],
        ],
      },
    ]);
    const { host } = open(connect, workbook, { level: "1.9" });
    await host.run(async (context) => {
      buildChart(context.workbook.worksheets.getItem(SHEET), chart, SHEET);
      await context.sync();
    });
    const { model: saved } = await openWorkbook(await saveWorkbook(null, workbook), "年度別.xlsx");
    return saved.sheets[0]!.charts[0]!;
  }

  const kinds: Readonly<Record<ChartKind, true>> = {
    BarStacked: true,
    BarStacked100: true,
    BarClustered: true,
    ColumnClustered: true,
    Line: true,
    Doughnut: true,
  };

  it.each(Object.keys(kinds) as ChartKind[])("%s keeps its kind, title, legend and series", async (kind) => {
    const chart = await made(plan(kind));
    expect(chart).toMatchObject({ chartType: kind, title: "年度別の件数（98項目）", legendPosition: "Top" });
    expect(chart.series.map(({ name, valuesRef }) => [name, valuesRef])).toEqual(
      ["B", "C", "D"].map((column, index) => [SERIES[index]!.name, `='${SHEET}'!$${column}$2:$${column}$4`]),
    );
    expect(chart.series[0]).toMatchObject({ hasDataLabels: true, labels: { numberFormat: "#,##0;;;" } });
  });

  it("has a title that follows a cell where the plan names one", async () => {
    const chart = await made(plan("BarStacked", { title: "年度", titleCell: { row: 0, column: 0 } }));
    expect(chart).toMatchObject({ title: "年度", titleRef: `='${SHEET}'!$A$1`, titleFontSize: CHART.titleSize });
  });

  it.each(["BarStacked", "BarStacked100"] as const)(
    "%s lies, reads from the top and is labelled inside",
    async (kind) => {
      const chart = await made(plan(kind));
      expect(chart.categoryAxis.reversePlotOrder).toBe(true);
      expect(chart.valueAxis).toMatchObject({ visible: false, majorGridlines: false, minimum: null });
      expect(chart.series.map(({ fill, labels }) => [fill, labels.fontColor])).toEqual(
        SERIES.map(({ color, labelColor }) => [color, labelColor]),
      );
      expect(chart.series[0]).toMatchObject({ gapWidth: CHART.gapWidth, overlap: 100 });
    },
  );

  it.each([
    ["BarClustered", true],
    ["ColumnClustered", false],
  ] as const)("%s stands beside one another from 0 on and is labelled on the paper", async (kind, fromTop) => {
    const chart = await made(plan(kind));
    expect(chart.categoryAxis.reversePlotOrder).toBe(fromTop);
    expect(chart.valueAxis).toMatchObject({ visible: false, majorGridlines: false, minimum: 0 });
    expect(chart.series.map(({ fill }) => fill)).toEqual(SERIES.map(({ color }) => color));
    expect(chart.series.map(({ labels }) => labels.fontColor ?? CHART.fontColor)).toEqual(
      SERIES.map(() => CHART.fontColor),
    );
    expect(chart.series[0]).toMatchObject({ gapWidth: CHART.gapWidth, overlap: 0 });
  });

  it("Line is drawn in the series' colours from 0 on and labelled above its points", async () => {
    const chart = await made(plan("Line"));
    expect(chart.categoryAxis.reversePlotOrder).toBe(false);
    expect(chart.valueAxis).toMatchObject({ visible: false, majorGridlines: false, minimum: 0 });
    expect(chart.series.map(({ lineColor, lineWeight, labels }) => [lineColor, lineWeight, labels.position])).toEqual(
      SERIES.map(({ color }) => [color, CHART.lineWeight, "Top"]),
    );
    expect(chart.series.map(({ labels }) => labels.fontColor ?? CHART.fontColor)).toEqual(
      SERIES.map(() => CHART.fontColor),
    );
  });

  it("Doughnut has a colour per point", async () => {
    const source = { row: 0, column: 0, rows: 4, columns: 2 };
    const chart = await made(plan("Doughnut", { source, series: SERIES.slice(0, 1), pointColors: SERIES }));
    expect([...chart.series[0]!.pointFills]).toEqual(SERIES.map(({ color }, index) => [index, color]));
    expect(chart.series[0]!.doughnutHoleSize).toBe(CHART.holePercent);
  });

  it("shows the value axis where the plan names it", async () => {
    const { valueAxis } = await made(plan("Line", { valueAxisTitle: "件" }));
    expect(valueAxis).toMatchObject({ visible: true, title: "件" });
  });
});
