import { cellText } from "../../ledger/cell-text";
import { isErrorValue } from "../../cells/error-value";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** A formula in the status column. */
export const statusFormula = defineRule({
  id: "status-formula",
  severity: "warning",
  scope: "row",
  basis: ["1-7", "administrative"],
  fix: "manual",
  check({ row }, { ledger, source, valueAt, words }, report) {
    const column = ledger.columns.status;
    if (column === undefined) return;
    const formula = source.formulas?.[row - source.row]?.[column - source.column];
    if (typeof formula !== "string" || !formula.startsWith("=")) return;
    const value = valueAt(row, column);
    // A text that only looks like a formula is its own value.
    if (formula === value || isErrorValue(value)) return;
    const rule = words.byRule["status-formula"];
    report({
      at: { row, column },
      value,
      message: rule.message(excerpt(cellText(value))),
      suggestion: rule.suggestion,
    });
  },
});
