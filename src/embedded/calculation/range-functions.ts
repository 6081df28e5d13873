import { compareValues, toLogical, toNumber, toText } from "./coercion";
import { readCriterion, satisfies } from "./criterion";
import { matchingCells, type RangeCriterion, type IndexOf } from "./matching-cells";
import {
  DIVISION_ERROR,
  FormulaError,
  NOT_AVAILABLE,
  REFERENCE_ERROR,
  VALUE_ERROR,
  eachScalar,
  fromCell,
  isError,
  isRange,
  rowsOf,
  singleOf,
  type Scalar,
  type Value,
} from "./value";

/** A function that looks at ranges as a whole. */
type RangeFunction = (args: readonly Value[], indexOf: IndexOf) => Value;

/** Visits the numbers of the arguments as SUM takes them: in ranges only numbers, given directly whatever reads as one. */
function eachNumber(args: readonly Value[], visit: (number: number) => void): FormulaError | null {
  const errors: FormulaError[] = [];
  for (const argument of args) {
    eachScalar(argument, (value, fromRange) => {
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
  return (args) => {
    const numbers: number[] = [];
    return eachNumber(args, (number) => numbers.push(number)) ?? compute(numbers);
  };
}

const sum: RangeFunction = (args) => {
  let total = 0;
  return eachNumber(args, (number) => (total += number)) ?? total;
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

const count: RangeFunction = (args) => {
  let found = 0;
  for (const argument of args) {
    eachScalar(argument, (value, fromRange) => {
      if (typeof value === "number" || (!fromRange && value !== null && !isError(toNumber(value)))) found++;
    });
  }
  return found;
};

const countFilled: RangeFunction = (args) => {
  let found = 0;
  for (const argument of args) {
    eachScalar(argument, (value) => {
      if (value !== null) found++;
    });
  }
  return found;
};

function logicalOver(combine: (values: boolean[]) => boolean): RangeFunction {
  return (args) => {
    const truths: boolean[] = [];
    const errors: FormulaError[] = [];
    for (const argument of args) {
      eachScalar(argument, (value, fromRange) => {
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
function conditions(args: readonly Value[]): RangeCriterion[] | FormulaError {
  if (args.length === 0 || args.length % 2 === 1) return VALUE_ERROR;
  const result: RangeCriterion[] = [];
  for (let i = 0; i < args.length; i += 2) {
    const range = args[i]!;
    if (range instanceof FormulaError) return range;
    if (!isRange(range)) return VALUE_ERROR;
    result.push({ range, criterion: singleOf(args[i + 1]!) });
  }
  return result;
}

const countIfs: RangeFunction = (args, indexOf) => {
  const wanted = conditions(args);
  if (wanted instanceof FormulaError) return wanted;
  const cells = matchingCells(wanted, indexOf);
  return cells instanceof FormulaError ? cells : cells.count;
};

/** Sum and number of the numbers of a range where the conditions hold. */
function totalWhere(
  totals: Value | undefined,
  pairs: readonly Value[],
  indexOf: IndexOf,
): { total: number; numbers: number } | FormulaError {
  const wanted = conditions(pairs);
  if (wanted instanceof FormulaError) return wanted;
  const shape = wanted[0]!.range;
  if (totals === undefined || !isRange(totals)) return totals instanceof FormulaError ? totals : VALUE_ERROR;
  const cells = matchingCells(wanted, indexOf);
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
function whereOne(args: readonly Value[], indexOf: IndexOf): { total: number; numbers: number } | FormulaError {
  const [range, criterion, totals] = args;
  if (range === undefined || criterion === undefined || !isRange(range)) return VALUE_ERROR;
  const shaped =
    totals !== undefined && isRange(totals)
      ? { ...totals, area: { ...totals.area, rows: range.area.rows, columns: range.area.columns } }
      : (totals ?? range);
  return totalWhere(shaped, [range, criterion], indexOf);
}

const sumProduct: RangeFunction = (args) => {
  const arrays = args.map(rowsOf);
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

const index: RangeFunction = ([source = null, rowNumber = null, columnNumber]) => {
  const row = toNumber(singleOf(rowNumber));
  const column = columnNumber === undefined ? undefined : toNumber(singleOf(columnNumber));
  if (isError(row)) return row;
  if (column !== undefined && isError(column)) return column;
  const rows = isRange(source) ? source.area.rows : rowsOf(source).length;
  const columns = isRange(source) ? source.area.columns : (rowsOf(source)[0]?.length ?? 0);
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
  return rowsOf(source)[Math.max(0, r - 1)]?.[Math.max(0, c - 1)] ?? null;
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

const match: RangeFunction = ([wanted = null, list = null, type = 1]) => {
  const value = singleOf(wanted);
  const kind = toNumber(singleOf(type));
  if (isError(value)) return value;
  if (isError(kind)) return kind;
  const rows = rowsOf(list);
  const place = lookUp(value, rows.length === 1 ? rows[0]! : rows.map((row) => row[0]!), Math.sign(kind));
  return place < 0 ? NOT_AVAILABLE : place + 1;
};

const verticalLookUp: RangeFunction = ([wanted = null, table = null, columnNumber = null, near = true]) => {
  const value = singleOf(wanted);
  const column = toNumber(singleOf(columnNumber));
  const nearest = toLogical(singleOf(near));
  for (const part of [value, column, nearest]) if (isError(part)) return part;
  const rows = rowsOf(table);
  if ((column as number) < 1) return VALUE_ERROR;
  if ((column as number) > rows[0]!.length) return REFERENCE_ERROR;
  const place = lookUp(
    value,
    rows.map((row) => row[0]!),
    nearest === true ? 1 : 0,
  );
  return place < 0 ? NOT_AVAILABLE : rows[place]![(column as number) - 1]!;
};

const concatenate: RangeFunction = (args) => {
  let result = "";
  const errors: FormulaError[] = [];
  for (const argument of args) {
    eachScalar(argument, (value) => {
      const text = toText(value);
      if (isError(text)) errors.push(text);
      else result += text;
    });
  }
  return errors[0] ?? result;
};

const textJoin: RangeFunction = ([separator = null, skipBlank = null, ...args]) => {
  const between = toText(singleOf(separator));
  const skip = toLogical(singleOf(skipBlank));
  if (isError(between)) return between;
  if (isError(skip)) return skip;
  const texts: string[] = [];
  for (const argument of args) {
    for (const row of rowsOf(argument)) {
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
  return ([value = null]) => {
    if (value instanceof FormulaError) return value;
    if (isRange(value)) return value.area[side];
    const rows = rowsOf(value);
    return side === "rows" ? rows.length : rows[0]!.length;
  };
};

export const RANGE_FUNCTIONS: Readonly<Record<string, RangeFunction>> = {
  AND: logicalOver((values) => values.every(Boolean)),
  AVERAGE: average,
  AVERAGEIF: (args, indexOf) => mean(whereOne(args, indexOf)),
  AVERAGEIFS: ([totals, ...pairs], indexOf) => mean(totalWhere(totals, pairs, indexOf)),
  CHOOSE: ([which = null, ...choices]) => {
    const number = toNumber(singleOf(which));
    return isError(number) ? number : (choices[Math.trunc(number) - 1] ?? VALUE_ERROR);
  },
  COLUMNS: size("columns"),
  CONCAT: concatenate,
  CONCATENATE: (args, indexOf) => concatenate(args.map(singleOf), indexOf),
  COUNT: count,
  COUNTA: countFilled,
  COUNTBLANK: ([range = null], indexOf) => (isRange(range) ? countIfs([range, ""], indexOf) : VALUE_ERROR),
  COUNTIF: (args, indexOf) => (args.length === 2 ? countIfs(args, indexOf) : VALUE_ERROR),
  COUNTIFS: countIfs,
  INDEX: index,
  MATCH: match,
  MAX: maximum,
  MIN: minimum,
  OR: logicalOver((values) => values.some(Boolean)),
  PRODUCT: aggregate((numbers) => (numbers.length === 0 ? 0 : numbers.reduce((total, number) => total * number, 1))),
  ROWS: size("rows"),
  SUBTOTAL: ([kind = null, ...args], indexOf) => {
    const number = toNumber(singleOf(kind));
    if (isError(number)) return number;
    return SUBTOTALS[number > 100 ? number - 100 : number]?.(args, indexOf) ?? VALUE_ERROR;
  },
  SUM: sum,
  SUMIF: (args, indexOf) => totalOf(whereOne(args, indexOf)),
  SUMIFS: ([totals, ...pairs], indexOf) => {
    const shape = pairs[0];
    const sameShape =
      totals !== undefined &&
      isRange(totals) &&
      shape !== undefined &&
      isRange(shape) &&
      totals.area.rows === shape.area.rows &&
      totals.area.columns === shape.area.columns;
    return sameShape ? totalOf(totalWhere(totals, pairs, indexOf)) : VALUE_ERROR;
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
