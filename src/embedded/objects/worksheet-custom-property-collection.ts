import type { SheetModel } from "../model/model";
import { keyArgument, sameKey } from "./custom-property-collection";
import { defineClass, method, objectMethod, setsUpSheet } from "./member";
import { found, type SheetTarget } from "./targets";
import type { SheetPropertyTarget } from "./worksheet-custom-property";

/** Excel.WorksheetCustomPropertyCollection */
export const worksheetCustomPropertyCollection = defineClass<SheetTarget>({
  name: "WorksheetCustomPropertyCollection",
  collection: {
    item: "WorksheetCustomProperty",
    list: ({ sheet }) => [...sheet.customProperties.keys()].map((key): SheetPropertyTarget => ({ sheet, key })),
    find: ({ sheet }, key) => findOnSheet(sheet, String(key)),
  },
  members: {
    add: setsUpSheet(
      objectMethod("1.12", "WorksheetCustomProperty", ({ sheet }, args): SheetPropertyTarget => {
        const key = keyArgument(args);
        const known = findOnSheet(sheet, key)?.key ?? key;
        sheet.customProperties.set(known, args.text(1));
        return { sheet, key: known };
      }),
    ),
    getCount: method("1.12", ({ sheet }) => sheet.customProperties.size),
    getItem: objectMethod("1.12", "WorksheetCustomProperty", ({ sheet }, args) =>
      found(findOnSheet(sheet, args.text(0))),
    ),
    getItemOrNullObject: objectMethod("1.12", "WorksheetCustomProperty", ({ sheet }, args) =>
      findOnSheet(sheet, args.text(0)),
    ),
  },
});

function findOnSheet(sheet: SheetModel, key: string): SheetPropertyTarget | null {
  const known = sameKey(sheet.customProperties.keys(), key);
  return known === undefined ? null : { sheet, key: known };
}
