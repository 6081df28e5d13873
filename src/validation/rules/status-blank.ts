import { isBlankCell } from "../../ledger/cell-text";
import { excerpt, quotedList } from "../quote";
import { defineRule } from "../rule";

/** A measure without status. */
export const statusBlank = defineRule({
  id: "status-blank",
  severity: "error",
  scope: "row",
  basis: ["plan"],
  fix: "manual",
  check(measure, { ledger, settings, formulaAt, isCovered, words }, report) {
    const column = ledger.columns.status;
    if (column === undefined || !isBlankCell(measure.status)) return;
    // What makes it blank, a formula or a merge, is said once.
    if (formulaAt(measure.row, column) !== null || isCovered(measure.row, column)) return;
    const rule = words.byRule["status-blank"];
    const statuses = quotedList(
      settings.statuses.map(({ name }) => name),
      words,
      9,
    );
    report({
      at: { row: measure.row, column },
      message: rule.message(excerpt(measure.name)),
      suggestion: rule.suggestion(statuses),
    });
  },
});
