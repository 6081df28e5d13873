import { matchKey } from "../../ledger/match-key";
import { indicatorsOf } from "../indicators";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** A value with another unit beside it than the indicator's other values, or than its 単位, have. */
export const unitMixed = defineRule({
  id: "unit-mixed",
  severity: "warning",
  scope: "ledger",
  basis: ["1-9", "administrative"],
  fix: "manual",
  check(context, report) {
    const rule = context.words.byRule["unit-mixed"];
    for (const { row, name, unit, base, targets, actuals } of indicatorsOf(context)) {
      const written = [base, ...targets, ...actuals].flatMap((cell) =>
        cell?.value.kind === "number" && cell.value.unit !== "" ? [{ column: cell.column, unit: cell.value.unit }] : [],
      );
      const proper = unit === "" ? written[0]?.unit : unit;
      for (const one of written) {
        if (proper === undefined || matchKey(one.unit) === matchKey(proper)) continue;
        report({
          at: { row, column: one.column },
          message: rule.message(excerpt(name), one.unit, proper),
          suggestion: rule.suggestion(proper),
        });
      }
    }
  },
});
