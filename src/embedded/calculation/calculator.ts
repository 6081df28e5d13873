import { noteCell } from "../model/changes";
import type { Area, CellValue } from "../../cells/cell";
import { containsCell, intersection } from "../model/address";
import type { SheetModel, WorkbookModel } from "../model/model";
import { findSheet } from "../model/workbook";
import { keyColumn, keyRow } from "../model/grid";
import { MAX_COLUMNS } from "../../cells/cell";
import { Evaluator, UnknownFunction, lookUpName } from "./evaluator";
import { parseFormula, type Node } from "./parser";
import { NAME_ERROR, toCell, type Scalar } from "./value";
import type { SheetArea } from "../model/model";

/** A formula cell: sheet and key (`row * 16384 + column`). */
interface FormulaCell {
  readonly sheet: SheetModel;
  readonly key: number;
}

/** A parsed formula; `node` is null where its grammar is not understood. */
interface Parsed {
  readonly node: Node | null;
  readonly references: readonly (Node & { kind: "reference" })[];
  readonly names: readonly (Node & { kind: "name" })[];
}

/** A formula and one area it reads. */
interface Reading {
  readonly cell: FormulaCell;
  readonly area: Area;
}

/** Parsed formulas kept at most; a workbook with more is parsed again each time. */
const MAX_PARSED = 200_000;

/**
 * Keeps the values of formula cells right. Changes are noted as they happen; `recalculate` then evaluates the formulas
 * written since and those that read changed cells, in the order in which they depend on each other.
 */
export class Calculator {
  private readonly evaluator: Evaluator;
  private readonly parsed = new Map<string, Parsed>();
  private changed: SheetArea[] = [];
  private dirty = new Map<SheetModel, Set<number>>();
  /** Formulas that nothing but a whole recalculation brings up to date. */
  private postponed = new Map<SheetModel, Set<number>>();
  /** Formulas entered here, by sheet: for them an unknown function is #NAME?. */
  private readonly entered = new WeakMap<SheetModel, Set<number>>();

  constructor(private readonly workbook: WorkbookModel) {
    this.evaluator = new Evaluator(workbook);
  }

  /** Whether anything waits to be calculated. */
  get pending(): boolean {
    return this.changed.length > 0 || this.dirty.size > 0 || this.postponed.size > 0;
  }

  cellsChanged(sheet: SheetModel, area: Area): void {
    this.changed.push({ sheet, area });
    this.evaluator.cellsChanged(sheet, (range) => intersection(range.area, area) !== null);
  }

  /** A formula has been entered. */
  formulaWritten(sheet: SheetModel, key: number): void {
    this.mark(sheet, key);
    let keys = this.entered.get(sheet);
    if (!keys) this.entered.set(sheet, (keys = new Set()));
    keys.add(key);
  }

  /** A formula's text has changed because something it names has. */
  formulaRewritten(sheet: SheetModel, key: number): void {
    this.mark(sheet, key);
  }

  sheetRemoved(sheet: SheetModel): void {
    this.dirty.delete(sheet);
    this.postponed.delete(sheet);
    this.changed = this.changed.filter((range) => range.sheet !== sheet);
  }

  /** Names mean something else now: every formula that uses one is to be calculated. */
  namesChanged(): void {
    for (const sheet of this.workbook.sheets) {
      for (const [key, formula] of sheet.formulas) if (this.parse(formula).names.length > 0) this.mark(sheet, key);
    }
  }

  /** Everything is to be calculated anew. */
  everythingChanged(): void {
    for (const sheet of this.workbook.sheets) {
      this.evaluator.cellsChanged(sheet, () => true);
      for (const key of sheet.formulas.keys()) this.mark(sheet, key);
    }
  }

  /** The value of a formula that is in no cell, e.g. a defined name's. */
  evaluate(formula: string, sheet: SheetModel): CellValue {
    const { node } = this.parse(formula);
    return toCell(this.valueOf(node, { sheet, key: 0 }) ?? NAME_ERROR);
  }

  /** Calculates what waits; with `enteredOnly` (manual mode) only formulas just entered. */
  recalculate(enteredOnly = false): void {
    if (!this.pending) return;
    if (!enteredOnly) {
      for (const [sheet, keys] of this.postponed) for (const key of keys) this.mark(sheet, key);
      this.postponed = new Map();
      this.spread();
    }
    const { dirty } = this;
    this.dirty = new Map();
    if (!enteredOnly) this.changed = [];
    this.pass(dirty);
  }

  /** Calculates a sheet's formulas anew and no others. */
  recalculateSheet(sheet: SheetModel): void {
    this.postponed.delete(sheet);
    this.dirty.delete(sheet);
    this.evaluator.cellsChanged(sheet, () => true);
    this.pass(new Map([[sheet, new Set(sheet.formulas.keys())]]));
  }

  /** Leaves what was entered for the next recalculation of everything. */
  postpone(): void {
    for (const [sheet, keys] of this.dirty)
      this.postponed.set(sheet, new Set([...(this.postponed.get(sheet) ?? []), ...keys]));
    this.dirty = new Map();
  }

