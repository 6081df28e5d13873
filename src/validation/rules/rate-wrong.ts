import { cellText } from "../../ledger/cell-text";
import { actualOf, cellOfYear, targetOf, type Indicator, type IndicatorCell } from "../../ledger/indicators";
import { indicatorRate } from "../../tally/indicator-rate";
import { amountIn, indicatorsOf } from "../indicators";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** A rate that does not follow from target and actual by any of the usual ways to reckon it, as far as it is written. */
export const rateWrong = defineRule({
  id: "rate-wrong",
  severity: "warning",
  scope: "ledger",
  basis: ["product"],
  fix: "manual",
  check(context, report) {
    const rule = context.words.byRule["rate-wrong"];
    for (const indicator of indicatorsOf(context)) {
      for (const cell of indicator.rates) {
        const given = amountIn(cell);
        const actual = amountIn(ofYear(indicator, cell, context.ledger.year?.year ?? null).actual);
        const target = amountIn(ofYear(indicator, cell, context.ledger.year?.year ?? null).target);
        if (given === null || actual === null || target === null) continue;
        const base = amountIn(indicator.base);
        const decimals = Math.min(2, decimalsOf(given));
        const expected = indicatorRate(
          { improvement: indicator.improvement, base, target, actual },
          { rounding: "half-up", decimals },
        );
        if (expected === null || follows(given, { base, target, actual })) continue;
        report({
          at: { row: indicator.row, column: cell.column },
          message: rule.message(excerpt(indicator.name), cellText(given), cellText(expected.percent)),
          suggestion: rule.suggestion(cellText(expected.percent)),
        });
      }
    }
  },
});

/** The values that a rate is of: of its own year, else of the year the ledger is about. */
function ofYear(
  indicator: Indicator,
  { year }: IndicatorCell,
  reported: number | null,
): { actual?: IndicatorCell | undefined; target?: IndicatorCell | undefined } {
  if (year === null) return { actual: actualOf(indicator, reported), target: targetOf(indicator, reported) };
  return {
    actual: cellOfYear(indicator.actuals, year),
    target: cellOfYear(indicator.targets, year) ?? targetOf(indicator, year),
  };
}

/** Rounded or cut at the decimals it is written with, as a percentage or a share. */
function follows(
  given: number,
  { base, target, actual }: { base: number | null; target: number; actual: number },
): boolean {
  const rates = [
    actual / target,
    target / actual,
    2 - actual / target,
    ...(base === null || base === target ? [] : [(actual - base) / (target - base)]),
  ];
  return rates.some(
    (rate) =>
      Math.abs(rate * 100 - given) < 10 ** -decimalsOf(given) - 1e-9 ||
      (given <= 2 && Math.abs(rate - given) < 10 ** -Math.max(2, decimalsOf(given)) - 1e-9),
  );
}

function decimalsOf(number: number): number {
  return cellText(number).split(".")[1]?.length ?? 0;
}
