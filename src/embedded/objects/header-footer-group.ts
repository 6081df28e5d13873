import { asOneOf, defineClass, navigation, property } from "./member";
import type { SheetTarget } from "./targets";

/** Excel.HeaderFooterGroup. The same header and footer stand on all pages; apart ones for first and even pages do not exist here. */
export const headerFooterGroup = defineClass<SheetTarget>({
  name: "HeaderFooterGroup",
  members: {
    defaultForAllPages: navigation("1.9", "HeaderFooter", (target) => target),
    state: property(
      "1.9",
      () => "Default",
      (_target, value) => {
        asOneOf(value, ["Default"]);
      },
    ),
  },
});
