import { ExcelError, invalidArgument } from "../editing/excel-error";
import { defineClass, method, objectMethod, setsUpSheet, setupMethod } from "./member";
import { breaksOf, type PageBreakTarget, type PageBreaksTarget } from "./page-break";
import { areaOf, found, rangeOnSheet } from "./targets";

/** Breaks of one direction on a sheet (Excel specifications and limits). */
const MAX_BREAKS = 1026;

/** Excel.PageBreakCollection: the breaks set by hand. */
export const pageBreakCollection = defineClass<PageBreaksTarget>({
  name: "PageBreakCollection",
  collection: {
    item: "PageBreak",
    list,
    find: (target, key) => list(target)[Number(key)] ?? null,
  },
  members: {
    add: setsUpSheet(
      objectMethod("1.9", "PageBreak", (target, args, host): PageBreakTarget => {
        const { sheet, axis } = target;
        const at = areaOf(rangeOnSheet(host, sheet, args, 0))[axis];
        if (at === 0) throw invalidArgument("no page ends before the first cell");
        const breaks = breaksOf(target);
        if (!breaks.includes(at)) {
          if (breaks.length === MAX_BREAKS) throw new ExcelError("GeneralException");
          breaks.push(at);
          breaks.sort((a, b) => a - b);
        }
        return { ...target, at };
      }),
    ),
    getCount: method("1.9", (target) => breaksOf(target).length),
    getItem: objectMethod("1.9", "PageBreak", (target, args) => found(list(target)[args.whole(0)])),
    removePageBreaks: setupMethod("1.9", (target) => {
      breaksOf(target).length = 0;
    }),
  },
});

function list(target: PageBreaksTarget): PageBreakTarget[] {
  return breaksOf(target).map((at) => ({ ...target, at }));
}
