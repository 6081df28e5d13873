import { quotedList } from "../quote";
import { defineRule } from "../rule";

/**
 * Statuses that ask for a reason in a ledger that gives none: mentioned once where there is no 理由 column, a warning where
 * the column is there and empty. A plan whose 計画 sheet states the reasons needs neither.
 */
export const reasonColumn = defineRule({
  id: "reason-column",
  severity: "warning",
  scope: "ledger",
  basis: ["plan"],
  fix: "manual",
  check(context, report) {
    const { ledger, settings, plan, words } = context;
    if (context.filled("reason") > 0) return;
    const column = ledger.columns.reason;
    if (column === undefined && plan.notAchievedReasons.length + plan.cancelledReasons.length > 0) return;
    const present = new Set(ledger.measures.map(({ statusIndex }) => statusIndex));
    const asking = settings.statuses.filter(({ reasonRequired }, index) => reasonRequired && present.has(index));
    if (asking.length === 0) return;
    const rule = words.byRule["reason-column"];
    const statuses = quotedList(
      asking.map(({ name }) => name),
      words,
    );
    report({
      at: { row: ledger.headerRow, column: column ?? ledger.columns.status ?? 0 },
      ...(column === undefined ? { severity: "info" as const } : {}),
      message: column === undefined ? rule.message(statuses) : rule.unused(statuses),
      suggestion: rule.suggestion,
    });
  },
});
