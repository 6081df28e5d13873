import { trimEdges } from "../tidy";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** Spaces before or after a text. */
export const spaceEdge = defineRule({
  id: "space-edge",
  severity: "warning",
  scope: "cell",
  basis: ["1-5", "administrative"],
  fix: "auto",
  check({ text, context }, report) {
    const after = trimEdges(text);
    if (after === text) return;
    const rule = context.words.byRule["space-edge"];
    report({ message: rule.message(excerpt(text)), suggestion: rule.suggestion, choices: [{ after }] });
  },
});
