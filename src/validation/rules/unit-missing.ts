import { isBlankCell } from "../../ledger/cell-text";
import { amountIn, indicatorsOf } from "../indicators";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** An indicator with figures and no unit, in a ledger whose other indicators mostly have one. */
export const unitMissing = defineRule({
  id: "unit-missing",
  severity: "warning",
  scope: "ledger",
  basis: ["1-9", "administrative"],
  fix: "manual",
  check(context, report) {
    const measured = indicatorsOf(context).filter(({ base, targets, actuals }) =>
      [base, ...targets, ...actuals].some((cell) => amountIn(cell) !== null),
    );
    // A unit may stand in the name: 受診票の交付数（件）.
    const bare = measured.filter(({ unit, name }) => unit === "" && !/[（(][^）)]+[）)]\s*$/.test(name));
    if (bare.length * 2 > measured.length) return;
    const rule = context.words.byRule["unit-missing"];
    for (const { row, group, name } of bare) {
      const columns = context.ledger.indicators[group - 1];
      const column = columns?.unit ?? columns?.name ?? null;
      if (column === null || isBlankCell(name)) continue;
      report({ at: { row, column }, message: rule.message(excerpt(name)), suggestion: rule.suggestion });
    }
  },
});
