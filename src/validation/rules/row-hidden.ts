import { rowRuns, runText } from "../runs";
import { defineRule } from "../rule";

/** Rows of the data hidden by hand; those that a filter hides are `filter-active`'s. */
export const rowHidden = defineRule({
  id: "row-hidden",
  severity: "warning",
  scope: "sheet",
  basis: ["administrative"],
  fix: "manual",
  check({ ledger, source, words }, report) {
    if (!ledger || source.structure?.filtered === true) return;
    const rule = words.byRule["row-hidden"];
    const hidden = (source.structure?.hiddenRows ?? []).filter(
      (row) => row >= ledger.firstRow && row <= ledger.lastRow,
    );
    for (const run of rowRuns(hidden)) {
      report({
        at: { row: run.first, column: source.column },
        message: rule.message(runText(run)),
        suggestion: rule.suggestion,
      });
    }
  },
});
