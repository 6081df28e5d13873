import { dateColumns, isDistant } from "../date-columns";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** A year far away from those of the column (2206 for 2026): digits that changed places. */
export const dateDistant = defineRule({
  id: "date-distant",
  severity: "warning",
  scope: "ledger",
  basis: ["product"],
  fix: "choose",
  check(context, report) {
    const rule = context.words.byRule["date-distant"];
    for (const { column, cells, usualYear } of dateColumns(context)) {
      for (const cell of cells) {
        const { row, value, text, reading } = cell;
        if (!isDistant(cell, usualYear) || reading.kind === "error" || !reading.value) continue;
        const year = String(reading.value.year);
        const meant = swapped(year).find((other) => Math.abs(Number(other) - (usualYear ?? NaN)) <= NEAR);
        const after =
          meant !== undefined && typeof value === "string" && value.includes(year) ? value.replace(year, meant) : null;
        report({
          at: { row, column: column.column },
          value,
          message: rule.message(excerpt(text), year),
          suggestion: rule.suggestion,
          choices: after === null ? [] : [{ after }],
        });
      }
    }
  },
});

/** Years within which a corrected one must lie. */
const NEAR = 15;

/** A number with two neighbouring digits exchanged, in every way. */
function swapped(digits: string): string[] {
  return Array.from(
    { length: digits.length - 1 },
    (_, at) => digits.slice(0, at) + digits[at + 1]! + digits[at]! + digits.slice(at + 2),
  );
}