  private pass(dirty: ReadonlyMap<SheetModel, Set<number>>): void {
    new Pass(dirty, (cell) => this.readingsOf(cell)).run((cell, circular) => {
      this.store(cell, circular ? 0 : this.calculate(cell));
    });
  }

  private mark(sheet: SheetModel, key: number): void {
    let keys = this.dirty.get(sheet);
    if (!keys) this.dirty.set(sheet, (keys = new Set()));
    keys.add(key);
  }

  /** Marks every formula that reads a changed cell or another marked formula. */
  private spread(): void {
    const readers = new Readers(this.workbook, (cell) => this.readingsOf(cell));
    let wave = [...this.changed, ...[...this.dirty].flatMap(([sheet, keys]) => columnRuns(sheet, keys))];
    while (wave.length > 0) {
      const found = new Map<SheetModel, Set<number>>();
      for (const { sheet, area } of wave) {
        for (const reading of readers.of(sheet)) {
          const { cell } = reading;
          if (this.dirty.get(cell.sheet)?.has(cell.key) || !intersection(reading.area, area)) continue;
          this.mark(cell.sheet, cell.key);
          let keys = found.get(cell.sheet);
          if (!keys) found.set(cell.sheet, (keys = new Set()));
          keys.add(cell.key);
        }
      }
      wave = [...found].flatMap(([sheet, keys]) => columnRuns(sheet, keys));
    }
  }

  /** The areas a formula reads. */
  private readingsOf({ sheet, key }: FormulaCell): SheetArea[] {
    const formula = sheet.formulas.get(key);
    return formula === undefined ? [] : this.rangesOf(formula, sheet, 0);
  }

  private rangesOf(formula: string, home: SheetModel, depth: number): SheetArea[] {
    const { references, names } = this.parse(formula);
    const ranges: SheetArea[] = [];
    for (const { sheet: name, area } of references) {
      const sheet = name === null ? home : findSheet(this.workbook, name);
      if (sheet) ranges.push({ sheet, area });
    }
    for (const { sheet: name, name: text } of names) {
      const sheet = name === null ? home : findSheet(this.workbook, name);
      const thing = sheet && lookUpName(this.workbook, sheet, text);
      if (thing?.kind === "range") ranges.push(thing.range);
      else if (thing && depth < 8) ranges.push(...this.rangesOf(thing.formula, thing.home, depth + 1));
    }
    return ranges;
  }

  private parse(formula: string): Parsed {
    let parsed = this.parsed.get(formula);
    if (!parsed) {
      parsed = parse(formula);
      if (this.parsed.size >= MAX_PARSED) this.parsed.clear();
      this.parsed.set(formula, parsed);
    }
    return parsed;
  }

  /** The new value of a formula cell; undefined leaves the one it has. */
  private calculate(cell: FormulaCell): Scalar | undefined {
    const formula = cell.sheet.formulas.get(cell.key);
    if (formula === undefined) return undefined;
    const value = this.valueOf(this.parse(formula).node, cell);
    if (value !== undefined) return value;
    // What Excel calculated when the file was saved is better than nothing.
    const ownFormula = cell.sheet.part === null || this.entered.get(cell.sheet)?.has(cell.key);
    return ownFormula ? NAME_ERROR : undefined;
  }

  private valueOf(node: Node | null, { sheet, key }: FormulaCell): Scalar | undefined {
    if (!node) return undefined;
    try {
      return this.evaluator.evaluate(node, { sheet, row: keyRow(key), column: keyColumn(key) });
    } catch (error) {
      if (error instanceof UnknownFunction) return undefined;
      throw error;
    }
  }

  private store({ sheet, key }: FormulaCell, value: Scalar | undefined): void {
    if (value === undefined) return;
    const row = keyRow(key);
    const column = keyColumn(key);
    const stored = (sheet.rows[row] ??= []);
    const result = toCell(value);
    if (stored[column] === result) return;
    while (stored.length < column) stored.push("");
    stored[column] = result;
    noteCell(sheet, key);
    const cell = { row, column, rows: 1, columns: 1 };
    this.evaluator.cellsChanged(sheet, (range) => intersection(range.area, cell) !== null);
  }
}

function parse(formula: string): Parsed {
  let node: Node;
  try {
    node = parseFormula(formula);
  } catch {
    return { node: null, references: [], names: [] };
  }
  const references: (Node & { kind: "reference" })[] = [];
  const names: (Node & { kind: "name" })[] = [];
  const visit = (part: Node): void => {
    switch (part.kind) {
      case "reference":
        references.push(part);
        break;
      case "name":
        names.push(part);
        break;
      case "call":
        part.args.forEach(visit);
        break;
      case "unary":
        visit(part.operand);
        break;
      case "binary":
        visit(part.left);
        visit(part.right);
    }
  };
  visit(node);
  return { node, references, names };
}

/** Which formulas read a sheet's cells. Formulas that cannot read a sheet are not even parsed for it. */
class Readers {
  private readonly known = new Map<SheetModel, Reading[]>();
  private readonly included = new Set<SheetModel>();
  private qualifiedIncluded = false;

