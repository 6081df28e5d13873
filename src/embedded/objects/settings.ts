import { HostError } from "../host-error";
import { asText, defineClass, event, method, objectMethod, property } from "./member";
import { found } from "./targets";

/** Values kept in the workbook under a key. */
type Settings = Map<string, unknown>;

/** One of them. */
interface SettingTarget {
  readonly settings: Settings;
  readonly key: string;
}

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
      if (key === "") throw new HostError("InvalidArgument");
      settings.set(key, args.raw(1) ?? null);
      return { settings, key };
    }),
    getCount: method("1.4", (settings) => settings.size),
    getItem: objectMethod("1.4", "Setting", (settings, args) => found(find(settings, args.text(0)))),
    getItemOrNullObject: objectMethod("1.4", "Setting", (settings, args) => find(settings, args.text(0))),
    onSettingsChanged: event("1.4"),
  },
});

/** Excel.Setting */
export const setting = defineClass<SettingTarget>({
  name: "Setting",
  identity: { as: "_Id", read: ({ key }) => key },
  members: {
    key: property("1.4", ({ key }) => key),
    value: property(
      "1.4",
      ({ settings, key }) => settings.get(key),
      ({ settings, key }, value) => {
        settings.set(asText(key), value);
      },
    ),
    delete: method("1.4", ({ settings, key }) => {
      settings.delete(key);
    }),
  },
});

function find(settings: Settings, key: string): SettingTarget | null {
  return settings.has(key) ? { settings, key } : null;
}
