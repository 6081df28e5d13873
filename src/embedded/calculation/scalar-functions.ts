import type { WorkbookModel } from "../model/model";
import { dateParts, dateSerial } from "../text/entry";
import { formatValue, roundText } from "../text/number-format";
import { toLogical, toNumber, toText } from "./coercion";
import { wildcardPattern } from "./criterion";
import { DIVISION_ERROR, FormulaError, NOT_AVAILABLE, NUMBER_ERROR, VALUE_ERROR, isError, type Scalar } from "./value";

/** A function of single values; given ranges it is applied cell by cell. */
type ScalarFunction = (args: readonly Scalar[], workbook: WorkbookModel) => Scalar;

type Of<T> = (...values: T[]) => Scalar;

/** A function of numbers; missing ones have the given values. */
function numeric(compute: Of<number>, defaults: readonly number[] = []): ScalarFunction {
  return (args) => {
    const numbers: number[] = [];
    for (let i = 0; i < Math.max(args.length, defaults.length); i++) {
      const number = args[i] === undefined ? (defaults[i] ?? 0) : toNumber(args[i]!);
      if (number instanceof FormulaError) return number;
      numbers.push(number);
    }
    const result = compute(...numbers);
    return typeof result === "number" && !Number.isFinite(result) ? NUMBER_ERROR : result;
  };
}

/** A function of texts. */
function textual(compute: Of<string>): ScalarFunction {
  return (args) => {
    const texts: string[] = [];
    for (const value of args) {
      const text = toText(value);
      if (text instanceof FormulaError) return text;
      texts.push(text);
    }
    return compute(...texts);
  };
}

/** A question about a value, errors included. */
function question(ask: (value: Scalar) => boolean): ScalarFunction {
  return ([value = null]) => ask(value);
}

/** A function of a text and then numbers. */
function textAndNumbers(
  compute: (text: string, ...numbers: number[]) => Scalar,
  defaults: readonly number[],
): ScalarFunction {
  return ([first = null, ...rest], workbook) => {
    const text = toText(first);
    if (text instanceof FormulaError) return text;
    return numeric((...numbers) => compute(text, ...numbers), defaults)(rest, workbook);
  };
}

/** Rounds as Excel does: half away from zero, on the decimal digits that are shown. */
function round(value: number, digits: number): number {
  if (digits >= 0) return Math.sign(value) * Number(roundText(Math.abs(value), Math.min(digits, 15)));
  const unit = 10 ** -digits;
  return Math.sign(value) * Math.floor(Number((Math.abs(value) / unit).toPrecision(15)) + 0.5) * unit;
}

function cut(value: number, digits: number, toward: (value: number) => number): number {
  const scaled = Number(`${Number(Math.abs(value).toPrecision(15))}e${digits}`);
  return Math.sign(value) * Number(`${toward(scaled)}e${-digits}`);
}

