import { joinLines } from "../tidy";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** A line break in a name, a status or a number; prose (理由, 実績, 備考…) may have paragraphs and lists. */
export const textLineBreak = defineRule({
  id: "text-line-break",
  severity: "warning",
  scope: "cell",
  basis: ["1-5", "administrative"],
  fix: "auto",
  check({ text, column, context }, report) {
    if (column.kind === "prose" || !/[\r\n]/.test(text)) return;
    const rule = context.words.byRule["text-line-break"];
    report({
      message: rule.message(excerpt(text)),
      suggestion: rule.suggestion,
      choices: [{ after: joinLines(text) }],
    });
  },
});
