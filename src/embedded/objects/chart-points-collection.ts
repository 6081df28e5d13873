import { referencedCells } from "../editing/charts";
import type { Host } from "../editing/host";
import type { PointTarget } from "./chart-point";
import type { SeriesTarget } from "./chart-series";
import { defineClass, method, objectMethod, property } from "./member";
import { found } from "./targets";

/** Excel.ChartPointsCollection */
export const chartPointsCollection = defineClass<SeriesTarget>({
  name: "ChartPointsCollection",
  collection: { item: "ChartPoint", list },
  members: {
    count: property("1.1", (target, host) => list(target, host).length),
    getCount: method("1.4", (target, _args, host) => list(target, host).length),
    getItemAt: objectMethod("1.1", "ChartPoint", (target, args, host) => found(list(target, host)[args.whole(0)])),
  },
});

/** One point for each cell of the series' values. */
function list(target: SeriesTarget, host: Host): PointTarget[] {
  const cells = referencedCells(host.workbook, target.series.valuesRef);
  const length = cells ? cells.area.rows * cells.area.columns : 0;
  return Array.from({ length }, (_, index) => ({ ...target, index }));
}
