import { cellAddress, type CellValue } from "../ledger/cell";
import { Fingerprint } from "../ledger/fingerprint";
import type { FormulaCell, PlanCell, SheetPlan } from "../report/plan";
import { HostError, hostProblem } from "./errors";
import { MAX_CELL_TEXT, mayNeedCleaning, withLineFeeds, withoutIllegalCharacters } from "./escape-text";

/** A plan's cells as one grid that begins at A1, their texts clean; cells that no block covers are null or missing. */
export interface Grid {
  readonly rows: readonly (readonly (PlanCell | undefined)[] | undefined)[];
  /** Columns of the widest row. */
  readonly columns: number;
  /** A1 addresses of the cells whose text held characters that no workbook can store; they were left out. */
  readonly cleaned: readonly string[];
}

/**
 * Joins the blocks and link texts of a plan.
 *
 * @throws HostError "text-too-long" for a text beyond Excel's limit: nothing is ever cut in silence
 */
export function gridOf(plan: SheetPlan): Grid {
  const columns = Math.max(
    0,
    ...plan.blocks.map((block) => block.column + (block.cells[0]?.length ?? 0)),
    ...plan.links.map((link) => link.column + 1),
  );
  const rows: (readonly (PlanCell | undefined)[] | undefined)[] = [];
  /** Rows that several blocks share, by row; the others are taken over as they are, not copied. */
  const shared: (PlanCell[] | undefined)[] = [];
  const cleaned: string[] = [];
  const blank = new Array<PlanCell>(columns).fill("");
  const shareRow = (row: number): PlanCell[] => {
    const present = rows[row];
    const copy = blank.slice();
    if (present !== undefined) placeCells(copy, 0, present);
    rows[row] = shared[row] = copy;
    return copy;
  };
  for (const block of plan.blocks) {
    let lastPlanned: readonly PlanCell[] | undefined;
    for (let index = 0; index < block.cells.length; index++) {
      const planned = block.cells[index]!;
      const row = block.row + index;
      // Rows that share their cells, as those of the same status do, are looked at once.
      const cells = planned === lastPlanned ? planned : checkedCells(plan.name, row, block.column, planned, cleaned);
      lastPlanned = cells === planned ? planned : undefined;
      if (block.column === 0 && rows[row] === undefined) rows[row] = cells;
      else placeCells(shared[row] ?? shareRow(row), block.column, cells);
    }
  }
  for (const link of plan.links) {
    if ((rows[link.row]?.[link.column] ?? "") !== "") continue;
    const target = shared[link.row] ?? shareRow(link.row);
    target[link.column] = checkedCells(plan.name, link.row, link.column, [link.text], cleaned)[0] ?? "";
  }
  return { rows, columns, cleaned };
}

function placeCells(target: PlanCell[], column: number, cells: readonly (PlanCell | undefined)[]): void {
  for (let offset = 0; offset < cells.length; offset++) {
    const cell = cells[offset];
    if (cell !== undefined && cell !== null) target[column + offset] = cell;
  }
}

function checkedCells(
  sheet: string,
  row: number,
  column: number,
  cells: readonly PlanCell[],
  cleaned: string[],
): readonly PlanCell[] {
  let checked: PlanCell[] | null = null;
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index];
    if (typeof cell !== "string" || cell === "") continue;
    if (cell.length > MAX_CELL_TEXT) {
      throw new HostError(hostProblem("text-too-long", { sheet, cell: cellAddress(row, column + index) }));
    }
    if (!mayNeedCleaning(cell)) continue;
    const clean = withoutIllegalCharacters(cell);
    if (clean !== cell) cleaned.push(cellAddress(row, column + index));
    checked ??= [...cells];
    checked[index] = withLineFeeds(clean);
  }
  return checked ?? cells;
}

/** Whether a plan's cell holds a formula. */
export function isFormulaCell(cell: PlanCell | undefined): cell is FormulaCell {
  return typeof cell === "object" && cell !== null;
}

const LITERAL_OR_SHEET = /"(?:[^"]|"")*"|'((?:[^']|'')+)'!/g;

