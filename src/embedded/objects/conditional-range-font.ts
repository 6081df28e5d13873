import { changeRule, type ConditionalFormatTarget } from "./conditional-format";
import { ruleColor } from "./conditional-range-fill";
import { defineClass, method } from "./member";

/** Excel.ConditionalRangeFont */
export const conditionalRangeFont = defineClass<ConditionalFormatTarget>({
  name: "ConditionalRangeFont",
  members: {
    color: ruleColor("fontColor"),
    clear: method("1.6", (target) => {
      changeRule(target, { fontColor: null });
    }),
  },
});
