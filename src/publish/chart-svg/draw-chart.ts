import type { ChartData } from "../../report/document/blocks";
import type { ChartKind } from "../../report/plan";
import { bars } from "./bars";
import { columns } from "./columns";
import { doughnut } from "./doughnut";
import { svg, type Picture } from "./svg";

const DRAWN: Readonly<Record<ChartKind, (chart: ChartData, width: number) => Picture>> = {
  BarStacked: bars,
  BarStacked100: bars,
  BarClustered: bars,
  ColumnClustered: columns,
  Line: columns,
  Doughnut: doughnut,
};

/** A drawn chart. Lengths are points. */
export interface DrawnChart {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a chart without its title, which stands below it.
 *
 * @param id unique on the page
 */
export function drawChart(chart: ChartData, width: number, id: string): DrawnChart {
  const picture = DRAWN[chart.kind](chart, width);
  const names = { title: chart.title, description: chart.alternative };
  return { svg: svg(picture, names, id), width: picture.width, height: picture.height };
}