/** A formula with the quoted sheet names in it replaced; text literals stay as they are. */
export function renameSheets(formula: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0 || !formula.includes("'!")) return formula;
  return formula.replace(LITERAL_OR_SHEET, (match: string, quoted: string | undefined) => {
    const name = quoted === undefined ? undefined : names.get(quoted.replaceAll("''", "'"));
    return name === undefined ? match : `'${name.replaceAll("'", "''")}'!`;
  });
}

/** What a chart contributes to a sheet's content. */
export interface ChartContent {
  readonly name: string;
  readonly type: string;
  readonly title: string;
}

/**
 * The fingerprint of what a sheet says: its cells from A1 on, then its charts. The same for a plan and for `sheetContent` of
 * the sheet that was written from it, whatever Excel did to the spelling of formulas.
 *
 * @param names names the plan's sheets finally got, by planned name
 */
export function planFingerprint(plan: SheetPlan, grid: Grid, names: ReadonlyMap<string, string>): string {
  const print = new Fingerprint();
  let end = grid.rows.length;
  while (end > 0 && isBlankRow(plannedRow(grid.rows[end - 1] ?? [], names))) end--;
  // Row by row: a list of all rows, or a second pass over their texts, is what a long sheet would pay for most.
  for (let row = 0; row < end; row++) print.addRow(plannedRow(grid.rows[row] ?? [], names));
  const charts = plan.charts.map((chart) => ({ name: chart.name, type: chart.kind, title: chart.title }));
  for (const line of chartLines(charts)) print.addRow(line);
  return print.digest();
}

function plannedRow(
  cells: readonly (PlanCell | undefined)[],
  names: ReadonlyMap<string, string>,
): readonly CellValue[] {
  let row: CellValue[] | null = null;
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column];
    // The grid's texts are clean; only what reads as a formula is compared otherwise than it stands.
    if (typeof cell === "string" && cell.charCodeAt(0) !== EQUALS_SIGN) continue;
    const value =
      cell === undefined || cell === null
        ? ""
        : normalizedCell(isFormulaCell(cell) ? renameSheets(cell.formula, names) : cell);
    if (value === cell) continue;
    row ??= cells.slice() as CellValue[];
    row[column] = value;
  }
  return row ?? (cells as readonly CellValue[]);
}

/** What a sheet as it is now says, as its fingerprint is taken: formulas of its used range, which begins at `row`, `column`, and its charts. */
export function sheetContent(
  row: number,
  column: number,
  formulas: readonly (readonly CellValue[])[],
  charts: readonly ChartContent[],
): readonly (readonly CellValue[])[] {
  const margin = new Array<CellValue>(column).fill("");
  const above = Array.from({ length: row }, (): CellValue[] => []);
  return withCharts([...above, ...formulas.map((cells) => [...margin, ...cells.map(normalizedCell)])], charts);
}

const EQUALS_SIGN = 0x3d;

/** Formulas lose what Excel rewrites by itself (quotes, dollars, spaces, case); numbers are compared to 12 digits. */
function normalizedCell(value: CellValue): CellValue {
  if (typeof value === "number") return Number.isInteger(value) ? value : Number(value.toPrecision(12));
  if (typeof value === "boolean") return value;
  if (value.charCodeAt(0) === EQUALS_SIGN) return value.replace(/['$\s]/g, "").toUpperCase();
  return withLineFeeds(value);
}

function withCharts(
  rows: (readonly CellValue[])[],
  charts: readonly ChartContent[],
): readonly (readonly CellValue[])[] {
  while (rows.length > 0 && isBlankRow(rows[rows.length - 1]!)) rows.pop();
  return rows.concat(chartLines(charts));
}

function isBlankRow(cells: readonly CellValue[]): boolean {
  return cells.every((cell) => cell === "");
}

function chartLines(charts: readonly ChartContent[]): string[][] {
  const lines = charts.map(({ name, type, title }) => ["chart", name, type, title]);
  return lines.sort((a, b) => (a[1]! < b[1]! ? -1 : 1));
}
