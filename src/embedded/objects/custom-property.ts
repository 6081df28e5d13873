import type { CellValue } from "../../cells/cell";
import { invalidArgument } from "../editing/excel-error";
import { defineClass, method, property } from "./member";

const MAX_VALUE = 255;

/** Properties of the document under keys that do not depend on case. */
export type Properties = Map<string, CellValue>;

/** One of them. */
export interface PropertyTarget {
  readonly properties: Properties;
  readonly key: string;
}

/** Excel.CustomProperty */
export const customProperty = defineClass<PropertyTarget>({
  name: "CustomProperty",
  identity: { as: "_Id", read: ({ key }) => key },
  members: {
    key: property("1.7", ({ key }) => key),
    type: property("1.7", ({ properties, key }) => {
      const value = properties.get(key);
      if (typeof value === "number") return Number.isInteger(value) ? "Number" : "Float";
      return typeof value === "boolean" ? "Boolean" : "String";
    }),
    value: property(
      "1.7",
      ({ properties, key }) => properties.get(key),
      ({ properties, key }, value) => {
        properties.set(key, propertyValue(value));
      },
    ),
    delete: method("1.7", ({ properties, key }) => {
      properties.delete(key);
    }),
  },
});

/** What a property can hold. Desktop Excel cuts text beyond 255 characters. */
export function propertyValue(value: unknown): CellValue {
  if (typeof value === "string") return value.slice(0, MAX_VALUE);
  if (typeof value === "number" || typeof value === "boolean") return value;
  throw invalidArgument("value");
}
