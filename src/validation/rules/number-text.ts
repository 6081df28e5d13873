import { matchKey } from "../../ledger/match-key";
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

/** The number that a text certainly means (▲ and △ are the minus signs of public accounts), or null. */
function numberIn(text: string): string | null {
  const match = /^([-▲△+]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?[^\d.,]{0,3}$/.exec(matchKey(text));
  if (!match) return null;
  const [, sign = "", digits = "", fraction = ""] = match;
  return (sign === "" || sign === "+" ? "" : "-") + digits.replaceAll(",", "") + fraction;
}
