import { dateColumns } from "../date-columns";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** A date that no calendar has: 令和7年2月30日, 平成0年. */
export const dateImpossible = defineRule({
  id: "date-impossible",
  severity: "error",
  scope: "ledger",
  basis: ["1-11", "administrative"],
  fix: "manual",
  check(context, report) {
    const rule = context.words.byRule["date-impossible"];
    for (const { column, cells } of dateColumns(context)) {
      for (const { row, value, text, reading } of cells) {
        if (reading.kind !== "error") continue;
        report({
          at: { row, column: column.column },
          value,
          message: rule.message(excerpt(text)),
          suggestion: rule.suggestion,
        });
      }
    }
  },
});
