import { parseArea, splitSheet } from "../model/address";
import type { SheetModel, WorkbookModel } from "../model/model";
import { tableBody } from "../model/tables";
import { findSheet } from "../model/workbook";
import { CellIndex } from "./cell-index";
import { compareValues, toNumber, toText } from "./coercion";
import { parseFormula, type BinaryOperator, type Node } from "./parser";
import { RANGE_FUNCTIONS } from "./range-functions";
import { SCALAR_FUNCTIONS } from "./scalar-functions";
import {
  DIVISION_ERROR,
  FormulaError,
  NAME_ERROR,
  NUMBER_ERROR,
  REFERENCE_ERROR,
  VALUE_ERROR,
  isArray,
  isRange,
  rowsOf,
  singleOf,
  type ArrayValue,
  type Scalar,
  type Value,
} from "./value";
import type { SheetArea } from "../model/model";

/** A formula calls a function this Excel does not have. */
export class UnknownFunction extends Error {}

/** Names that lead to names end here. */
const MAX_NAME_DEPTH = 16;

/** Where a formula stands. */
interface Place {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
}

/** What a name of the workbook, a sheet or a table stands for. */
type NamedThing =
  | { readonly kind: "formula"; readonly formula: string; readonly home: SheetModel }
  | { readonly kind: "range"; readonly range: SheetArea };

/** Finds what a name means on a sheet; undefined where nothing has it. */
export function lookUpName(workbook: WorkbookModel, sheet: SheetModel, name: string): NamedThing | undefined {
  const wanted = name.toLowerCase();
  const model =
    sheet.names.find((candidate) => candidate.name.toLowerCase() === wanted) ??
    workbook.names.find((candidate) => candidate.name.toLowerCase() === wanted);
  if (model) {
    const { sheet: named, address } = splitSheet(model.formula.slice(1));
    const on = named === null ? sheet : findSheet(workbook, named);
    const area = on && parseArea(address);
    return area
      ? { kind: "range", range: { sheet: on, area } }
      : { kind: "formula", formula: model.formula, home: sheet };
  }
  for (const home of workbook.sheets) {
    const table = home.tables.find((candidate) => candidate.name.toLowerCase() === wanted);
    if (table) return { kind: "range", range: { sheet: home, area: tableBody(table) } };
  }
  return undefined;
}

/** Evaluates formulas over a workbook whose other cells are already right. */
export class Evaluator {
  /** Indexes of ranges, kept while their cells do not change. */
  private readonly indexes = new Map<SheetModel, Map<string, { range: SheetArea; index: CellIndex }>>();
  private nameDepth = 0;

  constructor(readonly workbook: WorkbookModel) {}

  /** The value of a formula at a place. Throws UnknownFunction. */
  evaluate(node: Node, place: Place): Scalar {
    return singleOf(this.value(node, place));
  }

  /** Forgets what was indexed of cells that change. */
  cellsChanged(sheet: SheetModel, touches: (range: SheetArea) => boolean): void {
    const known = this.indexes.get(sheet);
    if (!known) return;
    for (const [key, { range }] of known) if (touches(range)) known.delete(key);
  }

  indexOf = (range: SheetArea, rows: number): CellIndex => {
    let known = this.indexes.get(range.sheet);
    if (!known) this.indexes.set(range.sheet, (known = new Map<string, { range: SheetArea; index: CellIndex }>()));
    const { row, column, columns } = range.area;
    const key = `${row},${column},${rows},${columns}`;
    let entry = known.get(key);
    if (!entry) known.set(key, (entry = { range, index: new CellIndex(range, rows) }));
    return entry.index;
  };

  value(node: Node, place: Place): Value {
    switch (node.kind) {
      case "constant":
        return node.value;
      case "array":
        return { rows: node.rows };
      case "missing":
        return null;
      case "reference": {
        const sheet = node.sheet === null ? place.sheet : findSheet(this.workbook, node.sheet);
        return sheet ? { sheet, area: node.area } : REFERENCE_ERROR;
      }
      case "name":
        return this.named(node.name, node.sheet, place);
      case "unary":
        return this.lift([this.value(node.operand, place)], ([operand]) => unary(node.operator, operand!));
      case "binary":
        return this.lift([this.value(node.left, place), this.value(node.right, place)], ([left, right]) =>
          binary(node.operator, left!, right!),
        );
      case "call":
        return this.call(node.name, node.args, place);
    }
  }

  private named(name: string, sheetName: string | null, place: Place): Value {
    const sheet = sheetName === null ? place.sheet : findSheet(this.workbook, sheetName);
    if (!sheet) return REFERENCE_ERROR;
    const thing = lookUpName(this.workbook, sheet, name);
    if (!thing) return NAME_ERROR;
    if (thing.kind === "range") return thing.range;
    if (this.nameDepth >= MAX_NAME_DEPTH) return REFERENCE_ERROR;
    this.nameDepth++;
    try {
      return this.value(parseFormula(thing.formula), { ...place, sheet: thing.home });
    } catch (error) {
      if (error instanceof UnknownFunction) throw error;
      return NAME_ERROR;
    } finally {
      this.nameDepth--;
    }
  }

