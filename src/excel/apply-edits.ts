import { cellAddress, type CellValue } from "../cells/cell";
import type { CellEdit } from "../validation/finding";
import { packBatches } from "./batches";
import { HostError, hostProblem, toHostError } from "./errors";
import { escapeCleanText } from "./escape-text";
import type { ExcelHost } from "./host";
import { persist } from "./patience";
import { untracked } from "./support";

/** What became of a set of edits. */
export interface EditOutcome {
  /** Edits that were written; give them to `undoEdits`. */
  readonly applied: readonly CellEdit[];
  /** Edits that were not made: the cell no longer held `before`, held a formula, or was gone. */
  readonly skipped: readonly CellEdit[];
}

/** What became of taking edits back. */
export interface UndoOutcome {
  readonly restored: readonly CellEdit[];
  /** Edits whose cell no longer holds what was written; they stay as they are. */
  readonly left: readonly CellEdit[];
}

/** Limits, for tests. */
interface EditLimits {
  /** Bytes that one request may have. */
  readonly payloadLimit?: number;
}

/** The number format of cells that take everything for a text. */
const TEXT_FORMAT = "@";
const PAYLOAD_LIMIT = 4_000_000;
const BYTES_PER_RANGE = 700;
/** Untouched rows between two cells of a column up to which both are read with one range. */
const MAX_GAP = 30;

/**
 * Writes edits into the user's cells: exactly those whose cell still holds what the edit's preview showed, and never over a
 * formula. Cells are read again first and checked afterwards; number formats stay. If anything fails on the way, every cell
 * that was already written is put back before the error is thrown.
 *
 * @throws HostError; with `unfinished` where Excel also refused to put cells back
 */
export async function applyEdits(
  host: ExcelHost,
  edits: readonly CellEdit[],
  limits: EditLimits = {},
): Promise<EditOutcome> {
  const state = await readCells(host, edits);
  const applied: CellEdit[] = [];
  const skipped: CellEdit[] = [];
  const seen = new Set<string>();
  for (const edit of edits) {
    const cell = state.get(keyOf(edit));
    if (cell === undefined || seen.has(keyOf(edit)) || cell.isFormula || cell.value !== edit.before) {
      skipped.push(edit);
    } else {
      seen.add(keyOf(edit));
      applied.push(
        typeof edit.after === "number" && cell.numberFormat === TEXT_FORMAT ? { ...edit, wasText: true } : edit,
      );
    }
  }
  await writeCells(
    host,
    applied.map((edit) => ({
      ...changeOf(edit, state),
      from: edit.before,
      to: lineFeeds(edit.after),
      ...(edit.wasText === true ? { format: "General" } : {}),
    })),
    limits,
  );
  return { applied, skipped };
}

/**
 * Takes edits back: every cell that still holds what the edit wrote gets what it held before; the others are listed.
 *
 * @throws HostError; the cells are then as they were before the call
 */
export async function undoEdits(
  host: ExcelHost,
  applied: readonly CellEdit[],
  limits: EditLimits = {},
): Promise<UndoOutcome> {
  const state = await readCells(host, applied);
  const holds = (edit: CellEdit): boolean => {
    const cell = state.get(keyOf(edit));
    return cell !== undefined && !cell.isFormula && cell.value === lineFeeds(edit.after);
  };
  const restored = applied.filter(holds);
  await writeCells(
    host,
    restored.map((edit) => ({
      ...changeOf(edit, state),
      from: lineFeeds(edit.after),
      to: edit.before,
      ...(edit.wasText === true ? { format: TEXT_FORMAT } : {}),
    })),
    limits,
  );
  return { restored, left: applied.filter((edit) => !restored.includes(edit)) };
}

