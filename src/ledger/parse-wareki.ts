import { matchKey } from "./match-key";
import {
  compareDates,
  daysInMonth,
  ERA_LETTERS,
  ERA_NAMES,
  ERAS,
  isRealDate,
  type CalendarDate,
  type Era,
} from "./wareki";

/** A date as far as it was given. `fiscal-year`: 年度, April to March; `year` alone leaves month and day open. */
export type DateValue =
  | { readonly precision: "day"; readonly year: number; readonly month: number; readonly day: number }
  | { readonly precision: "month"; readonly year: number; readonly month: number }
  | { readonly precision: "year"; readonly year: number }
  | { readonly precision: "fiscal-year"; readonly year: number };

/** Why a date wants a look: it can be read, but was perhaps not meant like that. */
export type DateWarning =
  /** After the era's last day, when the next one had begun (平成31年5月1日); also years an old plan could not know of. */
  | "era-over"
  /** Before the era's first day (平成元年1月1日). */
  | "era-not-begun"
  /** A number of years without era (22年度): it must not be guessed. */
  | "no-era"
  /** A bare year of an era (H22): calendar or fiscal year is decided by the column, not here. */
  | "year-or-fiscal-year"
  /** The number of years given does not fit the first and last year. */
  | "year-count";

/** Why a text is no date. */
export type DateError = "not-a-date" | "no-such-day" | "no-such-year" | "no-era" | "end-before-start";

/** A reading of a date's text. `value` is null where it may not be guessed. */
export type DateReading<Value = DateValue> =
  | { readonly kind: "ok"; readonly value: Value }
  | { readonly kind: "warning"; readonly warning: DateWarning; readonly value: Value | null }
  | { readonly kind: "error"; readonly error: DateError };

/** First and last fiscal (or calendar) year of a period. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

/** What a bare year of an era (H22) is in the column the text comes from. */
export type BareYear = "year" | "fiscal-year";

/**
 * Reads a date as clerks write it: 和暦 with the era's name, letter or ligature, 元年, kanji numerals, any width, dots, slashes
 * or hyphens, 年度, whole months; western dates too. Years that an old plan counts on past its era's end (平成33年度) are right
 * as fiscal years; as days they are a warning.
 */
export function readDate(text: string, bareYear?: BareYear): DateReading {
  const key = withDigits(matchKey(text));
  const match = YEAR_ALONE.exec(key) ?? YEAR_AND_MONTH.exec(key);
  if (!match) return { kind: "error", error: "not-a-date" };
  const [, eraText, yearText = "", kind, monthText, dayText] = match;
  const era = ERAS.find(({ name, letter }) => eraText === name || eraText === letter.toLowerCase());
  const number = yearText === "元" ? 1 : Number(yearText);
  if (!era)
    return yearText.length === 4 ? westernDate(number, kind, monthText, dayText) : withoutEra(yearText, kind, dayText);
  if (number === 0 || number > LONGEST_ERA) return { kind: "error", error: "no-such-year" };
  const value = dateValue(era.firstDay.year + number - 1, kind, monthText, dayText);
  if (!value) return { kind: "error", error: "no-such-day" };
  if (kind === undefined && value.precision === "year") {
    if (bareYear === undefined) return { kind: "warning", warning: "year-or-fiscal-year", value };
    if (bareYear === "fiscal-year") return { kind: "ok", value: { precision: "fiscal-year", year: value.year } };
  }
  const warning = outsideEra(value, era);
  return warning ? { kind: "warning", warning, value } : { kind: "ok", value };
}

/**
 * Reads a period of years: 「平成13年度～平成22年度」 with any dash or tilde, 「平成13～22年度」, 「平成13年度から平成22年度まで
 * の10か年」, with or without western years in brackets. A number of years at the end is checked (last − first + 1).
 */
export function readPeriod(text: string): DateReading<Period> {
  const key = withDigits(matchKey(text)).replace(/\([^()]*\)/g, "");
  const match = PERIOD.exec(key);
  if (!match) return { kind: "error", error: "not-a-date" };
  const [, startText = "", endText = "", years] = match;
  const start = readFiscalYear(startText);
  // 「平成13～22年度」: the era is said once.
  const end = readFiscalYear(endText) ?? readFiscalYear((ERA_FIRST.exec(startText)?.[0] ?? "") + endText);
  if (start === null || end === null) return { kind: "error", error: "not-a-date" };
  if (end < start) return { kind: "error", error: "end-before-start" };
  const value = { start, end };
  if (years !== undefined && Number(years) !== end - start + 1)
    return { kind: "warning", warning: "year-count", value };
  return { kind: "ok", value };
}

