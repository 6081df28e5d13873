import type { Host } from "../editing/host";
import type { SheetModel } from "../model/model";
import { asText, defineClass, method, property } from "./member";
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
    value: property(
      "1.12",
      ({ sheet, key }) => sheet.customProperties.get(key),
      ({ sheet, key }, value, host) => {
        setOnSheet(host, sheet, key, asText(value));
      },
    ),
    delete: method("1.12", ({ sheet, key }, _args, host) => {
      host.touchSheet(sheet);
      sheet.customProperties.delete(key);
    }),
  },
});

/** Gives a property of a sheet its value. */
export function setOnSheet(host: Host, sheet: SheetModel, key: string, value: string): void {
  host.touchSheet(sheet);
  sheet.customProperties.set(key, value);
}
