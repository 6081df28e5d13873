import type { Status } from "../../ledger/settings";
import { isCancelled } from "../../narrative/phrases";
import { planCells } from "../plan-cells";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** Reasons in the plan's prose that are given with counts, and do not add up to the measures they explain. */
export const reasonsSum = defineRule({
  id: "reasons-sum",
  severity: "warning",
  scope: "ledger",
  basis: ["plan"],
  fix: "manual",
  check({ plan, planSource, tally, settings, words }, report) {
    if (!tally) return;
    const rule = words.byRule["reasons-sum"];
    const cellOf = planCells(planSource);
    const groups: readonly { entries: readonly string[]; item: string; belongs: (status: Status) => boolean }[] = [
      {
        entries: plan.notAchievedReasons,
        item: "未達成の理由",
        belongs: (status) => !status.achieved && status.inDenominator && !isCancelled(status),
      },
      { entries: plan.cancelledReasons, item: "中止の理由", belongs: isCancelled },
    ];
    for (const { entries, item, belongs } of groups) {
      const counts = entries.map((entry) => countsIn(entry, settings.unit));
      // Reasons without counts, or with a single one, are no breakdown.
      if (counts.flat().length < 2 || counts.some((entry) => entry.length === 0)) continue;
      const sum = counts.flat().reduce((total, count) => total + count, 0);
      const should = tally.statuses.reduce(
        (total, status, index) => total + (belongs(status) ? (tally.total.byStatus[index] ?? 0) : 0),
        0,
      );
      if (sum === should) continue;
      const cell = cellOf(entries[0] ?? "");
      report({
        ...(cell ? { at: cell, sheet: cell.sheet } : {}),
        value: excerpt(entries[0] ?? ""),
        message: rule.message(item, sum, should),
        suggestion: rule.suggestion(should),
      });
    }
  },
});

/** The counts that a reason is given with: 「費用対効果（8項目）」 → [8]. */
function countsIn(entry: string, unit: string): number[] {
  const units = ["項目", "事業", "件", "施策", "取組", unit.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")].filter(
    (one) => one !== "",
  );
  return [...entry.normalize("NFKC").matchAll(new RegExp(`(\\d+)\\s*(?:${units.join("|")})`, "g"))].map(([, digits]) =>
    Number(digits),
  );
}
