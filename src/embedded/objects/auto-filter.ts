import { itemNotFound } from "../editing/excel-error";
import { usedArea } from "../model/workbook";
import { intersection } from "../model/address";
import { defineClass, method, objectMethod, property, sheetMethod } from "./member";
import { areaOf, rangeOf, rangeOnSheet, type SheetTarget } from "./targets";

/** Excel.AutoFilter of a sheet. Criteria are noted but hide no rows. */
export const autoFilter = defineClass<SheetTarget>({
  name: "AutoFilter",
  members: {
    enabled: property("1.9", ({ sheet }) => sheet.autoFilter !== null),
    isDataFiltered: property("1.9", ({ sheet }) => sheet.autoFilter?.filtered ?? false),
    apply: sheetMethod("1.9", ({ sheet }, args, host) => {
      const area = areaOf(rangeOnSheet(host, sheet, args, 0));
      const used = usedArea(sheet, true);
      sheet.autoFilter = {
        area: (used && intersection(area, used)) ?? area,
        filtered: args.raw(2) !== undefined,
      };
    }),
    clearCriteria: sheetMethod("1.9", ({ sheet }) => {
      if (sheet.autoFilter) sheet.autoFilter.filtered = false;
    }),
    getRange: objectMethod("1.9", "Range", ({ sheet }) => {
      if (!sheet.autoFilter) throw itemNotFound();
      return rangeOf(sheet, sheet.autoFilter.area);
    }),
    getRangeOrNullObject: objectMethod("1.9", "Range", ({ sheet }) =>
      sheet.autoFilter ? rangeOf(sheet, sheet.autoFilter.area) : null,
    ),
    reapply: method("1.9", () => undefined),
    remove: sheetMethod("1.9", ({ sheet }) => {
      sheet.autoFilter = null;
    }),
  },
});
