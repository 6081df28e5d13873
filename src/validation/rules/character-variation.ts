import { codePoints } from "../tidy";
import { defineRule } from "../rule";

/** Variation selectors as phones add them (☎️); those of ideographs in names (IVS) are parts of the name. */
const SELECTOR = /[\uFE00-\uFE0F]/g;

/** A variation selector: unseen, and most programs take the text for another one. */
export const characterVariation = defineRule({
  id: "character-variation",
  severity: "warning",
  scope: "cell",
  basis: ["1-10", "administrative"],
  fix: "choose",
  check({ text, context }, report) {
    const found = text.match(SELECTOR);
    if (!found) return;
    const rule = context.words.byRule["character-variation"];
    const after = text.replace(SELECTOR, "");
    report({ message: rule.message(codePoints(found)), suggestion: rule.suggestion, choices: [{ after }] });
  },
});
