import { asText, defineClass, method, property } from "./member";

/** Values kept in the workbook under a key. */
export type Settings = Map<string, unknown>;

/** One of them. */
export interface SettingTarget {
  readonly settings: Settings;
  readonly key: string;
}

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
