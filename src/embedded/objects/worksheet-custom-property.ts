import { asText, defineClass, property, setupMethod, setupProperty } from "./member";
import type { SheetTarget } from "./targets";

/** One property of a sheet. */
export interface SheetPropertyTarget extends SheetTarget {
  readonly key: string;
}

/** Excel.WorksheetCustomProperty */
export const worksheetCustomProperty = defineClass<SheetPropertyTarget>({
  name: "WorksheetCustomProperty",
  identity: { as: "_Id", read: ({ key }) => key },
  members: {
    key: property("1.12", ({ key }) => key),
    value: setupProperty(
      "1.12",
      ({ sheet, key }) => sheet.customProperties.get(key),
      ({ sheet, key }, value) => {
        sheet.customProperties.set(key, asText(value));
      },
    ),
    delete: setupMethod("1.12", ({ sheet, key }) => {
      sheet.customProperties.delete(key);
    }),
  },
});
