import { codePoints, ODD_SPACE, removeInvisible, ZERO_WIDTH } from "../tidy";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** Characters without width, and no-break and other odd spaces. Variation selectors of names are no mistake. */
export const spaceInvisible = defineRule({
  id: "space-invisible",
  severity: "warning",
  scope: "cell",
  basis: ["1-5", "administrative"],
  fix: "auto",
  check({ text, context }, report) {
    const found = [...(text.match(ZERO_WIDTH) ?? []), ...(text.match(ODD_SPACE) ?? [])];
    if (found.length === 0) return;
    const rule = context.words.byRule["space-invisible"];
    const after = removeInvisible(text);
    report({
      message: rule.message(excerpt(after), codePoints(found)),
      suggestion: rule.suggestion,
      choices: [{ after }],
    });
  },
});
