import { closeDoubledSpaces, trimEdges } from "../tidy";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** Two or more spaces in a row within a text. */
export const spaceDoubled = defineRule({
  id: "space-doubled",
  severity: "warning",
  scope: "cell",
  basis: ["1-5", "administrative"],
  fix: "auto",
  check({ text, context }, report) {
    const inner = trimEdges(text);
    const after = closeDoubledSpaces(inner);
    if (after === inner) return;
    const rule = context.words.byRule["space-doubled"];
    report({
      message: rule.message(excerpt(text)),
      suggestion: rule.suggestion,
      choices: [{ after: text.replace(inner, () => after) }],
    });
  },
});
