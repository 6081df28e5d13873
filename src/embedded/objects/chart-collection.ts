import { newChart } from "../editing/charts";
import { asOneOf, defineClass, event, method, objectMethod, readsValues, property, editsSheet } from "./member";
import type { ChartTarget } from "./chart";
import { areaOf, found, type RangeTarget, type SheetTarget } from "./targets";
import { invalidArgument } from "../editing/excel-error";
import { CHART_TYPES, SERIES_BY } from "../editing/charts";

/** Excel.ChartCollection */
export const chartCollection = defineClass<SheetTarget>({
  name: "ChartCollection",
  collection: {
    item: "Chart",
    list,
    find: (target, key) => find(target, String(key)),
  },
  members: {
    count: property("1.1", ({ sheet }) => sheet.charts.length),
    add: readsValues(
      editsSheet(
        objectMethod("1.1", "Chart", ({ sheet }, args, host): ChartTarget => {
          const type = asOneOf(args.text(0), CHART_TYPES);
          const source = args.object(1, "Range") as RangeTarget | undefined;
          if (!source) throw invalidArgument("sourceData");
          const by = asOneOf(args.optionalText(2) ?? "Auto", SERIES_BY);
          const chart = newChart(host, sheet, type, source.sheet, areaOf(source), by);
          sheet.charts.push(chart);
          return { sheet, chart };
        }),
      ),
    ),
    getCount: method("1.4", ({ sheet }) => sheet.charts.length),
    getItem: objectMethod("1.1", "Chart", (target, args) => found(find(target, args.text(0)))),
    getItemAt: objectMethod("1.1", "Chart", (target, args) => found(list(target)[args.whole(0)])),
    getItemOrNullObject: objectMethod("1.4", "Chart", (target, args) => find(target, args.text(0))),
    onActivated: event("1.8"),
    onAdded: event("1.8"),
    onDeactivated: event("1.8"),
    onDeleted: event("1.8"),
  },
});

function list({ sheet }: SheetTarget): ChartTarget[] {
  return sheet.charts.map((chart) => ({ sheet, chart }));
}

function find(target: SheetTarget, key: string): ChartTarget | null {
  const wanted = key.toLowerCase();
  return list(target).find(({ chart }) => chart.name.toLowerCase() === wanted || chart.id === key) ?? null;
}
