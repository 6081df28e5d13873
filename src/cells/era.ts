/** A day of the civil calendar; months and days count from 1. No time, no time zone. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A Japanese era. */
export interface Era {
  readonly name: string;
  /** The letter of JIS X 0301. */
  readonly letter: string;
  readonly firstDay: CalendarDate;
  /** The first fiscal year that is called by this era, usually the first whose 1 April lies in it. */
  readonly firstFiscalYear: number;
}

/**
 * Eras from the latest back to 明治, whose first day is given in the Gregorian calendar of its proclamation. Fiscal 2019 is
 * 令和元年度, as the government settled when the era changed in its second month.
 */
export const ERAS: readonly Era[] = [
  { name: "令和", letter: "R", firstDay: { year: 2019, month: 5, day: 1 }, firstFiscalYear: 2019 },
  { name: "平成", letter: "H", firstDay: { year: 1989, month: 1, day: 8 }, firstFiscalYear: 1989 },
  { name: "昭和", letter: "S", firstDay: { year: 1926, month: 12, day: 25 }, firstFiscalYear: 1927 },
  { name: "大正", letter: "T", firstDay: { year: 1912, month: 7, day: 30 }, firstFiscalYear: 1913 },
  { name: "明治", letter: "M", firstDay: { year: 1868, month: 1, day: 25 }, firstFiscalYear: 1868 },
];
