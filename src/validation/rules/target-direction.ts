import { shownValue } from "../../ledger/indicator-value";
import { amountIn, indicatorsOf } from "../indicators";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** A target on the wrong side of the base: below it where the ledger says 上向き, above it where it says 下向き. */
export const targetDirection = defineRule({
  id: "target-direction",
  severity: "warning",
  scope: "ledger",
  basis: ["product"],
  fix: "manual",
  check(context, report) {
    const rule = context.words.byRule["target-direction"];
    for (const { row, name, improvement, improvementBy, base, targets } of indicatorsOf(context)) {
      const from = amountIn(base);
      const last = targets.filter((cell) => amountIn(cell) !== null).pop();
      const to = amountIn(last);
      if (improvementBy === "none" || improvementBy === "inferred" || from === null || to === null || !base || !last)
        continue;
      if (improvement === "上向き" ? to >= from : improvement !== "下向き" || to <= from) continue;
      report({
        at: { row, column: last.column },
        message: rule.message(excerpt(name), improvement, shownValue(base.value), shownValue(last.value)),
        suggestion: rule.suggestion,
      });
    }
  },
});
