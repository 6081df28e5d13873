import { cellAddress, type CellValue } from "../cells/cell";
import { cellText } from "../ledger/cell-text";
import type { ColumnKey, Ledger, Measure } from "../ledger/ledger";
import type { SheetSource } from "../ledger/source";
import { criterionFold, parseCriterion, type Criterion } from "./criteria";
import type { Tally } from "./tally";

/** One range and criterion of COUNTIFS: a column of the ledger from its first to its last measure row, and the criterion's text. */
interface ColumnCriterion {
  readonly column: ColumnKey;
  readonly criterion: string;
}

/** What COUNTIFS over the ledger's cells will give. */
export interface CountifsPrediction {
  /**
   * The count for conditions that all hold, over every row from the first to the last measure, total and note rows between
   * them included. Null where it cannot be known: a column the ledger lacks, a criterion of more than 255 characters, or
   * cells that Excel reads as numbers in some languages only.
   */
  count(conditions: readonly ColumnCriterion[]): number | null;
}

/**
 * Predicts COUNTIFS over the raw cells of a ledger, to decide for each count whether a live formula gives the tally's number.
 * Columns are indexed when first asked for; a count then costs as much as the few different rows it looks at.
 */
export function predictCountifs(source: SheetSource, ledger: Ledger): CountifsPrediction {
  const tables = new Map<string, RowKinds>();
  const columnOf = columnIndexes(source, ledger);
  return {
    count(conditions) {
      const keys = [...new Set(conditions.map(({ column }) => column))].sort();
      const indexes: ColumnIndex[] = [];
      const wanted: (readonly number[])[] = [];
      for (const key of keys) {
        const index = columnOf(key);
        const ids = index?.matching(
          conditions.filter(({ column }) => column === key).map(({ criterion }) => criterion),
        );
        if (!index || !ids) return null;
        indexes.push(index);
        wanted.push(ids);
      }
      const name = keys.join();
      let table = tables.get(name);
      if (!table) tables.set(name, (table = new RowKinds(indexes)));
      return table.count(wanted);
    },
  };
}

/** A cell of the ledger whose spelling or place keeps a count from being a live formula. */
export interface FormulaNotice {
  readonly sheet: string;
  readonly cell: string;
  readonly value: string;
}

/** Which kinds of count the report makes formulas of, beside field × status. */
export interface FormulaScope {
  /** Counts by 大項目 (or 施策) within the fields. */
  readonly groups: boolean;
  /** Counts without 再掲, as rows whose 再掲 cell is blank. */
  readonly withoutRelisted: boolean;
}

/**
 * The ledger's cells that make COUNTIFS differ from the tally, in row order: a field, group or status spelt otherwise than the
 * report names it, a re-listed measure without a mark in the 再掲 column (or a mark that means no), and rows that are no
 * measures but would be counted.
 */
