import { amountIn, indicatorsOf } from "../indicators";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** A year without value between two years that have one; 「－」, 未集計 and 調査なし say why. */
export const actualGap = defineRule({
  id: "actual-gap",
  severity: "warning",
  scope: "ledger",
  basis: ["product"],
  fix: "manual",
  check(context, report) {
    const rule = context.words.byRule["actual-gap"];
    for (const { row, name, actuals } of indicatorsOf(context)) {
      const years = actuals.filter(({ year }) => year !== null);
      const first = years.findIndex((cell) => amountIn(cell) !== null);
      const last = years.map((cell) => amountIn(cell) !== null).lastIndexOf(true);
      for (const { column, value } of first < 0 ? [] : years.slice(first, last)) {
        if (value.kind !== "blank") continue;
        report({ at: { row, column }, message: rule.message(excerpt(name)), suggestion: rule.suggestion });
      }
    }
  },
});
