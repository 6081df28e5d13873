import type { ChartData } from "../../report/document/blocks";
import type { ChartKind } from "../../report/plan";
import { bars } from "./bars";
import { columns } from "./columns";
import { doughnut } from "./doughnut";
import type { Picture } from "./picture";
import { svg } from "./svg";

const DRAWN: Readonly<Record<ChartKind, (chart: ChartData, width: number) => Picture>> = {
  BarStacked: bars,
  BarStacked100: bars,
  BarClustered: bars,
  ColumnClustered: columns,
  Line: columns,
  Doughnut: doughnut,
};

/** Draws a chart, as wide as given in points and without its title, which stands below it. */
export function drawChart(chart: ChartData, width: number): Picture {
  return DRAWN[chart.kind](chart, width);
}

/**
 * A drawn chart as SVG, with its title and everything that it shows in words.
 *
 * @param id unique on the page
 */
export function chartSvg(chart: ChartData, picture: Picture, id: string): string {
  return svg(picture, { title: chart.title, description: chart.alternative }, id);
}
