import { asWhole, defineClass, objectMethod, property } from "./member";
import { BORDER_INDEXES, type BorderTarget } from "./range-border";
import { found, type RangeTarget } from "./targets";

/** Excel.RangeBorderCollection */
export const rangeBorderCollection = defineClass<RangeTarget>({
  name: "RangeBorderCollection",
  collection: {
    item: "RangeBorder",
    list: (target) => BORDER_INDEXES.map((index): BorderTarget => ({ ...target, index })),
    find: (target, key) => border(target, key),
  },
  members: {
    count: property("1.1", () => BORDER_INDEXES.length),
    getItem: objectMethod("1.1", "RangeBorder", (target, args) => found(border(target, args.text(0)))),
    getItemAt: objectMethod("1.1", "RangeBorder", (target, args) =>
      found(border(target, BORDER_INDEXES[asWhole(args.raw(0))])),
    ),
  },
});

function border(target: RangeTarget, key: unknown): BorderTarget | null {
  const index = BORDER_INDEXES.find((candidate) => candidate === key);
  return index ? { ...target, index } : null;
}
