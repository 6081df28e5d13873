import { defineRule } from "../rule";

/** What a cell takes: characters (UTF-16 units) and line breaks. */
const MOST_CHARACTERS = 32_767;
const MOST_LINE_BREAKS = 253;

/** A text beyond Excel's limits: it would be cut or refused when written elsewhere. */
export const textLength = defineRule({
  id: "text-length",
  severity: "error",
  scope: "cell",
  basis: ["excel"],
  fix: "manual",
  check({ text, context }, report) {
    const breaks = text.split("\n").length - 1;
    if (text.length <= MOST_CHARACTERS && breaks <= MOST_LINE_BREAKS) return;
    const rule = context.words.byRule["text-length"];
    report({ message: rule.message(text.length, breaks), suggestion: rule.suggestion });
  },
});