export function formulaMismatches(
  tally: Tally,
  ledger: Ledger,
  source: SheetSource,
  scope: FormulaScope,
): FormulaNotice[] {
  const found: { row: number; column: number }[] = [];
  const { columns } = ledger;
  const valueAt = (row: number, column: number): CellValue =>
    source.values[row - source.row]?.[column - source.column] ?? "";
  const columnOf = columnIndexes(source, ledger);
  // Below the first row of a group a level that is filled down is blank: nothing there is spelt otherwise.
  const filledDown = new Set<ColumnKey>(ledger.filledDown.map(({ key }) => key));
  const namesIn = (key: ColumnKey, names: readonly string[]): NameFinder | null => {
    if (filledDown.has(key)) return null;
    const index = columnOf(key);
    return index && nameFinder(index, names, ledger.firstRow);
  };
  const fieldOf = namesIn(
    "field",
    tally.fields.map(({ name }) => name),
  );
  const statusOf = namesIn(
    "status",
    tally.statuses.map(({ name }) => name),
  );

  const checkMeasure = (measure: Measure, group: number, groupColumn: number, groupOf: NameFinder | null) => {
    const { row } = measure;
    if (fieldOf && fieldOf(row) !== measure.fieldIndex) found.push({ row, column: columns.field! });
    if (groupOf && groupOf(row) !== group) found.push({ row, column: groupColumn });
    if (statusOf && statusOf(row) !== measure.statusIndex) found.push({ row, column: columns.status! });
    if (!scope.withoutRelisted) return;
    const { relisted, measure: name, policy } = columns;
    if (relisted !== undefined) {
      if ((valueAt(row, relisted) === "") === measure.relisted) found.push({ row, column: relisted });
    } else if (measure.relisted) {
      found.push({ row, column: measure.name === measure.policy ? (policy ?? name ?? 0) : (name ?? policy ?? 0) });
    }
  };
  for (const field of tally.fields) {
    const names = field.groups.map(({ name }) => name);
    const groupOf = scope.groups ? namesIn(field.groupedBy, names) : null;
    const groupColumn = columns[field.groupedBy] ?? 0;
    for (const [group, { measures }] of field.groups.entries()) {
      for (const measure of measures) checkMeasure(measure, group, groupColumn, groupOf);
    }
  }
  for (const { row } of ledger.skipped ?? []) {
    if (row < ledger.firstRow || row > ledger.lastRow || !fieldOf || !statusOf) continue;
    if (fieldOf(row) !== NONE && statusOf(row) !== NONE) found.push({ row, column: columns.status! });
  }
  return found
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map(({ row, column }) => ({
      sheet: ledger.sheet,
      cell: cellAddress(row, column),
      value: cellText(valueAt(row, column)),
    }));
}

/** Which of some names, as criteria, a row's cell satisfies: its index, `NONE`, or `UNCLEAR` for several or where it cannot be known. */
type NameFinder = (row: number) => number;
const NONE = -1;
const UNCLEAR = -2;

function nameFinder({ ids, values }: ColumnIndex, names: readonly string[], firstRow: number): NameFinder {
  const plain = new Map<string, number>();
  const others: { index: number; matches: Criterion }[] = [];
  names.forEach((name, index) => {
    const criterion = parseCriterion(name);
    if (criterion.plain === null) others.push({ index, matches: criterion.matches });
    else plain.set(criterion.plain, plain.has(criterion.plain) ? UNCLEAR : index);
  });
  const remembered = new Map<number, number>();
  let lastId = -1;
  let lastAnswer = NONE;
  const find = (cell: CellValue): number => {
    let answer = typeof cell === "string" ? (plain.get(criterionFold(cell)) ?? NONE) : NONE;
    for (const { index, matches } of others) {
      const match = matches(cell);
      if (match === false) continue;
      answer = match === null || answer !== NONE ? UNCLEAR : index;
    }
    return answer;
  };
  return (row) => {
    const id = ids[row - firstRow]!;
    // Ledgers repeat the cell above; a look into a map costs more than a comparison.
    if (id !== lastId) {
      let answer = remembered.get(id);
      if (answer === undefined) remembered.set(id, (answer = find(values[id]!)));
      lastId = id;
      lastAnswer = answer;
    }
    return lastAnswer;
  };
}

/** The index of a column, or null where the ledger lacks it. */
type ColumnIndexes = (key: ColumnKey) => ColumnIndex | null;

const indexesOf = new WeakMap<Ledger, { readonly source: SheetSource; readonly indexes: ColumnIndexes }>();

/** The indexes of a ledger's columns, each made once for all who ask. */
function columnIndexes(source: SheetSource, ledger: Ledger): ColumnIndexes {
  const known = indexesOf.get(ledger);
  if (known?.source === source) return known.indexes;
  const columns = new Map<ColumnKey, ColumnIndex | null>();
  const indexes: ColumnIndexes = (key) => {
    let index = columns.get(key);
    if (index === undefined) {
      const column = ledger.columns[key];
      index = column === undefined ? null : new ColumnIndex(source, ledger, column - source.column);
      columns.set(key, index);
    }
    return index;
  };
  indexesOf.set(ledger, { source, indexes });
  return indexes;
}

