import { changeRule, type ConditionalFormatTarget } from "./conditional-format";
import { asColor, defineClass, sheetMethod, sheetProperty } from "./member";

/** Excel.ConditionalRangeFill */
export const conditionalRangeFill = defineClass<ConditionalFormatTarget>({
  name: "ConditionalRangeFill",
  members: {
    color: ruleColor("fill"),
    clear: sheetMethod("1.6", (target) => {
      changeRule(target, { fill: null });
    }),
  },
});

/** A colour of a rule's look. */
export function ruleColor(key: "fill" | "fontColor") {
  return sheetProperty<ConditionalFormatTarget>(
    "1.6",
    ({ formats }) => formats[0]![key] ?? "",
    (target, value) => {
      changeRule(target, { [key]: asColor(value) });
    },
  );
}
