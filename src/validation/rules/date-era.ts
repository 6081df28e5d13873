import type { DateValue } from "../../ledger/parse-wareki";
import { formatEraDate, formatEraMonth, formatFiscalYear } from "../../ledger/wareki";
import { dateColumns } from "../date-columns";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/**
 * A day written in an era that was over, or had not begun. Plans count on past an era's end (平成33年度, 平成33年3月), so
 * years and months are only mentioned and fiscal years are right.
 */
export const dateEra = defineRule({
  id: "date-era",
  severity: "warning",
  scope: "ledger",
  basis: ["1-11", "administrative"],
  fix: "choose",
  check(context, report) {
    const rule = context.words.byRule["date-era"];
    for (const { column, cells } of dateColumns(context)) {
      for (const { row, value, text, reading } of cells) {
        if (reading.kind !== "warning" || !reading.value) continue;
        if (reading.warning !== "era-over" && reading.warning !== "era-not-begun") continue;
        const should = properly(reading.value);
        const isDay = reading.value.precision === "day";
        report({
          at: { row, column: column.column },
          value,
          ...(isDay ? {} : { severity: "info" as const }),
          message: isDay ? rule.message(excerpt(text), should) : rule.year(excerpt(text), should),
          suggestion: rule.suggestion(should),
          choices: [{ after: should }],
        });
      }
    }
  },
});

/** The same date in the era it belongs to; a calendar year by the era of its last day. */
function properly(value: DateValue): string {
  if (value.precision === "day") return formatEraDate(value);
  if (value.precision === "month") return formatEraMonth({ ...value, day: 28 });
  if (value.precision === "fiscal-year") return formatFiscalYear(value.year);
  return formatEraMonth({ year: value.year, month: 12, day: 31 }).replace(/12月$/, "");
}
