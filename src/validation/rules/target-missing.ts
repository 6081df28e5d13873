import { indicatorsOf, amountIn } from "../indicators";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** An indicator with an actual value and no target, where most have one; 「－」 and 「↑」 say that there is none or which way. */
export const targetMissing = defineRule({
  id: "target-missing",
  severity: "warning",
  scope: "ledger",
  basis: ["product"],
  fix: "manual",
  check(context, report) {
    const reported = indicatorsOf(context).filter(
      ({ actuals, targets }) => targets.length > 0 && actuals.some((cell) => amountIn(cell) !== null),
    );
    const without = reported.filter(({ targets }) => targets.every(({ value }) => value.kind === "blank"));
    if (without.length * 3 > reported.length) return;
    const rule = context.words.byRule["target-missing"];
    for (const { row, name, targets } of without) {
      report({
        at: { row, column: targets[targets.length - 1]!.column },
        message: rule.message(excerpt(name)),
        suggestion: rule.suggestion,
      });
    }
  },
});
