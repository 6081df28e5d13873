import { dateParts, dateSerial } from "../text/entry";
import { formatValue, roundText } from "../text/number-format";
import { compareValues, toLogical, toNumber, toText } from "./coercion";
import { readCriterion, satisfies, wildcardPattern } from "./criterion";
import type { Evaluator } from "./evaluator";
import { matchingCells, type Condition } from "./matching-cells";
import {
  DIVISION_ERROR,
  FormulaError,
  NOT_AVAILABLE,
  NUMBER_ERROR,
  REFERENCE_ERROR,
  VALUE_ERROR,
  fromCell,
  isRange,
  type Scalar,
  type Value,
} from "./value";

/** A function of single values; given ranges it is applied cell by cell. */
export type ScalarFunction = (args: readonly Scalar[], evaluator: Evaluator) => Scalar;

/** A function that looks at ranges as a whole. */
export type RangeFunction = (args: readonly Value[], evaluator: Evaluator) => Value;

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
  return ([first = null, ...rest], evaluator) => {
    const text = toText(first);
    if (text instanceof FormulaError) return text;
    return numeric((...numbers) => compute(text, ...numbers), defaults)(rest, evaluator);
  };
}

function isError(value: Scalar): value is FormulaError {
  return value instanceof FormulaError;
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
  TEXT: ([value = null, format = null], { workbook }) => {
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

/** Visits the numbers of the arguments as SUM takes them: in ranges only numbers, given directly whatever reads as one. */
function eachNumber(
  args: readonly Value[],
  evaluator: Evaluator,
  visit: (number: number) => void,
): FormulaError | null {
  const errors: FormulaError[] = [];
  for (const argument of args) {
    evaluator.each(argument, (value, fromRange) => {
      if (isError(value)) errors.push(value);
      else if (typeof value === "number") visit(value);
      else if (!fromRange) {
        const number = toNumber(value);
        if (isError(number)) errors.push(number);
        else visit(number);
      }
    });
  }
  return errors[0] ?? null;
}

function aggregate(compute: (numbers: number[]) => Scalar): RangeFunction {
  return (args, evaluator) => {
    const numbers: number[] = [];
    return eachNumber(args, evaluator, (number) => numbers.push(number)) ?? compute(numbers);
  };
}

const sum: RangeFunction = (args, evaluator) => {
  let total = 0;
  return eachNumber(args, evaluator, (number) => (total += number)) ?? total;
};

const average = aggregate((numbers) =>
  numbers.length === 0 ? DIVISION_ERROR : numbers.reduce((total, number) => total + number, 0) / numbers.length,
);
const maximum = aggregate((numbers) =>
  numbers.reduce((best, number) => (number > best ? number : best), numbers[0] ?? 0),
);
const minimum = aggregate((numbers) =>
  numbers.reduce((best, number) => (number < best ? number : best), numbers[0] ?? 0),
);

const count: RangeFunction = (args, evaluator) => {
  let found = 0;
  for (const argument of args) {
    evaluator.each(argument, (value, fromRange) => {
      if (typeof value === "number" || (!fromRange && value !== null && !isError(toNumber(value)))) found++;
    });
  }
  return found;
};

const countFilled: RangeFunction = (args, evaluator) => {
  let found = 0;
  for (const argument of args) {
    evaluator.each(argument, (value) => {
      if (value !== null) found++;
    });
  }
  return found;
};

function logicalOver(combine: (values: boolean[]) => boolean): RangeFunction {
  return (args, evaluator) => {
    const truths: boolean[] = [];
    const errors: FormulaError[] = [];
    for (const argument of args) {
      evaluator.each(argument, (value, fromRange) => {
        if (fromRange && typeof value === "string") return;
        const truth = toLogical(value);
        if (isError(truth)) errors.push(truth);
        else truths.push(truth);
      });
    }
    return errors[0] ?? (truths.length === 0 ? VALUE_ERROR : combine(truths));
  };
}

/** Pairs of range and criterion, or the error they make. */
function conditions(args: readonly Value[], evaluator: Evaluator): Condition[] | FormulaError {
  if (args.length === 0 || args.length % 2 === 1) return VALUE_ERROR;
  const result: Condition[] = [];
  for (let i = 0; i < args.length; i += 2) {
    const range = args[i]!;
    if (range instanceof FormulaError) return range;
    if (!isRange(range)) return VALUE_ERROR;
    result.push({ range, criterion: evaluator.single(args[i + 1]!) });
  }
  return result;
}

const countIfs: RangeFunction = (args, evaluator) => {
  const wanted = conditions(args, evaluator);
  if (wanted instanceof FormulaError) return wanted;
  const cells = matchingCells(wanted, evaluator.indexOf);
  return cells instanceof FormulaError ? cells : cells.count;
};

/** Sum and number of the numbers of a range where the conditions hold. */
function totalWhere(
  totals: Value | undefined,
  pairs: readonly Value[],
  evaluator: Evaluator,
): { total: number; numbers: number } | FormulaError {
  const wanted = conditions(pairs, evaluator);
  if (wanted instanceof FormulaError) return wanted;
  const shape = wanted[0]!.range;
  if (totals === undefined || !isRange(totals)) return totals instanceof FormulaError ? totals : VALUE_ERROR;
  const cells = matchingCells(wanted, evaluator.indexOf);
  if (cells instanceof FormulaError) return cells;
  const { sheet, area } = totals;
  const result = { total: 0, numbers: 0 };
  const errors: FormulaError[] = [];
  cells.each((cell) => {
    const r = Math.floor(cell / shape.area.columns);
    const value = fromCell(sheet.rows[area.row + r]?.[area.column + (cell % shape.area.columns)]);
    if (typeof value === "number") {
      result.total += value;
      result.numbers++;
    } else if (isError(value)) errors.push(value);
  });
  return errors[0] ?? result;
}

/** SUMIF and AVERAGEIF: the totals' range may be left out and has the first range's shape in any case. */
function whereOne(args: readonly Value[], evaluator: Evaluator): { total: number; numbers: number } | FormulaError {
  const [range, criterion, totals] = args;
  if (range === undefined || criterion === undefined || !isRange(range)) return VALUE_ERROR;
  const shaped =
    totals !== undefined && isRange(totals)
      ? { ...totals, area: { ...totals.area, rows: range.area.rows, columns: range.area.columns } }
      : (totals ?? range);
  return totalWhere(shaped, [range, criterion], evaluator);
}

const sumProduct: RangeFunction = (args, evaluator) => {
  const arrays = args.map((argument) => evaluator.array(argument));
  const [first] = arrays;
  if (!first) return VALUE_ERROR;
  let total = 0;
  for (const rows of arrays) {
    if (rows.length !== first.length || rows[0]!.length !== first[0]!.length) return VALUE_ERROR;
  }
  for (let r = 0; r < first.length; r++) {
    for (let c = 0; c < first[r]!.length; c++) {
      let product = 1;
      for (const rows of arrays) {
        const value = rows[r]![c]!;
        if (isError(value)) return value;
        // Text and truth values count as 0 unless an operation has made numbers of them.
        product *= typeof value === "number" ? value : 0;
      }
      total += product;
    }
  }
  return total;
};

const index: RangeFunction = ([source = null, rowNumber = null, columnNumber], evaluator) => {
  const row = toNumber(evaluator.single(rowNumber));
  const column = columnNumber === undefined ? undefined : toNumber(evaluator.single(columnNumber));
  if (isError(row)) return row;
  if (column !== undefined && isError(column)) return column;
  const rows = isRange(source) ? source.area.rows : evaluator.array(source).length;
  const columns = isRange(source) ? source.area.columns : (evaluator.array(source)[0]?.length ?? 0);
  // With one number a single row is counted along its columns.
  const [r, c] = column === undefined && rows === 1 ? [1, row] : [row, column ?? (columns === 1 ? 1 : 0)];
  if (r < 0 || c < 0 || r > rows || c > columns) return REFERENCE_ERROR;
  if (isRange(source)) {
    const { area } = source;
    return {
      sheet: source.sheet,
      area: {
        row: area.row + Math.max(0, r - 1),
        column: area.column + Math.max(0, c - 1),
        rows: r === 0 ? rows : 1,
        columns: c === 0 ? columns : 1,
      },
    };
  }
  return evaluator.array(source)[Math.max(0, r - 1)]?.[Math.max(0, c - 1)] ?? null;
};

/** Place of a value in a list, from 0; `type` 0 exact with wildcards, 1 last not greater, -1 last not smaller. */
function lookUp(wanted: Scalar, list: readonly Scalar[], type: number): number {
  if (type === 0) {
    if (typeof wanted === "string" && /[*?~]/.test(wanted)) {
      const criterion = readCriterion(wanted);
      return list.findIndex((value) => typeof value === "string" && satisfies(criterion, value));
    }
    return list.findIndex(
      (value) =>
        value !== null && !isError(value) && typeof value === typeof wanted && compareValues(value, wanted) === 0,
    );
  }
  let best = -1;
  for (const [i, value] of list.entries()) {
    if (value === null || typeof value !== typeof wanted) continue;
    const order = compareValues(value, wanted);
    if (type > 0 ? order > 0 : order < 0) break;
    best = i;
  }
  return best;
}

const match: RangeFunction = ([wanted = null, list = null, type = 1], evaluator) => {
  const value = evaluator.single(wanted);
  const kind = toNumber(evaluator.single(type));
  if (isError(value)) return value;
  if (isError(kind)) return kind;
  const rows = evaluator.array(list);
  const place = lookUp(value, rows.length === 1 ? rows[0]! : rows.map((row) => row[0]!), Math.sign(kind));
  return place < 0 ? NOT_AVAILABLE : place + 1;
};

const verticalLookUp: RangeFunction = ([wanted = null, table = null, columnNumber = null, near = true], evaluator) => {
  const value = evaluator.single(wanted);
  const column = toNumber(evaluator.single(columnNumber));
  const nearest = toLogical(evaluator.single(near));
  for (const part of [value, column, nearest]) if (isError(part)) return part;
  const rows = evaluator.array(table);
  if ((column as number) < 1) return VALUE_ERROR;
  if ((column as number) > rows[0]!.length) return REFERENCE_ERROR;
  const place = lookUp(
    value,
    rows.map((row) => row[0]!),
    nearest === true ? 1 : 0,
  );
  return place < 0 ? NOT_AVAILABLE : rows[place]![(column as number) - 1]!;
};

const concatenate: RangeFunction = (args, evaluator) => {
  let result = "";
  const errors: FormulaError[] = [];
  for (const argument of args) {
    evaluator.each(argument, (value) => {
      const text = toText(value);
      if (isError(text)) errors.push(text);
      else result += text;
    });
  }
  return errors[0] ?? result;
};

const textJoin: RangeFunction = ([separator = null, skipBlank = null, ...args], evaluator) => {
  const between = toText(evaluator.single(separator));
  const skip = toLogical(evaluator.single(skipBlank));
  if (isError(between)) return between;
  if (isError(skip)) return skip;
  const texts: string[] = [];
  for (const argument of args) {
    for (const row of evaluator.array(argument)) {
      for (const value of row) {
        const text = toText(value);
        if (isError(text)) return text;
        if (text !== "" || !skip) texts.push(text);
      }
    }
  }
  return texts.join(between);
};

/** SUBTOTAL by number; 101 and above leave hidden rows out, which no row of a report is. */
const SUBTOTALS: Readonly<Record<number, RangeFunction>> = {
  1: average,
  2: count,
  3: countFilled,
  4: maximum,
  5: minimum,
  9: sum,
};

const size = (side: "rows" | "columns"): RangeFunction => {
  return ([value = null], evaluator) => {
    if (value instanceof FormulaError) return value;
    if (isRange(value)) return value.area[side];
    const rows = evaluator.array(value);
    return side === "rows" ? rows.length : rows[0]!.length;
  };
};

export const RANGE_FUNCTIONS: Readonly<Record<string, RangeFunction>> = {
  AND: logicalOver((values) => values.every(Boolean)),
  AVERAGE: average,
  AVERAGEIF: (args, evaluator) => mean(whereOne(args, evaluator)),
  AVERAGEIFS: ([totals, ...pairs], evaluator) => mean(totalWhere(totals, pairs, evaluator)),
  CHOOSE: ([which = null, ...choices], evaluator) => {
    const number = toNumber(evaluator.single(which));
    return isError(number) ? number : (choices[Math.trunc(number) - 1] ?? VALUE_ERROR);
  },
  COLUMNS: size("columns"),
  CONCAT: concatenate,
  CONCATENATE: (args, evaluator) =>
    concatenate(
      args.map((value) => evaluator.single(value)),
      evaluator,
    ),
  COUNT: count,
  COUNTA: countFilled,
  COUNTBLANK: ([range = null], evaluator) => (isRange(range) ? countIfs([range, ""], evaluator) : VALUE_ERROR),
  COUNTIF: (args, evaluator) => (args.length === 2 ? countIfs(args, evaluator) : VALUE_ERROR),
  COUNTIFS: countIfs,
  INDEX: index,
  MATCH: match,
  MAX: maximum,
  MIN: minimum,
  OR: logicalOver((values) => values.some(Boolean)),
  PRODUCT: aggregate((numbers) => (numbers.length === 0 ? 0 : numbers.reduce((total, number) => total * number, 1))),
  ROWS: size("rows"),
  SUBTOTAL: ([kind = null, ...args], evaluator) => {
    const number = toNumber(evaluator.single(kind));
    if (isError(number)) return number;
    return SUBTOTALS[number > 100 ? number - 100 : number]?.(args, evaluator) ?? VALUE_ERROR;
  },
  SUM: sum,
  SUMIF: (args, evaluator) => totalOf(whereOne(args, evaluator)),
  SUMIFS: ([totals, ...pairs], evaluator) => {
    const shape = pairs[0];
    const sameShape =
      totals !== undefined &&
      isRange(totals) &&
      shape !== undefined &&
      isRange(shape) &&
      totals.area.rows === shape.area.rows &&
      totals.area.columns === shape.area.columns;
    return sameShape ? totalOf(totalWhere(totals, pairs, evaluator)) : VALUE_ERROR;
  },
  SUMPRODUCT: sumProduct,
  TEXTJOIN: textJoin,
  VLOOKUP: verticalLookUp,
  XOR: logicalOver((values) => values.filter(Boolean).length % 2 === 1),
};

function totalOf(result: { total: number } | FormulaError): Scalar {
  return result instanceof FormulaError ? result : result.total;
}

function mean(result: { total: number; numbers: number } | FormulaError): Scalar {
  if (result instanceof FormulaError) return result;
  return result.numbers === 0 ? DIVISION_ERROR : result.total / result.numbers;
}
