import type { CellValue } from "../../cells/cell";
import { ERAS } from "../../cells/era";

/** What Excel makes of text typed into a cell: a number, date or truth value, and the number format that comes with it. */
interface Entry {
  readonly value: CellValue;
  /** Given to the cell where it still has the format General. */
  readonly numberFormat?: string;
}

/** How text is taken where the workbook and the day matter. */
interface EntryRules {
  readonly date1904: boolean;
  readonly today: () => Date;
}

const MILLISECONDS_PER_DAY = 86_400_000;
/** Days from 1899-12-30, the origin of the 1900 date system after its false leap day, to 1904-01-01. */
const DATE_1904_OFFSET = 1462;

/** Excel's eras with the year before their first and the names and letters that are typed for them. */
const TYPED_ERAS = ERAS.map(({ name, letter, firstDay }) => ({
  before: firstDay.year - 1,
  names: [name, name.slice(0, 1), letter],
}));
const ERA_STARTS = ERAS.map(({ name, letter }) => name.slice(0, 1) + letter + letter.toLowerCase()).join("");
const ERA_NAMES = TYPED_ERAS.flatMap((era) => era.names).join("|");

const NUMBER = /^([+-]?)(\()?([¥\\$]?)(?=\.?\d)(\d{1,3}(?:,\d{3})+|\d*)(\.\d*)?(?:E([+-]?\d{1,3}))?(\))?(%?)$/i;
const FRACTION = /^([+-]?)(\d+) (\d{1,3})\/(\d{1,3})$/;
const YEAR_MONTH_DAY = /^(\d{4}|\d{1,2})([/-])(\d{1,2})\2(\d{1,2})$/;
const KANJI_DATE = /^(\d{4}|\d{1,2})年(\d{1,2})月(\d{1,2})日$/;
const YEAR_MONTH = /^(\d{4})([/-])(\d{1,2})$/;
const KANJI_YEAR_MONTH = /^(\d{4})年(\d{1,2})月$/;
const MONTH_DAY = /^(\d{1,2})([/-])(\d{1,2})$/;
const KANJI_MONTH_DAY = /^(\d{1,2})月(\d{1,2})日$/;
const ERA_DATE = new RegExp(
  `^(${ERA_NAMES})(\\d{1,2}|元)(?:年(\\d{1,2})月(\\d{1,2})日|([./-])(\\d{1,2})\\5(\\d{1,2}))$`,
  "i",
);
const TIME = /^(\d{1,3}):([0-5]?\d)(?::([0-5]?\d)(\.\d+)?)?$/;

/** First characters, in their ASCII form, that a number, date or truth value can have. */
const FIRST_CHARACTERS = new Set(Array.from(` 0123456789+-.(¥\\$TtFf${ERA_STARTS}`, (char) => char.charCodeAt(0)));

/** Whether text can be anything but text, by its first character: nearly all text is done with here. */
function mayBeValue(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return FIRST_CHARACTERS.has(code - 0xfee0);
  return FIRST_CHARACTERS.has(code) || code === 0xffe5 || code === 0x3000;
}

/** Longest text that can be a number or date. */
const LONGEST_VALUE = 40;

/**
 * Reads text as Japanese Excel reads what is typed into a cell of format General; null where it stays text.
 * Full-width digits and signs count as half-width ones. Impossible dates stay text; years beyond an era's end do not.
 */
export function readEntry(text: string, rules: EntryRules): Entry | null {
  if (text.length > LONGEST_VALUE || !mayBeValue(text)) return null;
  const typed = halfWidth(text).trim();
  if (/^(true|false)$/i.test(typed)) return { value: typed.toLowerCase() === "true" };
  const number = readNumber(typed) ?? readFraction(typed);
  // Dates and times have a sign between their numbers or a character that says what a number is.
  return number ?? (/[/\-:.年月]/.test(typed) ? readDateAndTime(typed, rules) : null);
}

/** Digits, Latin letters and signs in their ASCII forms. */
function halfWidth(text: string): string {
  if (!/[^\0-~]/.test(text)) return text;
  return text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll("￥", "¥")
    .replaceAll("\u3000", " ");
}

function readNumber(text: string): Entry | null {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [, sign, open, currency, whole = "", decimals = "", exponent, close, percent] = match;
  if (Boolean(open) !== Boolean(close)) return null;
  const digits = `${whole.replaceAll(",", "")}${decimals}`;
  if (!/\d/.test(digits)) return null;
  let value = Number(`${digits}${exponent === undefined ? "" : `e${exponent}`}`);
  if (!Number.isFinite(value)) return null;
  if (sign === "-" || open) value = -value;
  const grouped = whole.includes(",");
  const places = decimals.length > 1;
  if (percent) return { value: divide(value, 100), numberFormat: places ? "0.00%" : "0%" };
  if (currency) {
    const symbol = currency === "$" ? "$" : "¥";
    return { value, numberFormat: places ? `${symbol}#,##0.00` : `${symbol}#,##0` };
  }
  if (exponent !== undefined) return { value, numberFormat: "0.00E+00" };
  if (grouped) return { value, numberFormat: places ? "#,##0.00" : "#,##0" };
  return { value };
}

