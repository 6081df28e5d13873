import { isErrorValue } from "../../cells/error-value";
import { defineRule } from "../rule";

/** An Excel error value in a row of the ledger. */
export const valueError = defineRule({
  id: "value-error",
  severity: "error",
  scope: "sheet",
  basis: ["product"],
  fix: "manual",
  check({ ledger, problem, source, words }, report) {
    const rule = words.byRule["value-error"];
    if (problem?.kind === "error-value") {
      report({
        address: problem.cell,
        value: problem.value,
        message: rule.message(problem.value),
        suggestion: rule.suggestion,
      });
    }
    for (const { row } of ledger?.measures ?? []) {
      const cells = source.values[row - source.row] ?? [];
      for (let index = 0; index < cells.length; index++) {
        const value = cells[index];
        if (!isErrorValue(value)) continue;
        report({
          at: { row, column: source.column + index },
          value,
          message: rule.message(value),
          suggestion: rule.suggestion,
        });
      }
    }
  },
});
