import { changeRule, type ConditionalFormatTarget } from "./conditional-format";
import { asColor, defineClass, method, property } from "./member";

/** Excel.ConditionalRangeFill */
export const conditionalRangeFill = defineClass<ConditionalFormatTarget>({
  name: "ConditionalRangeFill",
  members: {
    color: ruleColor("fill"),
    clear: method("1.6", (target, _args, host) => {
      changeRule(target, host, { fill: null });
    }),
  },
});

/** A colour of a rule's look. */
export function ruleColor(key: "fill" | "fontColor") {
  return property<ConditionalFormatTarget>(
    "1.6",
    ({ formats }) => formats[0]![key] ?? "",
    (target, value, host) => {
      changeRule(target, host, { [key]: asColor(value) });
    },
  );
}
