import { ExcelError } from "../editing/excel-error";
import { defineClass, event, method, objectMethod } from "./member";
import type { Settings, SettingTarget } from "./setting";
import { found } from "./targets";

/** Excel.SettingCollection */
export const settingCollection = defineClass<Settings>({
  name: "SettingCollection",
  collection: {
    item: "Setting",
    list: (settings) => [...settings.keys()].map((key): SettingTarget => ({ settings, key })),
    find: (settings, key) => find(settings, String(key)),
  },
  members: {
    add: objectMethod("1.4", "Setting", (settings, args): SettingTarget => {
      const key = args.text(0);
      if (key === "") throw new ExcelError("InvalidArgument");
      settings.set(key, args.raw(1) ?? null);
      return { settings, key };
    }),
    getCount: method("1.4", (settings) => settings.size),
    getItem: objectMethod("1.4", "Setting", (settings, args) => found(find(settings, args.text(0)))),
    getItemOrNullObject: objectMethod("1.4", "Setting", (settings, args) => find(settings, args.text(0))),
    onSettingsChanged: event("1.4"),
  },
});

function find(settings: Settings, key: string): SettingTarget | null {
  return settings.has(key) ? { settings, key } : null;
}
