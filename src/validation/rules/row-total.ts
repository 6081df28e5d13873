import { cellText, isBlankCell } from "../../ledger/cell-text";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** A total row (計, 合計, 小計…) between or below the measures. */
export const rowTotal = defineRule({
  id: "row-total",
  severity: "info",
  scope: "sheet",
  basis: ["2-2", "administrative"],
  fix: "manual",
  check({ ledger, source, words, valueAt }, report) {
    if (!ledger) return;
    const rule = words.byRule["row-total"];
    for (const { row, kind } of ledger.skipped ?? []) {
      if (kind !== "total") continue;
      const cells = source.values[row - source.row] ?? [];
      const filled = cells.findIndex((cell) => !isBlankCell(cell));
      const column = source.column + Math.max(0, filled);
      const value = valueAt(row, column);
      report({
        at: { row, column },
        value,
        message: rule.message(excerpt(cellText(value).trim())),
        suggestion: rule.suggestion,
      });
    }
  },
});
