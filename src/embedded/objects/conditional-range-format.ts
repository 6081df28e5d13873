import type { ConditionalFormatTarget } from "./conditional-format";
import { defineClass, navigation } from "./member";

/** Excel.ConditionalRangeFormat */
export const conditionalRangeFormat = defineClass<ConditionalFormatTarget>({
  name: "ConditionalRangeFormat",
  members: {
    fill: navigation("1.6", "ConditionalRangeFill", (target) => target),
    font: navigation("1.6", "ConditionalRangeFont", (target) => target),
  },
});