/** Decimal division by a power of ten without binary residue: 0.29 rather than 0.28999999999999998. */
function divide(value: number, by: number): number {
  return Number((value / by).toPrecision(15));
}

function readFraction(text: string): Entry | null {
  const match = FRACTION.exec(text);
  if (!match || Number(match[4]) === 0) return null;
  const value = Number(match[2]) + Number(match[3]) / Number(match[4]);
  return { value: match[1] === "-" ? -value : value, numberFormat: match[4]!.length > 1 ? "# ??/??" : "# ?/?" };
}

function readDateAndTime(text: string, rules: EntryRules): Entry | null {
  const date = readDate(text, rules);
  if (date) return date;
  const time = readTime(text);
  if (time) return time;
  const space = text.lastIndexOf(" ");
  if (space < 0) return null;
  const day = readDate(text.slice(0, space).trim(), rules);
  const clock = readTime(text.slice(space + 1));
  if (!day || !clock || (clock.value as number) >= 1) return null;
  return { value: (day.value as number) + (clock.value as number), numberFormat: "yyyy/m/d h:mm" };
}

function readDate(text: string, rules: EntryRules): Entry | null {
  const entry = (year: number, month: string, day: string, numberFormat: string): Entry | null => {
    const value = dateSerial(year, Number(month), Number(day), rules.date1904);
    return value === null ? null : { value, numberFormat };
  };
  let match = YEAR_MONTH_DAY.exec(text);
  if (match) return entry(fullYear(match[1]!), match[3]!, match[4]!, "yyyy/m/d");
  match = KANJI_DATE.exec(text);
  if (match) return entry(fullYear(match[1]!), match[2]!, match[3]!, 'yyyy"年"m"月"d"日"');
  match = YEAR_MONTH.exec(text);
  if (match) return entry(Number(match[1]), match[3]!, "1", "mmm-yy");
  match = KANJI_YEAR_MONTH.exec(text);
  if (match) return entry(Number(match[1]), match[2]!, "1", 'yyyy"年"m"月"');
  match = MONTH_DAY.exec(text) ?? KANJI_MONTH_DAY.exec(text);
  if (match) return entry(rules.today().getFullYear(), match[1]!, match.at(-1)!, 'm"月"d"日"');
  match = ERA_DATE.exec(text);
  if (match) {
    const name = match[1]!.toUpperCase();
    const era = TYPED_ERAS.find((candidate) => candidate.names.includes(name))!;
    const year = era.before + (match[2] === "元" ? 1 : Number(match[2]));
    return match[3] === undefined
      ? entry(year, match[6]!, match[7]!, "[$-411]ge.m.d")
      : entry(year, match[3], match[4]!, '[$-411]ggge"年"m"月"d"日"');
  }
  return null;
}

/** Excel's window for years of two digits: 00–29 are 2000–2029. */
function fullYear(typed: string): number {
  const year = Number(typed);
  if (typed.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function readTime(text: string): Entry | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0) + Number(match[4] ?? 0);
  return { value: seconds / 86_400, numberFormat: match[3] === undefined ? "h:mm" : "h:mm:ss" };
}

/** Excel's number for a day, or null where the calendar (or Excel) has no such day. */
export function dateSerial(year: number, month: number, day: number, date1904 = false): number | null {
  const utc = Date.UTC(year, month - 1, day);
  const date = new Date(utc);
  if (year < 1900 || year > 9999 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  let serial = Math.round((utc - Date.UTC(1899, 11, 30)) / MILLISECONDS_PER_DAY);
  // Before March 1900 the false leap day has not been counted yet.
  if (serial <= 60) serial -= 1;
  if (date1904) serial -= DATE_1904_OFFSET;
  return serial < 0 ? null : serial;
}

/** A day and the time on it. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

/** The day and time of an Excel number, or null where it is none. */
export function dateParts(serial: number, date1904 = false): DateParts | null {
  if (serial < 0 || serial >= 2_958_466) return null;
  let days = Math.floor(serial);
  let seconds = Math.round((serial - days) * 86_400);
  if (seconds === 86_400) {
    days++;
    seconds = 0;
  }
  if (date1904) days += DATE_1904_OFFSET;
  const leap = days === 60;
  const date = new Date(Date.UTC(1899, 11, 30) + (days < 60 ? days + 1 : days) * MILLISECONDS_PER_DAY);
  return {
    year: date.getUTCFullYear(),
    month: leap ? 2 : date.getUTCMonth() + 1,
    day: leap ? 29 : date.getUTCDate(),
    weekday: (days + 6) % 7,
    hours: Math.floor(seconds / 3600),
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
}
