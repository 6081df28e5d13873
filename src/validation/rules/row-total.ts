import { cellText, isBlankCell } from "../../ledger/cell-text";
import { tableTotals } from "../table-totals";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/**
 * A total row (計, 合計, 小計…) between or below the measures; the total row of an Excel table that nothing shows to be one is
 * counted as a measure.
 */
export const rowTotal = defineRule({
  id: "row-total",
  severity: "error",
  scope: "sheet",
  basis: ["2-2", "administrative"],
  fix: "manual",
  check({ ledger, source, words, valueAt }, report) {
    if (!ledger) return;
    const rule = words.byRule["row-total"];
    const totals = tableTotals(source);
    for (const { row } of totals.length === 0 ? [] : ledger.measures) {
      if (!totals.includes(row)) continue;
      report({
        at: { row, column: source.column },
        severity: "error",
        message: rule.counted,
        suggestion: rule.suggestCounted,
      });
    }
    for (const { row, kind } of ledger.skipped ?? []) {
      if (kind !== "total") continue;
      const cells = source.values[row - source.row] ?? [];
      const filled = cells.findIndex((cell) => !isBlankCell(cell));
      const column = source.column + Math.max(0, filled);
      const value = valueAt(row, column);
      report({
        at: { row, column },
        value,
        severity: "info",
        message: rule.message(excerpt(cellText(value).trim())),
        suggestion: rule.suggestion,
      });
    }
  },
});
