import { intersection, subtractArea } from "../model/address";
import type { Host } from "../editing/host";
import { ExcelError } from "../editing/excel-error";
import type { ConditionalFormatModel } from "../model/model";
import type { ConditionalFormatTarget } from "./conditional-format";
import { defineClass, method, objectMethod, sheetMethod, editsSheet } from "./member";
import { found, type RangeTarget } from "./targets";

/** Excel.ConditionalFormatCollection: of the cells of a range. */
export const conditionalFormatCollection = defineClass<RangeTarget>({
  name: "ConditionalFormatCollection",
  collection: {
    item: "ConditionalFormat",
    list,
    find: (target, key) => find(target, String(key)),
  },
  members: {
    add: editsSheet(objectMethod("1.6", "ConditionalFormat", add)),
    clearAll: sheetMethod("1.6", ({ sheet, areas }, _args, host) => {
      for (const area of areas) {
        sheet.conditionalFormats = sheet.conditionalFormats.flatMap((format) =>
          intersection(format.area, area)
            ? subtractArea(format.area, area).map((part) => ({ ...format, id: host.newObjectId(), area: part }))
            : [format],
        );
      }
    }),
    getCount: method("1.6", (target) => list(target).length),
    getItem: objectMethod("1.6", "ConditionalFormat", (target, args) => found(find(target, args.text(0)))),
    getItemAt: objectMethod("1.6", "ConditionalFormat", (target, args) => found(list(target)[args.whole(0)])),
    getItemOrNullObject: objectMethod("1.14", "ConditionalFormat", (target, args) => find(target, args.text(0))),
  },
});

function list({ sheet, areas }: RangeTarget): ConditionalFormatTarget[] {
  return sheet.conditionalFormats
    .filter((format) => areas.some((area) => intersection(format.area, area)))
    .map((format) => ({ sheet, formats: [format] }));
}

function find(target: RangeTarget, id: string): ConditionalFormatTarget | null {
  return list(target).find(({ formats }) => formats[0]!.id === id) ?? null;
}

/** A rule over several areas is kept as one rule for each. */
function add(
  { sheet, areas }: RangeTarget,
  args: { text(index: number): string },
  host: Host,
): ConditionalFormatTarget {
  const type = args.text(0);
  if (type !== "Custom")
    throw new ExcelError("NotImplemented", `Conditional formats of type ${type} are not known here.`);
  const formats = areas.map((area): ConditionalFormatModel => {
    const format = {
      id: host.newObjectId(),
      area,
      type,
      formula: null,
      fontColor: null,
      fill: null,
      stopIfTrue: false,
    };
    // The newest rule comes first.
    sheet.conditionalFormats.unshift(format);
    return format;
  });
  return { sheet, formats };
}