/** One column's different values, and which of them each row has. */
class ColumnIndex {
  readonly values: CellValue[] = [];
  /** Index into `values` per row from the first to the last measure. */
  readonly ids: Int32Array;
  private readonly byFold = new Map<string, number[]>();
  private readonly answers = new Map<string, readonly number[] | null>();

  constructor(source: SheetSource, ledger: Ledger, column: number) {
    const first = ledger.firstRow - source.row;
    this.ids = new Int32Array(Math.max(0, ledger.lastRow - ledger.firstRow + 1));
    const known = new Map<CellValue, number>();
    let lastCell: CellValue | undefined;
    let id = 0;
    for (let row = 0; row < this.ids.length; row++) {
      const cell = source.values[first + row]?.[column] ?? "";
      if (cell !== lastCell) {
        lastCell = cell;
        id = known.get(cell) ?? this.add(cell);
        known.set(cell, id);
      }
      this.ids[row] = id;
    }
  }

  /** The values that satisfy all criteria, or null where that cannot be known of one. */
  matching(criteria: readonly string[]): readonly number[] | null {
    const [first, ...others] = criteria.map((criterion) => this.matchingOne(criterion));
    if (!first) return null;
    let common = first;
    for (const ids of others) {
      if (!ids) return null;
      common = common.filter((id) => ids.includes(id));
    }
    return common;
  }

  private matchingOne(criterion: string): readonly number[] | null {
    let ids = this.answers.get(criterion);
    if (ids === undefined) this.answers.set(criterion, (ids = this.search(criterion)));
    return ids;
  }

  private search(criterion: string): readonly number[] | null {
    const { plain, matches } = parseCriterion(criterion);
    if (plain !== null) return this.byFold.get(plain) ?? [];
    const ids: number[] = [];
    for (const [id, value] of this.values.entries()) {
      const match = matches(value);
      if (match === null) return null;
      if (match) ids.push(id);
    }
    return ids;
  }

  private add(cell: CellValue): number {
    const id = this.values.push(cell) - 1;
    if (typeof cell === "string") {
      const fold = criterionFold(cell);
      const same = this.byFold.get(fold);
      if (same) same.push(id);
      else this.byFold.set(fold, [id]);
    }
    return id;
  }
}

/** Kinds of rows that an array is kept for at most. */
const MOST_IN_ARRAY = 100_000;

/** How many rows have each combination of values in some columns. */
class RowKinds {
  /** Rows by kind: in an array where there can only be so many kinds, as with fields, 大項目 and statuses, else in a map. */
  private readonly few: Uint32Array | null;
  private readonly many = new Map<number, number>();
  private readonly radixes: readonly number[];

  constructor(columns: readonly ColumnIndex[]) {
    this.radixes = columns.map(({ values }) => values.length);
    const possible = this.radixes.reduce((product, radix) => product * radix, 1);
    this.few = possible <= MOST_IN_ARRAY ? new Uint32Array(possible) : null;
    const rows = columns[0]?.ids.length ?? 0;
    for (let row = 0; row < rows; row++) {
      let kind = 0;
      for (let at = 0; at < columns.length; at++) kind = kind * this.radixes[at]! + columns[at]!.ids[row]!;
      if (this.few === null) this.many.set(kind, (this.many.get(kind) ?? 0) + 1);
      else this.few[kind] = this.few[kind]! + 1;
    }
  }

  /** Rows whose value in each column is one of the wanted. */
  count(wanted: readonly (readonly number[])[]): number {
    let kinds = [0];
    for (const [at, ids] of wanted.entries()) {
      const radix = this.radixes[at] ?? 1;
      kinds = kinds.flatMap((kind) => ids.map((id) => kind * radix + id));
    }
    return kinds.reduce((sum, kind) => sum + ((this.few === null ? this.many.get(kind) : this.few[kind]) ?? 0), 0);
  }
}
