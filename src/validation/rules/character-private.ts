import { codePoints } from "../tidy";
import { defineRule } from "../rule";

const PRIVATE = /[\uE000-\uF8FF]|[\uDB80-\uDBFF][\uDC00-\uDFFF]/g;

/** Private-use characters (外字): each PC shows what is registered on it. */
export const characterPrivate = defineRule({
  id: "character-private",
  severity: "warning",
  scope: "cell",
  basis: ["1-10", "administrative"],
  fix: "manual",
  check({ text, context }, report) {
    const found = text.match(PRIVATE);
    if (!found) return;
    const rule = context.words.byRule["character-private"];
    report({ message: rule.message(codePoints(found)), suggestion: rule.suggestion });
  },
});