/** The western year of a text that names one year: 平成13年度, 平成13年, H13, 2001年度, 2001; null for anything else. */
export function readFiscalYear(text: string): number | null {
  const reading = readDate(text, "fiscal-year");
  if (reading.kind === "error" || !reading.value) return null;
  const { precision, year } = reading.value;
  return precision === "fiscal-year" || precision === "year" ? year : null;
}

const ERA = `${ERA_NAMES}|[${ERA_LETTERS.toLowerCase()}]`;
const ERA_FIRST = new RegExp(`^(?:${ERA})`);
const YEAR_ALONE = new RegExp(`^(${ERA})?(\\d{1,4}|元)(年度|年)?$`);
const YEAR_AND_MONTH = new RegExp(`^(${ERA})?(\\d{1,4}|元)([年./-])(\\d{1,2})(?:月|[月./-](\\d{1,2})日?)?$`);
const PERIOD = /^(.+?)(?:から|[~-])(.+?)(?:まで)?(?:の?(\d+)(?:[かヶヵケカ箇]年間?|年間))?$/;
/* No era has lasted as long; a larger number is a western year after an era's name. */
const LONGEST_ERA = 99;

function westernDate(year: number, kind?: string, monthText?: string, dayText?: string): DateReading {
  if (year < 1868 || year > 2999) return { kind: "error", error: "not-a-date" };
  const value = dateValue(year, kind, monthText, dayText);
  return value ? { kind: "ok", value } : { kind: "error", error: "no-such-day" };
}

/** A year without era is no date where it says 元, a doubt where it is clearly one (22年度, 03/04/01), else nothing. */
function withoutEra(yearText: string, kind?: string, dayText?: string): DateReading {
  if (yearText === "元") return { kind: "error", error: "no-era" };
  const clearly = kind !== undefined && (kind.startsWith("年") || dayText !== undefined);
  return clearly ? { kind: "warning", warning: "no-era", value: null } : { kind: "error", error: "not-a-date" };
}

function dateValue(year: number, kind?: string, monthText?: string, dayText?: string): DateValue | null {
  if (monthText === undefined) return { precision: kind === "年度" ? "fiscal-year" : "year", year };
  const month = Number(monthText);
  if (month < 1 || month > 12) return null;
  if (dayText === undefined) return { precision: "month", year, month };
  const date = { year, month, day: Number(dayText) };
  return isRealDate(date) ? { precision: "day", ...date } : null;
}

/** Whether no day of the value lies within its era; a fiscal year may be counted on past the era's end. */
function outsideEra(value: DateValue, era: Era): DateWarning | null {
  if (value.precision === "fiscal-year") return null;
  const { first, last } = daysOf(value);
  if (compareDates(last, era.firstDay) < 0) return "era-not-begun";
  const next = ERAS[ERAS.indexOf(era) - 1];
  return next && compareDates(first, next.firstDay) >= 0 ? "era-over" : null;
}

function daysOf(value: Exclude<DateValue, { precision: "fiscal-year" }>): { first: CalendarDate; last: CalendarDate } {
  const { year } = value;
  if (value.precision === "day") return { first: value, last: value };
  const month = value.precision === "month" ? value.month : null;
  const lastMonth = month ?? 12;
  return {
    first: { year, month: month ?? 1, day: 1 },
    last: { year, month: lastMonth, day: daysInMonth(year, lastMonth) },
  };
}

const KANJI_DIGITS = "〇一二三四五六七八九";

/** Kanji numerals before 年, 月, 日 and か年 as digits: 二十二 → 22, 二〇一一 → 2011. */
function withDigits(key: string): string {
  return key.replace(/[〇一二三四五六七八九十]+(?=[年月日かヶヵケカ箇])/g, (numeral) => {
    const digit = (character: string) => KANJI_DIGITS.indexOf(character);
    const ten = numeral.indexOf("十");
    if (ten < 0) return Array.from(numeral, digit).join("");
    const tens = ten === 0 ? 1 : digit(numeral.slice(0, ten));
    return String(tens * 10 + (ten + 1 < numeral.length ? digit(numeral.slice(ten + 1)) : 0));
  });
}
