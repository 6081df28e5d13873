import type { ConditionalFormatTarget } from "./conditional-format";
import { defineClass, navigation } from "./member";

/** Excel.CustomConditionalFormat */
export const customConditionalFormat = defineClass<ConditionalFormatTarget>({
  name: "CustomConditionalFormat",
  members: {
    format: navigation("1.6", "ConditionalRangeFormat", (target) => target),
    rule: navigation("1.6", "ConditionalFormatRule", (target) => target),
  },
});
