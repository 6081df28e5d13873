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

/** Every era's name, as alternatives of a pattern: "令和|平成|…". */
export const ERA_NAMES = ERAS.map(({ name }) => name).join("|");

/** Every era's letter, for a character class: "RH…". */
export const ERA_LETTERS = ERAS.map(({ letter }) => letter).join("");

/** The first kanji of every era, for a character class: "令平…". */
export const ERA_INITIALS = ERAS.map(({ name }) => name.slice(0, 1)).join("");

/** Japanese Standard Time is 9 hours ahead of UTC, without summer time since 1952; the machine's own zone does not matter. */
const TOKYO_MILLISECONDS = 9 * 3_600_000;

/** The day that a moment falls on in Japan, for moments from 1952 on. */
export function tokyoDate(moment: Date): CalendarDate {
  const there = new Date(moment.getTime() + TOKYO_MILLISECONDS);
  return { year: there.getUTCFullYear(), month: there.getUTCMonth() + 1, day: there.getUTCDate() };
}

/** The time of day of a moment in Japan: 「17:05」. */
export function tokyoTime(moment: Date): string {
  return new Date(moment.getTime() + TOKYO_MILLISECONDS).toISOString().slice(11, 16);
}

/** The day of an Excel date serial number (1900 system; whole days from 1900-03-01 on, that is from 61). */
export function serialDate(serial: number): CalendarDate {
  const moment = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() };
}

/** True where the month has that day. */
export function isRealDate({ year, month, day }: CalendarDate): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The era of a day; a day before 明治 counts as 明治. */
export function eraOf(date: CalendarDate): Era {
  return ERAS.find(({ firstDay }) => compareDates(date, firstDay) >= 0) ?? FIRST_ERA;
}

/** 「平成23年3月31日」; the first year of an era is 元年. */
export function formatEraDate(date: CalendarDate): string {
  return `${eraYear(date)}年${date.month}月${date.day}日`;
}

/** 「平成23年3月」. */
export function formatEraMonth(date: CalendarDate): string {
  return `${eraYear(date)}年${date.month}月`;
}

/** The fiscal year (April to March) a day belongs to: 2011-03-31 → 2010. */
export function fiscalYearOf(date: CalendarDate): number {
  return date.month >= 4 ? date.year : date.year - 1;
}

/** 「平成22年度」 for 2010. */
export function formatFiscalYear(fiscalYear: number): string {
  return `${yearIn(eraOfFiscalYear(fiscalYear), fiscalYear)}年度`;
}

/** The name that a fiscal year began with, where it is now called by the next era: 平成31年度 for 2019; else null. */
export function otherFiscalYearName(fiscalYear: number): string | null {
  const began = eraOf({ year: fiscalYear, month: 4, day: 1 });
  return began === eraOfFiscalYear(fiscalYear) ? null : `${yearIn(began, fiscalYear)}年度`;
}

/** 「平成13年度（2001年度）」. */
export function formatFiscalYearInBoth(fiscalYear: number): string {
  return `${formatFiscalYear(fiscalYear)}（${fiscalYear}年度）`;
}

/** 「平成13年度（2001年度）から平成22年度（2010年度）までの10か年」. */
export function formatPeriod(startYear: number, endYear: number): string {
  const years = endYear - startYear + 1;
  return `${formatFiscalYearInBoth(startYear)}から${formatFiscalYearInBoth(endYear)}までの${years}か年`;
}

/** Negative, 0 or positive as the first day is before, on or after the second. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

/** Days of a month (1–12) of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const FIRST_ERA = ERAS[ERAS.length - 1]!;

function eraOfFiscalYear(fiscalYear: number): Era {
  return ERAS.find(({ firstFiscalYear }) => fiscalYear >= firstFiscalYear) ?? FIRST_ERA;
}

/** 「平成23」, 「令和元」: the year of a day in its era. */
function eraYear(date: CalendarDate): string {
  return yearIn(eraOf(date), date.year);
}

function yearIn(era: Era, year: number): string {
  const count = year - era.firstDay.year + 1;
  return `${era.name}${count === 1 ? "元" : count}`;
}
