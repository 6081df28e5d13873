import { readNumber } from "../../ledger/number-text";
import { numericColumns } from "../numeric-columns";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** A text in a column of numbers: 「約100」, 「12件」, 「1,234」 typed as text. */
export const numberText = defineRule({
  id: "number-text",
  severity: "error",
  scope: "ledger",
  basis: ["1-3", "administrative"],
  fix: "manual",
  check(context, report) {
    const rule = context.words.byRule["number-text"];
    for (const { column, texts } of numericColumns(context)) {
      for (const { row, text } of texts) {
        const reading = readNumber(text);
        report({
          at: { row, column: column.column },
          value: text,
          message:
            reading.kind === "none" ? rule.unreadable(excerpt(text)) : rule.message(excerpt(text), reading.digits),
          suggestion: rule.suggestion,
        });
      }
    }
  },
});
