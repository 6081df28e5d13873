import { cellText } from "../../ledger/cell-text";
import { columnsOf } from "../amounts";
import { excerpt } from "../quote";
import { defineRule, type LedgerColumn } from "../rule";

/** From here on one of the two amounts is in another unit, which has a rule of its own. */
const OTHER_UNIT = 500;

/** More spent than the budget of the same year has. */
export const moneyOver = defineRule({
  id: "money-over",
  severity: "info",
  scope: "ledger",
  basis: ["product"],
  fix: "manual",
  check(context, report) {
    const rule = context.words.byRule["money-over"];
    const { ledger, valueAt } = context;
    const yearOf = ({ column }: LedgerColumn) => ledger.headers.find((header) => header.column === column)?.year;
    const budgets = columnsOf(context, "budget");
    for (const settled of columnsOf(context, "settled")) {
      const budget = budgets.find((column) => yearOf(column) === yearOf(settled));
      if (!budget) continue;
      for (const { row } of ledger.measures) {
        const [planned, spent] = [valueAt(row, budget.column), valueAt(row, settled.column)];
        if (typeof planned !== "number" || typeof spent !== "number" || spent <= planned || planned <= 0) continue;
        if (spent / planned > OTHER_UNIT) continue;
        report({
          at: { row, column: settled.column },
          value: spent,
          message: rule.message(excerpt(settled.header), cellText(spent), cellText(planned)),
          suggestion: rule.suggestion,
        });
      }
    }
  },
});
