import { cellAddress } from "../../cells/cell";
import { numberSeries } from "../numbering";
import { defineRule } from "../rule";

/** A 番号 that an earlier row of its series already has. */
export const numberDuplicate = defineRule({
  id: "number-duplicate",
  severity: "error",
  scope: "ledger",
  basis: ["product"],
  fix: "manual",
  check({ ledger, words }, report) {
    const column = ledger.columns.number;
    if (column === undefined) return;
    const rule = words.byRule["number-duplicate"];
    for (const { entries, distinct } of numberSeries(ledger)) {
      if (distinct) continue;
      const rows = new Map<string, number>();
      for (const { measure, number } of entries) {
        const former = rows.get(number);
        if (former === undefined) {
          rows.set(number, measure.row);
          continue;
        }
        report({
          at: { row: measure.row, column },
          value: measure.number,
          message: rule.message(measure.number, cellAddress(former, column)),
          suggestion: rule.suggestion,
        });
      }
    }
  },
});
