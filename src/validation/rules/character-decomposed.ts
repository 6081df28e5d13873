import { composeKana, DETACHED_MARK } from "../tidy";
import { defineRule } from "../rule";

/** Kana whose voicing mark is a character of its own, as names of files on a Mac have them. */
export const characterDecomposed = defineRule({
  id: "character-decomposed",
  severity: "warning",
  scope: "cell",
  basis: ["product"],
  fix: "auto",
  check({ text, context }, report) {
    const after = composeKana(text);
    if (after === text) return;
    const found = [...new Set(text.match(DETACHED_MARK) ?? [])].join("");
    const rule = context.words.byRule["character-decomposed"];
    const meant = composeKana(found);
    report({ message: rule.message(found, meant), suggestion: rule.suggestion(meant), choices: [{ after }] });
  },
});
