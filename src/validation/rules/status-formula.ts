import { isBlankCell } from "../../ledger/cell-text";
import { isErrorValue } from "../../cells/error-value";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/**
 * A formula in the status column; one that comes to nothing leaves the measure without status. One whose value is in no
 * class is `status-unknown`'s.
 */
export const statusFormula = defineRule({
  id: "status-formula",
  severity: "error",
  scope: "row",
  basis: ["1-7", "administrative"],
  fix: "manual",
  check({ row, status, statusIndex }, { ledger, formulaAt, valueAt, proposal, words }, report) {
    const column = ledger.columns.status;
    if (column === undefined) return;
    if (formulaAt(row, column) === null || isErrorValue(valueAt(row, column))) return;
    const rule = words.byRule["status-formula"];
    const isBlank = isBlankCell(status);
    if (!isBlank && statusIndex < 0 && !proposal) return;
    report({
      at: { row, column },
      value: status,
      ...(isBlank ? {} : { severity: "warning" as const }),
      message: isBlank ? rule.blank : rule.message(excerpt(status)),
      suggestion: isBlank ? rule.suggestBlank : rule.suggestion,
    });
  },
});
