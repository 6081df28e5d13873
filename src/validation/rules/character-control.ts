import { codePoints, CONTROL, removeControls } from "../tidy";
import { defineRule } from "../rule";

/** Control characters, tabs, non-characters and halves of surrogate pairs. */
export const characterControl = defineRule({
  id: "character-control",
  severity: "warning",
  scope: "cell",
  basis: ["excel", "product"],
  fix: "auto",
  check({ text, context }, report) {
    const after = removeControls(text);
    if (after === text) return;
    const rule = context.words.byRule["character-control"];
    const found = text.match(CONTROL) ?? [];
    report({ message: rule.message(codePoints(found)), suggestion: rule.suggestion, choices: [{ after }] });
  },
});
