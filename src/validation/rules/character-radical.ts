import { RADICAL, replaceRadicals } from "../tidy";
import { defineRule } from "../rule";

/** Radicals in place of ideographs, as text copied from a PDF has them (⾏政, ⻄暦). */
export const characterRadical = defineRule({
  id: "character-radical",
  severity: "warning",
  scope: "cell",
  basis: ["product"],
  fix: "auto",
  check({ text, context }, report) {
    const found = [...new Set(text.match(RADICAL) ?? [])].join("");
    if (found === "") return;
    const rule = context.words.byRule["character-radical"];
    const meant = replaceRadicals(found);
    report({
      message: rule.message(found, meant),
      suggestion: rule.suggestion(meant),
      choices: [{ after: replaceRadicals(text) }],
    });
  },
});
