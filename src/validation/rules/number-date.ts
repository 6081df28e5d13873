import type { CellValue } from "../../cells/cell";
import { isBlankCell } from "../../ledger/cell-text";
import { matchKey } from "../../ledger/match-key";
import { serialDate } from "../../ledger/wareki";
import { defineRule, type RuleContext } from "../rule";

const PAIR = /^\d{1,3}-\d{1,3}$/;
const DAY = /^(?:\d{2,4}[/-])?(\d{1,2})[/月](\d{1,2})日?$/;
/** So many of a column's numbers must be pairs for a date among them to be one. */
const MOSTLY = 0.6;
/** So many rows show whether a column has pairs. */
const SAMPLE = 50;
/** Serial numbers of days from 1950 to 2099. */
const FIRST_SERIAL = 18_264;
const LAST_SERIAL = 73_050;

/** A number such as 1-2 that Excel has taken for a day (January 2nd). */
export const numberDate = defineRule({
  id: "number-date",
  severity: "error",
  scope: "ledger",
  basis: ["product"],
  fix: "choose",
  check(context, report) {
    const rule = context.words.byRule["number-date"];
    for (const { column, kind, key } of context.columns) {
      if (kind !== "code" && key !== null) continue;
      const days = daysAmongPairs(column, context);
      for (const { row, value, pair } of days) {
        report({
          at: { row, column },
          value,
          message: rule.message(pair),
          suggestion: rule.suggestion(pair),
          choices: [{ after: pair }],
        });
      }
    }
  },
});

function daysAmongPairs(
  column: number,
  { ledger, valueAt }: RuleContext,
): { row: number; value: CellValue; pair: string }[] {
  const days: { row: number; value: CellValue; pair: string }[] = [];
  const beginning = ledger.measures.slice(0, SAMPLE);
  if (!beginning.some(({ row }) => isPair(valueAt(row, column)))) return days;
  let filled = 0;
  let pairs = 0;
  for (const { row } of ledger.measures) {
    const value = valueAt(row, column);
    if (typeof value !== "string" && typeof value !== "number") continue;
    if (isBlankCell(value)) continue;
    filled++;
    if (isPair(value)) {
      pairs++;
      continue;
    }
    const pair = pairOfDay(value);
    if (pair !== null) days.push({ row, value, pair });
  }
  return pairs > 1 && pairs >= filled * MOSTLY ? days : [];
}

function isPair(value: CellValue): boolean {
  return typeof value === "string" && PAIR.test(matchKey(value));
}

/** What was typed where a day came of it. */
function pairOfDay(value: string | number): string | null {
  if (typeof value === "number") {
    if (!Number.isInteger(value) || value < FIRST_SERIAL || value > LAST_SERIAL) return null;
    const { month, day } = serialDate(value);
    return `${month}-${day}`;
  }
  const [, month, day] = DAY.exec(matchKey(value)) ?? [];
  return month !== undefined && day !== undefined ? `${Number(month)}-${Number(day)}` : null;
}