  constructor(
    private readonly workbook: WorkbookModel,
    private readonly readingsOf: (cell: FormulaCell) => SheetArea[],
  ) {}

  of(sheet: SheetModel): readonly Reading[] {
    if (!this.qualifiedIncluded) {
      this.qualifiedIncluded = true;
      const names = this.workbook.sheets
        .flatMap((each) => [...each.names, ...each.tables])
        .concat(this.workbook.names)
        .map((named) => named.name.toLowerCase());
      for (const home of this.workbook.sheets) {
        this.include(home, (formula) => {
          if (formula.includes("!")) return true;
          if (names.length === 0) return false;
          const lower = formula.toLowerCase();
          return names.some((name) => lower.includes(name));
        });
      }
    }
    if (!this.included.has(sheet)) {
      this.included.add(sheet);
      this.include(sheet, () => true);
    }
    return this.known.get(sheet) ?? [];
  }

  private include(home: SheetModel, wanted: (formula: string) => boolean): void {
    for (const [key, formula] of home.formulas) {
      if (!wanted(formula)) continue;
      const cell = { sheet: home, key };
      for (const { sheet, area } of this.readingsOf(cell)) {
        const readings = this.known.get(sheet);
        if (readings) readings.push({ cell, area });
        else this.known.set(sheet, [{ cell, area }]);
      }
    }
  }
}

/** Cells of a sheet as areas, one for each run of rows in a column. */
function columnRuns(sheet: SheetModel, keys: ReadonlySet<number>): SheetArea[] {
  const runs: SheetArea[] = [];
  const sorted = [...keys].sort((a, b) => keyColumn(a) - keyColumn(b) || a - b);
  let start = -1;
  let last = -1;
  const close = (): void => {
    if (start < 0) return;
    const row = keyRow(start);
    const rows = keyRow(last) - row + 1;
    runs.push({ sheet, area: { row, column: keyColumn(start), rows, columns: 1 } });
  };
  for (const key of sorted) {
    if (start >= 0 && key === last + MAX_COLUMNS) {
      last = key;
      continue;
    }
    close();
    start = key;
    last = key;
  }
  close();
  return runs;
}

/** Visits marked formulas so that each comes after those it reads. */
class Pass {
  private readonly done = new Map<SheetModel, Set<number>>();

  constructor(
    private readonly dirty: ReadonlyMap<SheetModel, ReadonlySet<number>>,
    private readonly readingsOf: (cell: FormulaCell) => SheetArea[],
  ) {
    for (const sheet of dirty.keys()) this.done.set(sheet, new Set());
  }

  run(visit: (cell: FormulaCell, circular: boolean) => void): void {
    for (const [sheet, keys] of this.dirty) for (const key of keys) this.visitFrom({ sheet, key }, visit);
  }

  /** Depth first with a stack of its own: chains of formulas can be longer than the engine's stack. */
  private visitFrom(start: FormulaCell, visit: (cell: FormulaCell, circular: boolean) => void): void {
    if (this.done.get(start.sheet)!.has(start.key)) return;
    const open = new Map<SheetModel, Map<number, number>>();
    const circular = new Set<number>();
    const stack: { cell: FormulaCell; waiting: FormulaCell[] }[] = [];
    const push = (cell: FormulaCell): void => {
      let depths = open.get(cell.sheet);
      if (!depths) open.set(cell.sheet, (depths = new Map<number, number>()));
      depths.set(cell.key, stack.length);
      stack.push({ cell, waiting: this.dirtyIn(this.readingsOf(cell)) });
    };
    push(start);
    while (stack.length > 0) {
      const { cell, waiting } = stack.at(-1)!;
      const next = waiting.pop();
      if (next) {
        const depth = open.get(next.sheet)?.get(next.key);
        if (depth !== undefined) {
          // A loop: every formula from there to here depends on itself.
          for (let i = depth; i < stack.length; i++) circular.add(i);
        } else if (!this.done.get(next.sheet)!.has(next.key)) push(next);
        continue;
      }
      const depth = stack.length - 1;
      stack.pop();
      open.get(cell.sheet)!.delete(cell.key);
      this.done.get(cell.sheet)!.add(cell.key);
      visit(cell, circular.delete(depth));
    }
  }

  private dirtyIn(ranges: readonly SheetArea[]): FormulaCell[] {
    const cells: FormulaCell[] = [];
    for (const { sheet, area } of ranges) {
      const keys = this.dirty.get(sheet);
      if (!keys) continue;
      const done = this.done.get(sheet)!;
      const add = (key: number): void => {
        if (!done.has(key)) cells.push({ sheet, key });
      };
      if (area.rows * area.columns <= keys.size) {
        for (let row = area.row; row < area.row + area.rows; row++) {
          for (let column = area.column; column < area.column + area.columns; column++) {
            const key = row * MAX_COLUMNS + column;
            if (keys.has(key)) add(key);
          }
        }
      } else {
        for (const key of keys) {
          if (containsCell(area, keyRow(key), keyColumn(key))) add(key);
        }
      }
    }
    return cells;
  }
}
