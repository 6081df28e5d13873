import { invalidArgument } from "../editing/excel-error";
import { propertyValue, type Properties, type PropertyTarget } from "./custom-property";
import { defineClass, method, objectMethod, type Arguments } from "./member";
import { found } from "./targets";

const MAX_KEY = 255;

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

function find(properties: Properties, key: string): PropertyTarget | null {
  const known = sameKey(properties.keys(), key);
  return known === undefined ? null : { properties, key: known };
}

/** The first argument as a key. */
export function keyArgument(args: Arguments): string {
  const key = args.text(0);
  if (key === "" || key.length > MAX_KEY) throw invalidArgument("key");
  return key;
}

/** The key as it is kept: keys do not depend on case. */
export function sameKey(keys: Iterable<string>, key: string): string | undefined {
  return [...keys].find((candidate) => candidate.toLowerCase() === key.toLowerCase());
}
