import { matchKey } from "../../ledger/match-key";
import { readFiscalYear, type DateValue } from "../../ledger/parse-wareki";
import { fiscalYearOf } from "../../ledger/wareki";
import { dateColumns, isDistant } from "../date-columns";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** Dates of the paperwork, which is done after the plan has ended. */
const PAPERWORK = /記入|更新|作成|評価|点検|公表|報告|確認|承認|提出/;

/** A date outside the plan's period, from April of 開始年度 to March after 終了年度. */
export const datePeriod = defineRule({
  id: "date-period",
  severity: "warning",
  scope: "ledger",
  basis: ["plan"],
  fix: "manual",
  check(context, report) {
    const { plan, words } = context;
    const start = readFiscalYear(plan.startYear);
    const end = readFiscalYear(plan.endYear);
    if (start === null || end === null) return;
    const rule = words.byRule["date-period"];
    const period = `${plan.startYear}～${plan.endYear}`;
    for (const { column, cells, usualYear } of dateColumns(context)) {
      if (PAPERWORK.test(matchKey(column.header))) continue;
      for (const cell of cells) {
        const { row, value, text, reading } = cell;
        // A year that cannot be meant is said to be so.
        if (reading.kind === "error" || !reading.value || isDistant(cell, usualYear)) continue;
        const [earliest, latest] = fiscalYears(reading.value);
        if (latest >= start && earliest <= end) continue;
        report({
          at: { row, column: column.column },
          value,
          message: rule.message(excerpt(text), period),
          suggestion: rule.suggestion,
        });
      }
    }
  },
});

/** First and last fiscal year that a date may lie in. */
function fiscalYears(value: DateValue): readonly [number, number] {
  if (value.precision === "fiscal-year") return [value.year, value.year];
  if (value.precision === "year") return [value.year - 1, value.year];
  const year = fiscalYearOf({ day: 1, ...value });
  return [year, year];
}