interface Position {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

interface CellState {
  readonly value: CellValue;
  readonly isFormula: boolean;
  readonly numberFormat: string;
  /** True where rows near it are hidden, so that a write over several rows could land in the wrong ones. */
  readonly nearHidden: boolean;
}

interface Change extends Position {
  readonly from: CellValue;
  readonly to: CellValue;
  readonly numberFormat: string;
  readonly nearHidden: boolean;
  /** The number format that the cell is to have instead of its own. */
  readonly format?: string;
}

/** Cells of one column that are read or written with one range. */
interface Run<T extends Position> extends Position {
  readonly cells: T[];
  readonly rows: number;
}

function keyOf({ sheet, row, column }: Position): string {
  return `${sheet}\u0000${row}\u0000${column}`;
}

function changeOf(position: Position, state: ReadonlyMap<string, CellState>): Omit<Change, "from" | "to"> {
  const { numberFormat, nearHidden } = state.get(keyOf(position))!;
  const { sheet, row, column } = position;
  return { sheet, row, column, numberFormat, nearHidden };
}

/** A cell knows line feeds only. */
function lineFeeds(value: CellValue): CellValue {
  return typeof value === "string" ? value.replace(/\r\n?/g, "\n") : value;
}

/** Groups cells of a column, from top to bottom, with at most `gap` other cells between them. */
function runsOf<T extends Position>(cells: readonly T[], gap: number, alone: (cell: T) => boolean): Run<T>[] {
  const order = [...cells].sort((a, b) =>
    a.sheet === b.sheet ? a.column - b.column || a.row - b.row : a.sheet < b.sheet ? -1 : 1,
  );
  const runs: { sheet: string; row: number; column: number; rows: number; cells: T[] }[] = [];
  for (const cell of order) {
    const run = runs[runs.length - 1];
    const joins =
      run !== undefined &&
      run.sheet === cell.sheet &&
      run.column === cell.column &&
      cell.row - (run.row + run.rows) <= gap &&
      !alone(cell) &&
      !alone(run.cells[0]!);
    if (joins) {
      run.cells.push(cell);
      run.rows = cell.row - run.row + 1;
    } else {
      runs.push({ sheet: cell.sheet, row: cell.row, column: cell.column, rows: 1, cells: [cell] });
    }
  }
  return runs;
}

async function readCells(host: ExcelHost, cells: readonly Position[]): Promise<ReadonlyMap<string, CellState>> {
  if (cells.length === 0) return new Map();
  const runs = runsOf(cells, MAX_GAP, () => false);
  try {
    return await host.run(async (context) => {
      const sheets = new Map(
        [...new Set(cells.map(({ sheet }) => sheet))].map(
          (name) => [name, context.workbook.worksheets.getItemOrNullObject(name)] as const,
        ),
      );
      const ranges = runs.map((run) => {
        const range = untracked(sheets.get(run.sheet)!.getRangeByIndexes(run.row, run.column, run.rows, 1));
        range.load("values,formulas,numberFormat,rowHidden");
        return range;
      });
      await context.sync();
      const state = new Map<string, CellState>();
      runs.forEach((run, index) => {
        if (sheets.get(run.sheet)!.isNullObject) return;
        const range = ranges[index]!;
        // Null where some of the rows are hidden.
        const hidden = range.rowHidden as boolean | null;
        for (const cell of run.cells) {
          const value = range.values[cell.row - run.row]![0] as CellValue;
          const formula = range.formulas[cell.row - run.row]![0] as CellValue;
          state.set(keyOf(cell), {
            value,
            // Text that begins with "=" reads the same in both; a formula reads as its result in `values`.
            isFormula: typeof formula === "string" && formula.startsWith("=") && formula !== value,
            numberFormat: String(range.numberFormat[cell.row - run.row]![0]),
            nearHidden: hidden !== false,
          });
        }
      });
      return state;
    });
  } catch (error) {
    throw toHostError(error);
  }
}

/** Writes all changes or none. */
async function writeCells(host: ExcelHost, changes: readonly Change[], limits: EditLimits): Promise<void> {
  if (changes.length === 0) return;
  const runs = runsOf(changes, 0, standsAlone).map((run) => ({
    ...run,
    bytes: BYTES_PER_RANGE + run.cells.reduce((sum, { to }) => sum + String(to).length * 6, 0),
  }));
  const altered = new Set<string>();
  try {
    for (const batch of packBatches(runs, limits.payloadLimit ?? PAYLOAD_LIMIT)) {
      await writeBatch(host, batch, altered);
    }
  } catch (error) {
    await putBack(host, changes, altered).catch((failure: unknown) => {
      throw toHostError(error, { unfinished: true, code: toHostError(failure).problem.code });
    });
    throw toHostError(error);
  }
}

/** @param altered collects the cells that took something other than what was written */
async function writeBatch(host: ExcelHost, batch: readonly Run<Change>[], altered: Set<string>): Promise<void> {
  await host.run(async (context) => {
    const ranges = batch.map((run) => {
      const sheet = context.workbook.worksheets.getItem(run.sheet);
      const range = untracked(sheet.getRangeByIndexes(run.row, run.column, run.rows, 1));
      const [{ format }] = run.cells as [Change];
      if (format !== undefined) range.numberFormat = [[format]];
      range.formulas = run.cells.map(({ to, numberFormat }) => [cellInput(to, format ?? numberFormat)]);
      range.load("values");
      return range;
    });
    await context.sync();
    const wrong = batch.flatMap((run, index) =>
      run.cells.filter((change, row) => ranges[index]!.values[row]![0] !== change.to),
    );
    const [first] = wrong;
    if (first === undefined) return;
    for (const change of wrong) altered.add(keyOf(change));
    throw new HostError(hostProblem("unexpected", { sheet: first.sheet, cell: cellAddress(first.row, first.column) }));
  });
}

/** What to give Excel so that the cell holds the value: text stays text whatever it looks like. */
function cellInput(value: CellValue, numberFormat: string): CellValue {
  if (typeof value !== "string") return value;
  // Letter by letter, returns included: what is put back is what was there.
  if (numberFormat === TEXT_FORMAT) return value.startsWith("'") ? `'${value}` : value;
  return escapeCleanText(value);
}

/** Whether a cell is written by itself: rows near it are hidden, or its number format changes. */
function standsAlone({ nearHidden, format }: Change): boolean {
  return nearHidden || format !== undefined;
}

/** Gives every cell that a failed write has reached what it held before; tries again when Excel refuses. */
async function putBack(host: ExcelHost, changes: readonly Change[], altered: ReadonlySet<string>): Promise<void> {
  await persist(host, async () => {
    const state = await readCells(host, changes);
    const reached = changes.filter((change) => {
      const value = state.get(keyOf(change))?.value;
      return value !== change.from && (value === change.to || altered.has(keyOf(change)));
    });
    const back = reached.map((change) => ({
      ...change,
      from: change.to,
      to: change.from,
      ...(change.format === undefined ? {} : { format: change.numberFormat }),
    }));
    const runs = runsOf(back, 0, standsAlone);
    if (runs.length > 0) await writeBatch(host, runs, new Set());
  });
}
