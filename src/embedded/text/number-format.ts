import type { CellValue } from "../../cells/cell";
import { ERAS } from "../../cells/era";
import { dateParts, type DateParts } from "./entry";

/*
 * What a cell shows for its value and number format (Range.text, TEXT). Covers what Japanese office workbooks use:
 * up to four sections, digits and grouping, percent, exponents, fractions, text, dates, times and Japanese eras.
 */

/** Eras by their first day, as yyyymmdd, with what g, gg and ggg show of them. Excel's own eras are those of the law. */
const ERA_FORMATS = ERAS.map(({ name, letter, firstDay: { year, month, day } }) => ({
  from: year * 10_000 + month * 100 + day,
  before: year - 1,
  names: [letter, name.slice(0, 1), name] as const,
}));
const WEEKDAYS = ["日", "月", "火", "水", "木", "金", "土"];
const WEEKDAYS_ENGLISH = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS_ENGLISH = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
  "December",
]; // prettier-ignore

/** The text a cell shows. Widths are not considered: nothing becomes "###" but numbers that are no date. */
export function formatValue(value: CellValue, format: string, date1904 = false): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const sections = splitSections(format);
  if (typeof value === "string") {
    const section = sections[3] ?? (sections.length === 1 && sections[0]!.includes("@") ? sections[0]! : "@");
    return value === "" ? "" : textSection(section, value);
  }
  if (format === "") return general(value);
  const chosen = chooseSection(sections, value);
  if (isGeneral(chosen.section)) return general(value);
  return numberSection(chosen.section, chosen.magnitude ? Math.abs(value) : value, date1904);
}

function isGeneral(format: string): boolean {
  return /^(?:general|g\/標準|標準)$/i.test(format);
}

