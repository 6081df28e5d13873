import { readDate, readFiscalYear } from "../ledger/parse-wareki";
import type { Ledger } from "../ledger/ledger";
import type { PlanProfile } from "../ledger/settings";
import { compareDates, formatFiscalYear, tokyoDate, type CalendarDate } from "../ledger/wareki";

/**
 * When the report's figures are of, in words: 「平成22年度末」 where the plan's last year is over (or in its last month) when the
 * report is published; otherwise what stands above the ledger (「令和6年度末現在」), 「令和8年4月現在」 from 発行年月, or the fiscal year
 * the ledger is about; 【要記入】 where nothing says it. The day the report is made says nothing of its figures; it only tells
 * whether a plan's last year is over. Fiscal years end in March.
 */
export function asOfText(plan: PlanProfile, { asOf, year }: Pick<Ledger, "asOf" | "year">, today: Date): string {
  const lastYear = readFiscalYear(plan.endYear);
  const published = plan.published.trim();
  const isOver = (day: CalendarDate) =>
    lastYear !== null && compareDates(day, { year: lastYear + 1, month: 3, day: 1 }) >= 0;
  if (lastYear !== null && isOver(monthOf(published) ?? tokyoDate(today))) {
    return `${yearWords(plan.endYear.trim(), lastYear)}末`;
  }
  if (asOf !== "") return asOf.endsWith("末") ? asOf : `${asOf}現在`;
  if (published !== "") return `${published}現在`;
  return year === null ? AS_OF_MISSING : formatFiscalYear(year.year);
}

const AS_OF_MISSING = "【要記入】いつ現在";

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

/** True where the year that the ledger is about is not the plan's last. */
export function isInterim({ endYear }: Pick<PlanProfile, "endYear">, { year }: Pick<Ledger, "year">): boolean {
  const last = readFiscalYear(endYear);
  return last !== null && year !== null && year.year < last;
}
