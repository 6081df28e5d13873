import { cellText } from "../../ledger/cell-text";
import { amountsOf, quantile, rateColumns } from "../amounts";
import { excerpt } from "../quote";
import { defineRule, type RuleContext } from "../rule";

/** Fewer rates than this do not say what is usual. */
const FEWEST = 4;
/** Nobody reaches so many percent of a target without the figures saying so. */
const BEYOND = 300;
/** How far a rate may lie from actual ÷ target to follow from them. */
const NEAR = 0.02;

/** A percentage with its point left out (985 for 98.5): beyond all others, unless target and actual of the row bear it out. */
export const rateSlip = defineRule({
  id: "rate-slip",
  severity: "warning",
  scope: "ledger",
  basis: ["product"],
  fix: "manual",
  check(context, report) {
    const rule = context.words.byRule["rate-slip"];
    for (const column of rateColumns(context)) {
      const rates = amountsOf(context, column);
      if (rates.length < FEWEST) continue;
      const sorted = rates.map(({ value }) => value).sort((a, b) => a - b);
      const usual = quantile(sorted, 0.75);
      if (usual <= 2 || usual > BEYOND / 2) continue;
      for (const { row, value } of rates) {
        if (value < BEYOND || isBorneOut(row, value, context)) continue;
        report({
          at: { row, column: column.column },
          value,
          message: rule.message(excerpt(column.header), cellText(value), cellText(value / 10)),
          suggestion: rule.suggestion,
        });
      }
    }
  },
});

function isBorneOut(row: number, rate: number, { ledger, valueAt }: RuleContext): boolean {
  return ledger.indicators.some(({ targets, actuals }) =>
    actuals.some((actual) =>
      targets.some((target) => {
        const [reached, wanted] = [valueAt(row, actual.column), valueAt(row, target.column)];
        if (typeof reached !== "number" || typeof wanted !== "number" || wanted === 0) return false;
        return Math.abs(((reached / wanted) * 100) / rate - 1) < NEAR;
      }),
    ),
  );
}
