import type { Area, CellValue } from "../cells/cell";
import { isBlankCell } from "../ledger/cell-text";
import type { Ledger } from "../ledger/ledger";
import type { SheetContext } from "./rule";

/** Something on the ledger's sheet that is no part of the ledger. */
interface OutsideBlock {
  readonly area: Area;
  /** The first text of it. */
  readonly text: CellValue;
  /** True where it has at least two rows and two columns of its own: a table rather than a note. */
  readonly isTable: boolean;
}

const remembered = new WeakMap<SheetContext, readonly OutsideBlock[]>();

/** What stands on the sheet below the header's row or beside it without belonging to a measure, from the top. */
export function blocksOutside(context: SheetContext, ledger: Ledger): readonly OutsideBlock[] {
  let answer = remembered.get(context);
  if (!answer) remembered.set(context, (answer = findBlocks(context, ledger)));
  return answer;
}

function findBlocks(context: SheetContext, ledger: Ledger): OutsideBlock[] {
  const { source } = context;
  const own = ownColumns(context, ledger);
  const columns = everyColumn(context);
  const notes = (ledger.skipped ?? []).filter(({ kind }) => kind === "note").map(({ row }) => row);
  const below = group(context, notes, columns);
  const beside = columns.filter((column) => column < own.first || column > own.last);
  if (beside.length === 0) return below;
  const taken = new Set(notes);
  const rows = Array.from({ length: source.values.length }, (_, index) => source.row + index);
  const sides = rows.filter((row) => row >= ledger.headerRow && !taken.has(row));
  return [...below, ...group(context, sides, beside)];
}

/**
 * First and last column of the ledger itself: from its first to its last column that means something to a ledger, or has a
 * header and values in half of the rows. What stands beyond a blank column and has neither is another table's.
 */
export function ownColumns(context: SheetContext, ledger: Ledger): { readonly first: number; readonly last: number } {
  const headed = new Set(ledger.headers.map(({ column }) => column));
  const known = new Set(Object.values(ledger.columns));
  const own = [...headed].filter((column) => known.has(column) || isMostlyFilled(column, context, ledger));
  let first = Math.min(...known, ...own);
  let last = Math.max(...known, ...own);
  while (headed.has(first - 1)) first--;
  while (headed.has(last + 1)) last++;
  return { first, last: Math.min(last, firstBeside(context, ledger, last) - 1) };
}

/** A table that touches the ledger has so many columns at least, and ends within so great a share of the measures. */
const FEWEST_BESIDE = 2;
const SHORT = 0.5;

/**
 * First column of a table at the ledger's right edge with no blank column between: columns that mean nothing to the ledger
 * and are filled together, in the first few rows only. Beyond `last` where there is none.
 */
function firstBeside(context: SheetContext, ledger: Ledger, last: number): number {
  const known = new Set(Object.values(ledger.columns));
  const figures = new Set(
    ledger.headers
      .filter(({ key, index }) => index > 0 || key === "budget" || key === "settled")
      .map(({ column }) => column),
  );
  const headed = new Set(ledger.headers.map(({ column }) => column));
  const rows = ledger.measures.map(({ row }) => row);
  /** How many rows from the first on are filled; -1 where others are, too. */
  const depth = (column: number) => {
    const blank = rows.findIndex((row) => !hasContent(context, row, column));
    return blank < 0 || rows.slice(blank).some((row) => hasContent(context, row, column)) ? -1 : blank;
  };
  let first = last + 1;
  let deep = 0;
  for (let column = last; headed.has(column) && !known.has(column) && !figures.has(column); column--) {
    const filled = depth(column);
    if (filled < 2 || filled > rows.length * SHORT || (first <= last && filled !== deep)) break;
    deep = filled;
    first = column;
  }
  return last + 1 - first >= FEWEST_BESIDE ? first : last + 1;
}

/** True for a cell with a value, or with a formula whose result was never stored. */
export function hasContent({ valueAt, formulaAt }: SheetContext, row: number, column: number): boolean {
  return !isBlankCell(valueAt(row, column)) || formulaAt(row, column) !== null;
}

function isMostlyFilled(column: number, context: SheetContext, { measures }: Ledger): boolean {
  const filled = measures.filter(({ row }) => hasContent(context, row, column)).length;
  return filled * 2 >= measures.length;
}

function everyColumn({ source }: SheetContext): number[] {
  const width = source.values.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, index) => source.column + index);
}

/** Filled cells of the given rows and columns, as runs of rows that follow one another. */
function group(context: SheetContext, rows: readonly number[], columns: readonly number[]): OutsideBlock[] {
  const blocks: OutsideBlock[] = [];
  let cells: { row: number; column: number }[] = [];
  const close = () => {
    const [first] = cells;
    if (first) blocks.push(blockOf(context, cells));
    cells = [];
  };
  let previous = -2;
  for (const row of rows) {
    if (row !== previous + 1) close();
    previous = row;
    const filled = columns.filter((column) => !isBlankCell(context.valueAt(row, column)));
    if (filled.length === 0) close();
    for (const column of filled) cells.push({ row, column });
  }
  close();
  return blocks;
}

function blockOf(context: SheetContext, cells: readonly { row: number; column: number }[]): OutsideBlock {
  const first = cells[0]!;
  let left = first.column;
  let right = first.column;
  for (const { column } of cells) {
    left = Math.min(left, column);
    right = Math.max(right, column);
  }
  const perRow = new Map<number, number>();
  for (const { row } of cells) perRow.set(row, (perRow.get(row) ?? 0) + 1);
  return {
    area: {
      row: first.row,
      column: left,
      rows: cells[cells.length - 1]!.row - first.row + 1,
      columns: right - left + 1,
    },
    text: context.valueAt(first.row, first.column),
    isTable: [...perRow.values()].filter((count) => count >= 2).length >= 2,
  };
}
