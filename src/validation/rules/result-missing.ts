import { isBlankCell } from "../../ledger/cell-text";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** An achieved measure without result, in a ledger that fills the 実績 column for a third of its rows or more. */
export const resultMissing = defineRule({
  id: "result-missing",
  severity: "warning",
  scope: "row",
  basis: ["plan"],
  fix: "manual",
  check(measure, context, report) {
    const column = context.ledger.columns.result;
    const status = context.settings.statuses[measure.statusIndex];
    if (
      column === undefined ||
      !status?.achieved ||
      !isBlankCell(measure.result) ||
      context.isCovered(measure.row, column) ||
      context.filled("result") * 3 < context.ledger.measures.length
    )
      return;
    const rule = context.words.byRule["result-missing"];
    report({
      at: { row: measure.row, column },
      message: rule.message(excerpt(measure.name), status.name),
      suggestion: rule.suggestion,
    });
  },
});
