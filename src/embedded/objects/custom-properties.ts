import type { CellValue } from "../../ledger/cell";
import type { Host } from "../host";
import { invalidArgument } from "../host-error";
import type { SheetModel } from "../model";
import { asText, defineClass, method, objectMethod, property, type Arguments } from "./member";
import { found, type SheetTarget } from "./targets";

const MAX_KEY = 255;
const MAX_VALUE = 255;

/** Properties of the document under keys that do not depend on case. */
type Properties = Map<string, CellValue>;

interface PropertyTarget {
  readonly properties: Properties;
  readonly key: string;
}

/** Excel.CustomPropertyCollection */
export const customPropertyCollection = defineClass<Properties>({
  name: "CustomPropertyCollection",
  collection: {
    item: "CustomProperty",
    list: (properties) => [...properties.keys()].map((key): PropertyTarget => ({ properties, key })),
    find: (properties, key) => find(properties, String(key)),
  },
  members: {
    add: objectMethod("1.7", "CustomProperty", (properties, args): PropertyTarget => {
      const key = keyArgument(args);
      const known = find(properties, key)?.key ?? key;
      properties.set(known, propertyValue(args.raw(1)));
      return { properties, key: known };
    }),
    deleteAll: method("1.7", (properties) => {
      properties.clear();
    }),
    getCount: method("1.7", (properties) => properties.size),
    getItem: objectMethod("1.7", "CustomProperty", (properties, args) => found(find(properties, args.text(0)))),
    getItemOrNullObject: objectMethod("1.7", "CustomProperty", (properties, args) => find(properties, args.text(0))),
  },
});

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

interface SheetPropertyTarget extends SheetTarget {
  readonly key: string;
}

/** Excel.WorksheetCustomPropertyCollection */
export const worksheetCustomPropertyCollection = defineClass<SheetTarget>({
  name: "WorksheetCustomPropertyCollection",
  collection: {
    item: "WorksheetCustomProperty",
    list: ({ sheet }) => [...sheet.customProperties.keys()].map((key): SheetPropertyTarget => ({ sheet, key })),
    find: ({ sheet }, key) => findOnSheet(sheet, String(key)),
  },
  members: {
    add: objectMethod("1.12", "WorksheetCustomProperty", ({ sheet }, args, host): SheetPropertyTarget => {
      const key = keyArgument(args);
      const known = findOnSheet(sheet, key)?.key ?? key;
      setOnSheet(host, sheet, known, args.text(1));
      return { sheet, key: known };
    }),
    getCount: method("1.12", ({ sheet }) => sheet.customProperties.size),
    getItem: objectMethod("1.12", "WorksheetCustomProperty", ({ sheet }, args) =>
      found(findOnSheet(sheet, args.text(0))),
    ),
    getItemOrNullObject: objectMethod("1.12", "WorksheetCustomProperty", ({ sheet }, args) =>
      findOnSheet(sheet, args.text(0)),
    ),
  },
});

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

function keyArgument(args: Arguments): string {
  const key = args.text(0);
  if (key === "" || key.length > MAX_KEY) throw invalidArgument("key");
  return key;
}

/** Desktop Excel cuts text beyond 255 characters. */
function propertyValue(value: unknown): CellValue {
  if (typeof value === "string") return value.slice(0, MAX_VALUE);
  if (typeof value === "number" || typeof value === "boolean") return value;
  throw invalidArgument("value");
}

function find(properties: Properties, key: string): PropertyTarget | null {
  const known = sameKey(properties.keys(), key);
  return known === undefined ? null : { properties, key: known };
}

function findOnSheet(sheet: SheetModel, key: string): SheetPropertyTarget | null {
  const known = sameKey(sheet.customProperties.keys(), key);
  return known === undefined ? null : { sheet, key: known };
}

function sameKey(keys: Iterable<string>, key: string): string | undefined {
  return [...keys].find((candidate) => candidate.toLowerCase() === key.toLowerCase());
}

function setOnSheet(host: Host, sheet: SheetModel, key: string, value: string): void {
  host.touchSheet(sheet);
  sheet.customProperties.set(key, value);
}
