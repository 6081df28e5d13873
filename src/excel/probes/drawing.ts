import type { ChartKind, ChartPlan } from "../../report/plan";
import { buildChart } from "../build-chart";
import { codeOf, onSheet, type Answer, type Ground, type Probe } from "./probe";

const KINDS: readonly ChartKind[] = [
  "BarStacked",
  "BarStacked100",
  "BarClustered",
  "ColumnClustered",
  "Line",
  "Doughnut",
];

function chartPlan(kind: ChartKind, at: number): ChartPlan {
  const color = { color: "#1F4E79", labelColor: "#FFFFFF" };
  const rings = kind === "Doughnut";
  return {
    name: `Probe_${kind}`,
    kind,
    title: `図 ${kind}`,
    source: { row: 0, column: 0, rows: 3, columns: rings ? 2 : 3 },
    seriesBy: "Columns",
    series: (rings ? ["達成"] : ["達成", "中止"]).map((name) => ({ name, ...color })),
    ...(rings ? { pointColors: ["行政", "福祉"].map((name) => ({ name, ...color })) } : {}),
    place: { row: 5 + at * 12, column: 1, rows: 10, columns: 4 },
    labelFormat: "0;;;",
  };
}

/** Draws one of the report's charts and reads it back: kind, title, series, points, and whether it covers its cells. */
async function drawn(ground: Ground, kind: ChartKind): Promise<Answer> {
  const plan = chartPlan(kind, 0);
  const failed = await codeOf(ground, (sheet) => {
    sheet.getRange("A1:C3").values = [["分野", "達成", "中止"], ["行政", 3, 1], ["福祉", 2, 2]]; // prettier-ignore
    buildChart(sheet, plan);
  });
  if (failed !== "done") return failed;
  return onSheet(ground, (sheet) => {
    const chart = sheet.charts.getItem(plan.name);
    chart.load("chartType,left,top,width,height,title/text,series/items/name");
    const points = chart.series.getItemAt(0).points.getCount();
    const cells = sheet.getRange("B6:E15");
    cells.load("left,top,width,height");
    return () => {
      const near = (["left", "top", "width", "height"] as const).every(
        (side) => Math.abs(chart[side] - cells[side]) < 1,
      );
      return {
        type: chart.chartType,
        title: chart.title.text,
        series: chart.series.items.map(({ name }) => name),
        points: points.value,
        place: near
          ? "near"
          : [chart.left - cells.left, chart.top - cells.top, chart.width - cells.width, chart.height - cells.height],
      };
    };
  });
}

/** The charts that the report draws. */
export const CHART_PROBES: readonly Probe[] = [
  ...KINDS.map((kind): Probe => ({
    id: `chart-${kind}`,
    api: "1.10",
    expected: {
      type: kind,
      title: `図 ${kind}`,
      series: kind === "Doughnut" ? ["達成"] : ["達成", "中止"],
      points: 2,
      place: "near",
    },
    run: (ground) => drawn(ground, kind),
  })),
  {
    id: "chart-hidden-title",
    expected: "done",
    run: async (ground) => {
      const made = await codeOf(ground, (sheet) => {
        sheet.getRange("A1:B2").values = [["分野", "達成"], ["行政", 3]]; // prettier-ignore
        const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B2"), "Columns");
        chart.name = "Probe_Hidden";
        chart.title.visible = false;
      });
      if (made !== "done") return made;
      return codeOf(ground, (sheet) => {
        sheet.charts.load("items/name,items/chartType,items/title/text");
      });
    },
  },
];
