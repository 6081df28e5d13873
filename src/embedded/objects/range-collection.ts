import { itemNotFound } from "../editing/excel-error";
import { defineClass, method, objectMethod } from "./member";
import type { RangeTarget } from "./targets";

/** Excel.RangeCollection */
export const rangeCollection = defineClass<RangeTarget>({
  name: "RangeCollection",
  collection: {
    item: "Range",
    list: ({ sheet, areas }) => areas.map((area): RangeTarget => ({ sheet, areas: [area] })),
  },
  members: {
    getCount: method("1.9", ({ areas }) => areas.length),
    getItemAt: objectMethod("1.9", "Range", ({ sheet, areas }, args): RangeTarget => {
      const area = areas[args.whole(0)];
      if (!area) throw itemNotFound();
      return { sheet, areas: [area] };
    }),
  },
});