export const SCALAR_FUNCTIONS: Readonly<Record<string, ScalarFunction>> = {
  ABS: numeric((value) => Math.abs(value)),
  CEILING: numeric((value, unit) =>
    unit === 0 ? 0 : round(Math.ceil(Number((value / unit).toPrecision(15))) * unit, 12),
  ),
  FLOOR: numeric((value, unit) =>
    unit === 0 ? DIVISION_ERROR : round(Math.floor(Number((value / unit).toPrecision(15))) * unit, 12),
  ),
  INT: numeric((value) => Math.floor(value)),
  MOD: numeric((value, by) => (by === 0 ? DIVISION_ERROR : value - by * Math.floor(value / by))),
  POWER: numeric((value, power) => value ** power),
  ROUND: numeric((value, digits) => round(value, Math.trunc(digits)), [0, 0]),
  ROUNDDOWN: numeric((value, digits) => cut(value, Math.trunc(digits), Math.floor), [0, 0]),
  ROUNDUP: numeric((value, digits) => cut(value, Math.trunc(digits), Math.ceil), [0, 0]),
  SIGN: numeric((value) => Math.sign(value)),
  SQRT: numeric((value) => (value < 0 ? NUMBER_ERROR : Math.sqrt(value))),
  TRUNC: numeric((value, digits) => cut(value, Math.trunc(digits), Math.floor), [0, 0]),

  DATE: numeric((year, month, day) => {
    const date = new Date(Date.UTC(year < 1900 ? year + 1900 : year, month - 1, day));
    return dateSerial(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()) ?? NUMBER_ERROR;
  }),
  DAY: numeric((serial) => dateParts(serial)?.day ?? NUMBER_ERROR),
  MONTH: numeric((serial) => dateParts(serial)?.month ?? NUMBER_ERROR),
  YEAR: numeric((serial) => dateParts(serial)?.year ?? NUMBER_ERROR),

  ISBLANK: question((value) => value === null),
  ISERR: question((value) => isError(value) && value.code !== "#N/A"),
  ISERROR: question(isError),
  ISLOGICAL: question((value) => typeof value === "boolean"),
  ISNA: question((value) => isError(value) && value.code === "#N/A"),
  ISNUMBER: question((value) => typeof value === "number"),
  ISTEXT: question((value) => typeof value === "string"),

  FALSE: () => false,
  TRUE: () => true,
  NA: () => NOT_AVAILABLE,
  NOT: ([value = null]) => {
    const truth = toLogical(value);
    return isError(truth) ? truth : !truth;
  },

  EXACT: textual((a = "", b = "") => a === b),
  FIND: ([wanted = null, text = null, start = 1]) => position(wanted, text, start, false),
  HYPERLINK: ([link = null, shown]) => shown ?? link,
  LEFT: textAndNumbers((text, count) => (count < 0 ? VALUE_ERROR : text.slice(0, count)), [1]),
  LEN: textual((text = "") => text.length),
  LOWER: textual((text = "") => text.toLowerCase()),
  MID: textAndNumbers(
    (text, start, count) => (start < 1 || count < 0 ? VALUE_ERROR : text.slice(start - 1, start - 1 + count)),
    [1, 0],
  ),
  N: ([value = null]) => {
    if (typeof value === "number" || isError(value)) return value;
    return value === true ? 1 : 0;
  },
  REPT: textAndNumbers((text, count) => (count < 0 ? VALUE_ERROR : text.repeat(Math.trunc(count))), [0]),
  RIGHT: textAndNumbers((text, count) => (count < 0 ? VALUE_ERROR : count === 0 ? "" : text.slice(-count)), [1]),
  SEARCH: ([wanted = null, text = null, start = 1]) => position(wanted, text, start, true),
  SUBSTITUTE: ([text = null, from = null, to = null, which]) => substitute(text, from, to, which),
  T: ([value = null]) => (typeof value === "string" || isError(value) ? value : ""),
  TEXT: ([value = null, format = null], workbook) => {
    const code = toText(format);
    if (isError(value)) return value;
    if (isError(code)) return code;
    const number = typeof value === "string" ? toNumber(value) : value;
    return formatValue(isError(number) ? (value as string) : (number ?? 0), code, workbook.date1904);
  },
  TRIM: textual((text = "") => text.replace(/ +/g, " ").replace(/^ | $/g, "")),
  UPPER: textual((text = "") => text.toUpperCase()),
  VALUE: ([value = null]) => (typeof value === "boolean" ? VALUE_ERROR : toNumber(value)),
};

function position(wanted: Scalar, text: Scalar, start: Scalar, anyCase: boolean): Scalar {
  const needle = toText(wanted);
  const hay = toText(text);
  const from = toNumber(start);
  if (isError(needle)) return needle;
  if (isError(hay)) return hay;
  if (isError(from)) return from;
  if (from < 1) return VALUE_ERROR;
  if (anyCase && /[*?~]/.test(needle)) {
    const pattern = new RegExp(wildcardPattern(needle).source.slice(1, -1), "i");
    const found = pattern.exec(hay.slice(from - 1));
    return found ? found.index + from : VALUE_ERROR;
  }
  const index = anyCase ? hay.toLowerCase().indexOf(needle.toLowerCase(), from - 1) : hay.indexOf(needle, from - 1);
  return index < 0 ? VALUE_ERROR : index + 1;
}

function substitute(text: Scalar, from: Scalar, to: Scalar, which: Scalar | undefined): Scalar {
  const [hay, old, fresh] = [toText(text), toText(from), toText(to)];
  for (const part of [hay, old, fresh]) if (isError(part)) return part;
  if (old === "") return hay;
  const pieces = (hay as string).split(old as string);
  if (which === undefined || which === null) return pieces.join(fresh as string);
  const number = toNumber(which);
  if (isError(number)) return number;
  if (number < 1) return VALUE_ERROR;
  if (number >= pieces.length) return hay;
  return pieces.slice(0, number).join(old as string) + (fresh as string) + pieces.slice(number).join(old as string);
}
