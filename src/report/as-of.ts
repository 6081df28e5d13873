import { readDate, readFiscalYear } from "../ledger/parse-wareki";
import type { PlanProfile } from "../ledger/settings";
import { compareDates, formatEraDate, formatFiscalYear, tokyoDate, type CalendarDate } from "../ledger/wareki";

/**
 * When the report's figures are of, in words: 「平成22年度末」 where the plan's last year is over (or in its last month) when the
 * report is published, otherwise 「令和8年4月現在」 from 発行年月, otherwise the day it is made. Fiscal years end in March.
 */
export function asOfText(plan: PlanProfile, today: Date): string {
  const made = tokyoDate(today);
  const lastYear = readFiscalYear(plan.endYear);
  const published = plan.published.trim();
  if (lastYear !== null && compareDates(monthOf(published) ?? made, { year: lastYear + 1, month: 3, day: 1 }) >= 0)
    return `${yearWords(plan.endYear.trim(), lastYear)}末`;
  return `${published === "" ? formatEraDate(made) : published}現在`;
}

/** The year as the officer wrote it where that reads on, otherwise in 和暦. */
function yearWords(written: string, year: number): string {
  return written.endsWith("年度") ? written : formatFiscalYear(year);
}

function monthOf(text: string): CalendarDate | null {
  const reading = readDate(text);
  const value = reading.kind === "error" ? null : reading.value;
  if (value?.precision === "day") return value;
  return value?.precision === "month" ? { ...value, day: 1 } : null;
}
