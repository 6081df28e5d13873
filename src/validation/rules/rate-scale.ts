import { cellText } from "../../ledger/cell-text";
import { amountsOf, rateColumns } from "../amounts";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** A share is written up to here (150 %), a percentage from here on. */
const HIGHEST_SHARE = 1.5;
/** Fewer rates than this do not say what is usual. */
const FEWEST = 4;
/** Of so many rates the odd ones are slips. */
const SLIPS = 0.25;

/** 50 beside 0.5 in a column of rates: the same share written as a percentage and as a fraction. */
export const rateScale = defineRule({
  id: "rate-scale",
  severity: "warning",
  scope: "ledger",
  basis: ["1-9", "administrative"],
  fix: "manual",
  check(context, report) {
    const rule = context.words.byRule["rate-scale"];
    for (const column of rateColumns(context)) {
      const rates = amountsOf(context, column).filter(({ value }) => value > 0);
      if (rates.length < FEWEST) continue;
      const shares = rates.filter(({ value }) => value <= HIGHEST_SHARE);
      const percentages = rates.filter(({ value }) => value > HIGHEST_SHARE);
      const [odd, usual] = shares.length < percentages.length ? [shares, percentages] : [percentages, shares];
      if (odd.length === 0 || odd.length > Math.max(1, rates.length * SLIPS)) continue;
      const values = usual.map(({ value }) => value);
      const [least, most] = [Math.min(...values), Math.max(...values)];
      for (const { row, value } of odd) {
        const meant = usual === shares ? value / 100 : value * 100;
        // 0.4 % beside 60 % may well be meant; 0.6 beside it is not.
        if (meant < least * 0.8 || meant > most * HIGHEST_SHARE) continue;
        report({
          at: { row, column: column.column },
          value,
          message: rule.message(excerpt(column.header), cellText(value), cellText(Number(meant.toPrecision(12)))),
          suggestion: rule.suggestion,
        });
      }
    }
  },
});
