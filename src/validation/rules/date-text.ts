import { dateColumns } from "../date-columns";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** 「未定」, 「3月末」 among the dates of a column: they cannot be sorted or compared with a term. */
export const dateText = defineRule({
  id: "date-text",
  severity: "warning",
  scope: "ledger",
  basis: ["1-11", "administrative"],
  fix: "manual",
  check(context, report) {
    const rule = context.words.byRule["date-text"];
    for (const { column, cells, others } of dateColumns(context)) {
      // Where words are as usual as dates, the column is of both.
      if (others.length * 4 > cells.length) continue;
      for (const { row, text } of others) {
        report({
          at: { row, column: column.column },
          value: text,
          message: rule.message(excerpt(text), excerpt(column.header)),
          suggestion: rule.suggestion,
        });
      }
    }
  },
});
