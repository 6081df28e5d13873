import type { Settings } from "../../ledger/settings";
import type { Counts, Tally } from "../../tally/tally";
import { statusSeries } from "../count-table";
import { WORDS } from "../words";
import type { ChartBlock, ChartData } from "./blocks";
import { chartInWords } from "./words";

/** A row of counts with its name. */
export interface NamedCounts {
  readonly name: string;
  readonly counts: Counts;
}

/** Stacked bars of the counts of each row. */
export function countsChart(title: string, rows: readonly NamedCounts[], tally: Tally): ChartBlock {
  const series = statusSeries(tally.statuses, tally.total.outside > 0).map((one, at) => ({
    ...one,
    values: rows.map(({ counts }) => counts.byStatus[at] ?? counts.outside),
  }));
  return described({ kind: "BarStacked", title, categories: rows.map(({ name }) => name), series, decimals: 0 }, "");
}

/** Bars of 100 % with the share of each status in each row. */
export function sharesChart(title: string, rows: readonly NamedCounts[], tally: Tally, settings: Settings): ChartBlock {
  const series = statusSeries(tally.statuses, false).map((one, at) => ({
    ...one,
    values: rows.map(({ counts }) => counts.shares[at] ?? null),
  }));
  const categories = rows.map(({ name }) => name);
  return described({ kind: "BarStacked100", title, categories, series, decimals: settings.decimals }, "％");
}

/** A ring of the whole plan's counts. */
export function wholeChart(title: string, { statuses, total }: Tally): ChartBlock {
  const segments = statusSeries(statuses, total.outside > 0);
  const values = segments.map((_, at) => total.byStatus[at] ?? total.outside);
  return described(
    {
      kind: "Doughnut",
      title,
      categories: segments.map(({ name }) => name),
      series: [{ ...segments[0]!, name: WORDS.count, values }],
      segments,
      decimals: 0,
    },
    "",
  );
}

function described(chart: Omit<ChartData, "alternative">, unit: string): ChartBlock {
  const { kind, title, categories, series, decimals } = chart;
  const text = (name: string, value: number | null): string =>
    name + (value === null ? WORDS.noRate : `${value.toFixed(decimals)}${unit}`);
  const rows =
    kind === "Doughnut"
      ? [{ name: "", values: categories.map((name, at) => text(name, series[0]?.values[at] ?? null)) }]
      : categories.map((name, at) => ({
          name,
          values: series.map((one) => text(one.name, one.values[at] ?? null)),
        }));
  return { kind: "chart", chart: { ...chart, alternative: chartInWords(kind, title, rows) } };
}
