import { excerpt } from "../quote";
import { saysNoReason } from "../reasons";
import { defineRule } from "../rule";

/**
 * A status worse than last year's and no reason for it; only where last year's ledger stands beside this one. What the
 * vocabulary asks a reason for anyway is said by reason-missing where the 理由 column is in use.
 */
export const regressionReason = defineRule({
  id: "regression-reason",
  severity: "warning",
  scope: "ledger",
  basis: ["product"],
  fix: "manual",
  check(context, report) {
    const { comparison, ledger, settings, filled } = context;
    if (comparison === null) return;
    const { reason, status } = ledger.columns;
    const isUsed = reason !== undefined && filled("reason") > 0;
    const rule = context.words.byRule["regression-reason"];
    for (const { now: measure, from, to, direction } of comparison.changes) {
      if (direction !== "worse" || !saysNoReason(measure.reason)) continue;
      if (isUsed && (settings.statuses[to]!.reasonRequired || context.isCovered(measure.row, reason))) continue;
      const column = reason ?? status;
      if (column === undefined) continue;
      report({
        at: { row: measure.row, column },
        message: rule.message(excerpt(measure.name), settings.statuses[from]!.name, settings.statuses[to]!.name),
        suggestion: reason === undefined ? rule.addColumn : rule.suggestion,
      });
    }
  },
});
