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
        const number = numberIn(text);
        report({
          at: { row, column: column.column },
          value: text,
          message: number === null ? rule.unreadable(excerpt(text)) : rule.message(excerpt(text), number),
          suggestion: rule.suggestion,
        });
      }
    }
  },
});

/** Excel keeps 15 digits of a number; what has more is a code. */
const TOO_LARGE = 1e15;

/** The number that a text means (▲ and △ are the minus signs of public accounts), or null. */
function numberIn(text: string): string | null {
  const reading = readNumber(text);
  return reading.kind === "none" || Math.abs(reading.value) >= TOO_LARGE ? null : String(reading.value);
}
