import { cellText } from "../../ledger/cell-text";
import { actualOf, targetOf, type Indicator } from "../../ledger/indicators";
import { cellOfYear } from "../../ledger/indicators";
import type { Status } from "../../ledger/settings";
import { indicatorRate } from "../../tally/indicator-rate";
import { amountIn, indicatorsOf } from "../indicators";
import { excerpt } from "../quote";
import { defineRule, type RuleContext } from "../rule";

/** A status that 設定 ties to a rate of achievement (達成率の下限), and that the measure's one indicator contradicts. */
export const statusRate = defineRule({
  id: "status-rate",
  severity: "warning",
  scope: "ledger",
  basis: ["plan"],
  fix: "choose",
  check(context, report) {
    const { ledger, settings, words } = context;
    const column = ledger.columns.status;
    const classes = settings.statuses
      .flatMap((status, index) => (status.rateFrom === undefined ? [] : [{ index, status, from: status.rateFrom }]))
      .sort((a, b) => b.from - a.from);
    if (column === undefined || classes.length < 2) return;
    const rule = words.byRule["status-rate"];
    const byRow = new Map<number, Indicator[]>();
    for (const indicator of indicatorsOf(context)) {
      byRow.set(indicator.measure.row, [...(byRow.get(indicator.measure.row) ?? []), indicator]);
    }
    for (const { row, statusIndex } of ledger.measures) {
      const [indicator, ...more] = byRow.get(row) ?? [];
      if (!indicator || more.length > 0 || !classes.some(({ index }) => index === statusIndex)) continue;
      const rate = rateOf(indicator, context);
      const should = rate === null ? undefined : classes.find(({ from }) => rate >= from)?.status;
      const status: Status = settings.statuses[statusIndex]!;
      if (rate === null || should === undefined || should === status) continue;
      report({
        at: { row, column },
        message: rule.message(excerpt(status.name), excerpt(should.name), cellText(rate)),
        suggestion: rule.suggestion(excerpt(should.name)),
        choices: [{ after: should.name }],
      });
    }
  },
});

/** The rate as the ledger gives it for the reported year, else as its figures say. */
function rateOf(indicator: Indicator, { ledger, settings }: RuleContext): number | null {
  const year = ledger.year?.year ?? null;
  const given = amountIn(cellOfYear(indicator.rates, year));
  if (given !== null) return given;
  const rate = indicatorRate(
    {
      improvement: indicator.improvement,
      base: amountIn(indicator.base),
      target: amountIn(targetOf(indicator, year)),
      actual: amountIn(actualOf(indicator, year)),
    },
    settings,
  );
  return rate?.percent ?? null;
}