  private call(name: string, args: readonly Node[], place: Place): Value {
    switch (name) {
      // These must not evaluate what they do not need.
      case "IF":
        return this.if(args, place);
      case "IFERROR":
      case "IFNA": {
        const value = this.value(args[0] ?? { kind: "missing" }, place);
        const single = singleOf(value);
        const caught = single instanceof FormulaError && (name === "IFERROR" || single.code === "#N/A");
        return caught ? this.value(args[1] ?? { kind: "missing" }, place) : value;
      }
      case "IFS": {
        for (let i = 0; i + 1 < args.length; i += 2) {
          const test = logical(singleOf(this.value(args[i]!, place)));
          if (test instanceof FormulaError) return test;
          if (test) return this.value(args[i + 1]!, place);
        }
        return new FormulaError("#N/A");
      }
      case "ROW":
      case "COLUMN": {
        const value = args[0] ? this.value(args[0], place) : null;
        const at = value !== null && isRange(value) ? value.area : place;
        return name === "ROW" ? at.row + 1 : at.column + 1;
      }
    }
    const ranged = RANGE_FUNCTIONS[name];
    if (ranged) {
      return ranged(
        args.map((argument) => (argument.kind === "missing" ? null : this.value(argument, place))),
        this.indexOf,
      );
    }
    const scalar = SCALAR_FUNCTIONS[name];
    if (!scalar) throw new UnknownFunction(name);
    return this.lift(
      args.map((argument) => this.value(argument, place)),
      (values) => scalar(values, this.workbook),
    );
  }

  private if(args: readonly Node[], place: Place): Value {
    const [condition, then, otherwise] = args;
    if (!condition) return VALUE_ERROR;
    const value = this.value(condition, place);
    const branch = (test: Scalar): Value => {
      const truth = logical(test);
      if (truth instanceof FormulaError) return truth;
      if (truth) return then ? this.value(then, place) : 0;
      return otherwise ? this.value(otherwise, place) : false;
    };
    if (!this.isMultiple(value)) return branch(singleOf(value));
    const rows = rowsOf(value);
    return {
      rows: rows.map((row, r) => row.map((test, c) => pick(rowsOf(branch(test)), r, c))),
    };
  }

  /** Applies an operation of single values, cell by cell where a value has several. */
  private lift(values: readonly Value[], operation: (values: Scalar[]) => Scalar): Value {
    if (!values.some((value) => this.isMultiple(value))) return operation(values.map((value) => singleOf(value)));
    const arrays = values.map((value) => rowsOf(value));
    const height = Math.max(...arrays.map((rows) => rows.length));
    const width = Math.max(...arrays.map((rows) => rows[0]?.length ?? 0));
    return {
      rows: Array.from({ length: height }, (_, r) =>
        Array.from({ length: width }, (__, c) => operation(arrays.map((rows) => pick(rows, r, c)))),
      ),
    };
  }

  private isMultiple(value: Value): boolean {
    if (isRange(value)) return value.area.rows * value.area.columns > 1;
    return isArray(value);
  }
}

/** The value at a place of an array; a single row or column stands for as many as are needed. */
function pick(rows: ArrayValue, r: number, c: number): Scalar {
  const row = rows.length === 1 ? rows[0]! : rows[r];
  if (!row) return new FormulaError("#N/A");
  return row.length === 1 ? row[0]! : (row[c] ?? null);
}

function logical(value: Scalar): boolean | FormulaError {
  if (value instanceof FormulaError) return value;
  if (typeof value === "string") {
    return /^(?:true|false)$/i.test(value) ? value.toLowerCase() === "true" : VALUE_ERROR;
  }
  return Boolean(value);
}

function unary(operator: "+" | "-" | "%", operand: Scalar): Scalar {
  if (operator === "+") return operand;
  const number = toNumber(operand);
  if (number instanceof FormulaError) return number;
  return operator === "-" ? -number : number / 100;
}

function binary(operator: BinaryOperator, left: Scalar, right: Scalar): Scalar {
  if (left instanceof FormulaError) return left;
  if (right instanceof FormulaError) return right;
  switch (operator) {
    case "&": {
      const joined = `${toText(left) as string}${toText(right) as string}`;
      return joined.length > 32_767 ? VALUE_ERROR : joined;
    }
    case "=":
      return compareValues(left, right) === 0;
    case "<>":
      return compareValues(left, right) !== 0;
    case "<":
      return compareValues(left, right) < 0;
    case "<=":
      return compareValues(left, right) <= 0;
    case ">":
      return compareValues(left, right) > 0;
    case ">=":
      return compareValues(left, right) >= 0;
  }
  const a = toNumber(left);
  const b = toNumber(right);
  if (a instanceof FormulaError) return a;
  if (b instanceof FormulaError) return b;
  const result = arithmetic(operator, a, b);
  return typeof result === "number" && !Number.isFinite(result) ? NUMBER_ERROR : result;
}

function arithmetic(operator: "+" | "-" | "*" | "/" | "^", a: number, b: number): number | FormulaError {
  switch (operator) {
    case "+":
      return nearZero(a + b, a);
    case "-":
      return nearZero(a - b, a);
    case "*":
      return a * b;
    case "/":
      return b === 0 ? DIVISION_ERROR : a / b;
    case "^":
      return a === 0 && b === 0 ? NUMBER_ERROR : a ** b;
  }
}

/** Excel takes a difference that is nothing but binary residue for 0. */
function nearZero(sum: number, operand: number): number {
  return Math.abs(sum) < Math.abs(operand) * 2 ** -49 ? 0 : sum;
}
