import { cellText } from "../../ledger/cell-text";
import { amountsOf, columnsOf } from "../amounts";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** Among how many amounts a negative one is a slip: where there are more, the column is of changes. */
const OF_CHANGES = 0.1;

/** A negative amount in a column of money whose other amounts are positive. */
export const moneyNegative = defineRule({
  id: "money-negative",
  severity: "warning",
  scope: "ledger",
  basis: ["product"],
  fix: "manual",
  check(context, report) {
    const rule = context.words.byRule["money-negative"];
    for (const column of columnsOf(context, "budget", "settled")) {
      const amounts = amountsOf(context, column);
      const negative = amounts.filter(({ value }) => value < 0);
      if (negative.length > Math.max(1, amounts.length * OF_CHANGES)) continue;
      for (const { row, value } of negative) {
        report({
          at: { row, column: column.column },
          value,
          message: rule.message(excerpt(column.header), cellText(value)),
          suggestion: rule.suggestion,
        });
      }
    }
  },
});
