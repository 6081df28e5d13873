import { cellText } from "../../ledger/cell-text";
import { amountsOf, columnsOf, quantile, type Amount } from "../amounts";
import { excerpt } from "../quote";
import { defineRule, type LedgerColumn, type RuleContext } from "../rule";

/** 千円 in 円. */
const SCALE = 1000;
/** Fewer amounts than this do not say what is usual. */
const FEWEST = 6;
/** Of so many amounts those in another unit are slips. */
const SLIPS = 0.1;
/** How far 予算 and 決算 of one measure may lie apart when one of them is in another unit. */
const NEAR = 2;
/** An amount in another unit stands so far above all others. */
const ABOVE = 10;

/**
 * An amount a thousand times as great as it should be, as 円 typed in a column of 千円 is: far above all others of the column
 * and usual when divided, or a thousand times the measure's other amount of the same year.
 */
export const moneyScale = defineRule({
  id: "money-scale",
  severity: "warning",
  scope: "ledger",
  basis: ["product"],
  fix: "manual",
  check(context, report) {
    const rule = context.words.byRule["money-scale"];
    const columns = columnsOf(context, "budget", "settled");
    for (const column of columns) {
      const amounts = amountsOf(context, column).filter(({ value }) => value > 0);
      const beside = columns.filter(
        (other) => other !== column && other.key !== column.key && isSameYear(other, column, context),
      );
      const high = new Set([
        ...unusual(amounts),
        ...amounts.filter((amount) => isOfAnotherUnit(amount, beside, context)),
      ]);
      for (const { row, value } of amounts.filter((amount) => high.has(amount))) {
        report({
          at: { row, column: column.column },
          value,
          message: rule.message(excerpt(column.header), cellText(value), cellText(value / SCALE)),
          suggestion: rule.suggestion,
        });
      }
    }
  },
});

/** The few amounts above all others that are usual ones when divided. */
function unusual(amounts: readonly Amount[]): readonly Amount[] {
  if (amounts.length < FEWEST) return [];
  const sorted = Float64Array.from(amounts, ({ value }) => value).sort();
  const low = quantile(sorted, 0.1) / (2 * NEAR);
  const high = quantile(sorted, 0.75) * ABOVE;
  const isUnusual = (value: number) => value > high && value / SCALE >= low;
  if (!isUnusual(sorted[sorted.length - 1]!)) return [];
  let last = sorted.length - 1;
  while (last >= 0 && isUnusual(sorted[last]!)) last--;
  const greatest = sorted[last] ?? Infinity;
  const found = amounts.filter(({ value }) => isUnusual(value) && value > greatest * ABOVE);
  return found.length <= Math.max(1, amounts.length * SLIPS) ? found : [];
}

function isOfAnotherUnit({ row, value }: Amount, beside: readonly LedgerColumn[], { valueAt }: RuleContext): boolean {
  return beside.some(({ column }) => {
    const other = valueAt(row, column);
    if (typeof other !== "number" || other <= 0) return false;
    const ratio = value / other;
    return ratio > SCALE / NEAR && ratio < SCALE * NEAR;
  });
}

function isSameYear(one: LedgerColumn, other: LedgerColumn, { ledger }: RuleContext): boolean {
  const yearOf = ({ column }: LedgerColumn) => ledger.headers.find((header) => header.column === column)?.year;
  return yearOf(one) === yearOf(other);
}