/** Excel's General: at most 11 characters, exponents for what does not fit. */
function general(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
  const magnitude = Math.abs(value);
  if (magnitude >= 1e11 || magnitude < 1e-9) {
    const [mantissa, exponent] = value.toExponential(5).split("e") as [string, string];
    const power = Number(exponent);
    return `${String(Number(mantissa))}E${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  const whole = Math.trunc(magnitude).toString().length;
  return String(Number(value.toFixed(Math.max(0, 10 - whole))));
}

/** Sections at ";" outside quotes and escapes. */
function splitSections(format: string): string[] {
  const sections = [""];
  for (let i = 0; i < format.length; i++) {
    const char = format[i]!;
    if (char === ";") {
      sections.push("");
      continue;
    }
    let piece = char;
    if (char === '"') {
      const end = format.indexOf('"', i + 1);
      piece = format.slice(i, end < 0 ? undefined : end + 1);
    } else if (char === "\\") piece = format.slice(i, i + 2);
    i += piece.length - 1;
    sections.push(sections.pop()! + piece);
  }
  return sections;
}

/** The section for a number; `magnitude` where the section itself says the sign. */
function chooseSection(sections: readonly string[], value: number): { section: string; magnitude: boolean } {
  for (const [index, section] of sections.slice(0, 2).entries()) {
    const condition = /\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/.exec(section);
    if (!condition) continue;
    if (compare(value, condition[1]!, Number(condition[2]))) return { section, magnitude: false };
    if (index === sections.length - 1) return { section: "General", magnitude: false };
    if (index === 1 || !/\[[<>=]/.test(sections[1]!)) return { section: sections[index + 1]!, magnitude: false };
  }
  if (value > 0 || sections.length === 1) return { section: sections[0]!, magnitude: false };
  if (value < 0) return { section: sections[1]!, magnitude: true };
  return { section: sections[2] ?? sections[0]!, magnitude: false };
}

function compare(value: number, operator: string, limit: number): boolean {
  switch (operator) {
    case "<":
      return value < limit;
    case "<=":
      return value <= limit;
    case ">":
      return value > limit;
    case ">=":
      return value >= limit;
    case "=":
      return value === limit;
    default:
      return value !== limit;
  }
}

/** One piece of a section: text to show as it is, or a code. */
interface Piece {
  readonly literal: boolean;
  readonly text: string;
}

const CODES =
  /yyyy|yyy|yy|y|mmmmm|mmmm|mmm|mm|m|dddd|ddd|dd|d|aaaa|aaa|ggg|gg|g|ee|e(?![+-])|rr|r|\[h+\]|\[m+\]|\[s+\]|hh|h|ss|s|AM\/PM|A\/P|E[+-]|[0#?]|[.,%/@]/iy;

function pieces(section: string): Piece[] {
  const result: Piece[] = [];
  for (let i = 0; i < section.length; i++) {
    const char = section[i]!;
    if (char === '"') {
      const end = section.indexOf('"', i + 1);
      result.push({ literal: true, text: section.slice(i + 1, end < 0 ? undefined : end) });
      i = end < 0 ? section.length : end;
    } else if (char === "\\" || char === "!") {
      result.push({ literal: true, text: section[i + 1] ?? "" });
      i++;
    } else if (char === "_" || char === "*") {
      if (char === "_") result.push({ literal: true, text: " " });
      i++;
    } else if (char === "[" && !/^\[(?:h+|m+|s+)\]/i.test(section.slice(i))) {
      const end = section.indexOf("]", i);
      const currency = /^\[\$([^-\]]+)/.exec(section.slice(i));
      if (currency) result.push({ literal: true, text: currency[1]! });
      i = end < 0 ? section.length : end;
    } else {
      CODES.lastIndex = i;
      const code = CODES.exec(section)?.[0];
      result.push(code ? { literal: false, text: code } : { literal: true, text: char });
      if (code) i += code.length - 1;
    }
  }
  return result;
}

function textSection(section: string, value: string): string {
  return pieces(section)
    .map((piece) => (piece.literal ? piece.text : piece.text === "@" ? value : ""))
    .join("");
}

function numberSection(section: string, value: number, date1904: boolean): string {
  const parts = pieces(section);
  const isDate = parts.some((piece) => !piece.literal && /^(?:[ymdhsagr]|e$|ee$|\[[hms])/i.test(piece.text));
  if (isDate) {
    const date = dateParts(value, date1904);
    return date ? dateSection(parts, date, value) : "#####";
  }
  if (parts.some((piece) => !piece.literal && piece.text === "@")) return textSection(section, general(value));
  if (parts.some((piece) => !piece.literal && piece.text === "/")) return fractionSection(parts, value);
  return digitSection(parts, value);
}

function digitSection(parts: readonly Piece[], value: number): string {
  const codes = parts.map((piece) => (piece.literal ? "" : piece.text));
  const isDigit = (code: string): boolean => code === "0" || code === "#" || code === "?";
  const lastDigit = lastIndex(codes, isDigit);
  if (lastDigit < 0) {
    return (
      (value < 0 ? "-" : "") + parts.map((piece) => (piece.literal || piece.text === "%" ? piece.text : "")).join("")
    );
  }
  const firstDigit = codes.findIndex((code) => isDigit(code) || code === ".");
  const point = codes.indexOf(".");
  const exponent = codes.findIndex((code) => /^E[+-]$/i.test(code));
  const percents = codes.filter((code) => code === "%").length;
  // Commas behind the last digit divide by a thousand each; between digits they group.
  let scale = 0;
  const integerEnd = point < 0 ? lastDigit : lastIndex(codes.slice(0, point), isDigit);
  for (let i = lastDigit + 1; codes[i] === ","; i++) scale++;
  const grouped = codes.some((code, i) => code === "," && i > firstDigit && i < integerEnd);
  const scaled = (value * 100 ** percents) / 1000 ** scale;

  if (exponent >= 0) return exponentSection(parts, codes, scaled, point, exponent);

  const decimalCodes = point < 0 ? [] : codes.slice(point + 1).filter(isDigit);
  const rounded = roundText(Math.abs(scaled), decimalCodes.length);
  const [wholeText, decimalText = ""] = rounded.split(".") as [string, string?];
  const integerCodes = codes.slice(0, point < 0 ? undefined : point).filter(isDigit);
  const minimum = integerCodes.filter((code) => code === "0").length;
  let whole = wholeText === "0" && minimum === 0 ? "" : wholeText.padStart(minimum, "0");
  if (grouped) whole = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  let decimals = decimalText;
  for (let i = decimalCodes.length - 1; i >= 0 && decimals[i] === "0" && decimalCodes[i] !== "0"; i--) {
    decimals = decimals.slice(0, -1);
  }

  let result = scaled < 0 && Number(rounded) !== 0 ? "-" : "";
  let integerDone = false;
  let decimalsDone = false;
  parts.forEach((piece, i) => {
    const code = codes[i]!;
    if (piece.literal || code === "%") result += piece.text;
    else if (isDigit(code) && (point < 0 || i < point)) {
      // Literals may stand between the digits; the number goes where its first digit is.
      if (!integerDone) result += whole;
      integerDone = true;
    } else if (code === ".") {
      if (!integerDone) result += whole;
      integerDone = true;
      result += ".";
    } else if (isDigit(code) && !decimalsDone) {
      result += decimals;
      decimalsDone = true;
    }
  });
  return result;
}

function lastIndex(codes: readonly string[], is: (code: string) => boolean): number {
  let index = codes.length - 1;
  while (index >= 0 && !is(codes[index]!)) index--;
  return index;
}

function exponentSection(
  parts: readonly Piece[],
  codes: readonly string[],
  value: number,
  point: number,
  exponent: number,
): string {
  const digit = (code: string): boolean => code === "0" || code === "#";
  const places = point < 0 ? 0 : codes.slice(point + 1, exponent).filter(digit).length;
  const width = codes.slice(exponent + 1).filter(digit).length;
  const [mantissa, power] = value.toExponential(places).split("e") as [string, string];
  const sign = Number(power) < 0 ? "-" : codes[exponent]!.endsWith("+") ? "+" : "";
  const tail = parts.slice(exponent + 1).filter((piece) => piece.literal);
  return `${mantissa}E${sign}${String(Math.abs(Number(power))).padStart(width, "0")}${tail.map((p) => p.text).join("")}`;
}

function fractionSection(parts: readonly Piece[], value: number): string {
  const codes = parts.map((piece) => (piece.literal ? " " : piece.text)).join("");
  const [before, after] = codes.split("/") as [string, string];
  const places = (/[?#0]+/.exec(after)?.[0] ?? "?").length;
  const mixed = /[#0?] +[#0?]/.test(before);
  const whole = mixed ? Math.trunc(Math.abs(value)) : 0;
  const rest = Math.abs(value) - whole;
  const limit = 10 ** places - 1;
  let best = { n: 0, d: 1, error: rest };
  for (let d = 1; d <= limit; d++) {
    const n = Math.round(rest * d);
    const error = Math.abs(rest - n / d);
    if (error < best.error - 1e-12) best = { n, d, error };
  }
  const sign = value < 0 ? "-" : "";
  if (mixed && best.n === 0) return `${sign}${whole}`;
  return `${sign}${mixed && whole > 0 ? `${whole} ` : ""}${best.n}/${best.d}`;
}

function dateSection(parts: readonly Piece[], date: DateParts, value: number): string {
  const twelve = parts.some((piece) => !piece.literal && /^a(?:m)?\/p/i.test(piece.text));
  const era = ERA_FORMATS.find(({ from }) => date.year * 10_000 + date.month * 100 + date.day >= from);
  const eraYear = era ? date.year - era.before : date.year;
  const codes = parts.map((piece) => (piece.literal ? "" : piece.text.toLowerCase()));
  /** "m" after hours or before seconds is minutes. */
  const isMinute = (index: number): boolean => {
    const previous = codes[lastIndex(codes.slice(0, index), (code) => code !== "")];
    const next = codes.slice(index + 1).find((code) => code !== "");
    return /^\[?h/.test(previous ?? "") || /^\[?s/.test(next ?? "");
  };
  const two = (number: number): string => String(number).padStart(2, "0");
  const hours = twelve ? date.hours % 12 || 12 : date.hours;
  return parts
    .map((piece, index) => {
      const code = codes[index]!;
      if (piece.literal) return piece.text;
      switch (code) {
        case "yyyy":
        case "yyy":
          return String(date.year);
        case "yy":
        case "y":
          return two(date.year % 100);
        case "mm":
          return two(isMinute(index) ? date.minutes : date.month);
        case "m":
          return String(isMinute(index) ? date.minutes : date.month);
        case "mmm":
          return MONTHS_ENGLISH[date.month - 1]!.slice(0, 3);
        case "mmmm":
          return MONTHS_ENGLISH[date.month - 1]!;
        case "mmmmm":
          return MONTHS_ENGLISH[date.month - 1]!.slice(0, 1);
        case "dd":
          return two(date.day);
        case "d":
          return String(date.day);
        case "ddd":
          return WEEKDAYS_ENGLISH[date.weekday]!.slice(0, 3);
        case "dddd":
          return WEEKDAYS_ENGLISH[date.weekday]!;
        case "aaa":
          return WEEKDAYS[date.weekday]!;
        case "aaaa":
          return `${WEEKDAYS[date.weekday]!}曜日`;
        case "g":
        case "gg":
        case "ggg":
          return era?.names[code.length - 1] ?? "";
        case "e":
          return String(eraYear);
        case "ee":
          return two(eraYear);
        case "r":
          return two(eraYear);
        case "rr":
          return `${era?.names[2] ?? ""}${two(eraYear)}`;
        case "h":
          return String(hours);
        case "hh":
          return two(hours);
        case "s":
          return String(date.seconds);
        case "ss":
          return two(date.seconds);
        case "am/pm":
          return date.hours < 12 ? "AM" : "PM";
        case "a/p":
          return date.hours < 12 ? "A" : "P";
        default:
          return elapsed(code, value) ?? piece.text;
      }
    })
    .join("");
}

/** "[h]", "[m]" and "[s]" count on beyond a day. */
function elapsed(code: string, value: number): string | undefined {
  const unit = /^\[([hms])+\]$/.exec(code)?.[1];
  if (unit === undefined) return undefined;
  const seconds = Math.round(value * 86_400);
  return String(Math.floor(seconds / { h: 3600, m: 60, s: 1 }[unit as "h" | "m" | "s"]));
}

/** A number rounded half up at `places` decimals as Excel shows it, immune to binary residue. */
export function roundText(value: number, places: number): string {
  const text = value.toPrecision(15);
  const exact = Number(text);
  const shifted = Number(`${exact}e${places}`);
  const rounded = Number.isFinite(shifted) ? Math.floor(shifted + 0.5) : Math.round(exact * 10 ** places);
  if (rounded < 1e21) {
    const digits = String(rounded).padStart(places + 1, "0");
    return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }
  return exact.toFixed(places);
}
