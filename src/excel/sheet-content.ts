import { cellAddress, type CellValue } from "../cells/cell";
import { fingerprint, Fingerprint, RowPrinter } from "../ledger/fingerprint";
import type { FormulaCell, PlanCell, SheetPlan } from "../report/plan";
import { HostError, hostProblem } from "./errors";
import { isPlainText, MAX_CELL_TEXT, mayNeedCleaning, withLineFeeds, withoutIllegalCharacters } from "./escape-text";

/** A plan's cells as one grid that begins at A1, their texts clean; cells that no block covers are null or missing. */
export interface Grid {
  readonly rows: readonly (readonly (PlanCell | undefined)[] | undefined)[];
  /** Columns of the widest row. */
  readonly columns: number;
  /** A1 addresses of the cells whose text held characters that no workbook can store; they were left out. */
  readonly cleaned: readonly string[];
  /** The rows that Excel takes as they are. */
  readonly plain: PlainRows;
}

/**
 * The rows that Excel takes exactly as they stand: blank cells, integers, logical values and texts that nothing else could be
 * read into. What there is to know of them is noted when they are first looked at; long lists are made of them, and looking
 * at their texts again costs more than anything that is done with them.
 */
class PlainRows {
  private readonly printer = new RowPrinter();
  private readonly a: Int32Array;
  private readonly b: Int32Array;
  private readonly bytes: Int32Array;

  /** @param rows of the whole grid */
  constructor(rows: number) {
    this.a = new Int32Array(rows);
    this.b = new Int32Array(rows);
    this.bytes = new Int32Array(rows);
  }

  /** Whether a row is plain. */
  has(row: number): boolean {
    return this.bytesOf(row) > 0;
  }

  /** Bytes of a row in a request, estimated upwards; 0 for a row that is not plain. */
  bytesOf(row: number): number {
    return this.bytes[row] ?? 0;
  }

  /** Adds a plain row to a fingerprint. */
  printOf(row: number, print: Fingerprint): void {
    print.addPrint(this.a[row]!, this.b[row]!);
  }

  /** Adds a row that is plain but for characters that may have to be cleaned away; false where it has some. */
  add(row: number, cells: readonly CellValue[], bytes: number): boolean {
    const { printer } = this;
    printer.print(cells);
    if (printer.isOdd && cells.some((cell) => typeof cell === "string" && mayNeedCleaning(cell))) return false;
    this.a[row] = printer.a;
    this.b[row] = printer.b;
    this.bytes[row] = bytes;
    return true;
  }

  /** Takes back a row that more cells came to. */
  remove(row: number): void {
    this.bytes[row] = 0;
  }
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
  const height = Math.max(
    0,
    ...plan.blocks.map((block) => block.row + block.cells.length),
    ...plan.links.map((link) => link.row + 1),
  );
  const join = new GridJoin(plan.name, columns, height);
  for (const block of plan.blocks) {
    for (let index = 0; index < block.cells.length; index++) {
      join.place(block.row + index, block.column, block.cells[index]!);
    }
  }
  for (const link of plan.links) join.placeLink(link.row, link.column, link.text);
  return { rows: join.rows, columns, cleaned: join.cleaned, plain: join.plain };
}

/** A grid in the making. */
class GridJoin {
  readonly rows: (readonly (PlanCell | undefined)[] | undefined)[] = [];
  readonly cleaned: string[] = [];
  readonly plain: PlainRows;
  /** Rows that several blocks share, by row; the others are taken over as they are, not copied. */
  private readonly shared: (PlanCell[] | undefined)[] = [];
  private readonly blank: readonly PlanCell[];

  constructor(
    private readonly sheet: string,
    columns: number,
    height: number,
  ) {
    this.plain = new PlainRows(height);
    this.blank = Array.from({ length: columns }, () => "");
  }

  place(row: number, column: number, planned: readonly PlanCell[]): void {
    const bytes = column === 0 && this.rows[row] === undefined ? plainBytes(planned) : 0;
    if (bytes > 0 && this.plain.add(row, planned as readonly CellValue[], bytes)) {
      this.rows[row] = planned;
      return;
    }
    const cells = checkedCells(this.sheet, row, column, planned, this.cleaned);
    if (column === 0 && this.rows[row] === undefined) this.rows[row] = cells;
    else placeCells(this.sharedRow(row), column, cells);
  }

  placeLink(row: number, column: number, text: string): void {
    if ((this.rows[row]?.[column] ?? "") !== "") return;
    this.sharedRow(row)[column] = checkedCells(this.sheet, row, column, [text], this.cleaned)[0] ?? "";
  }

  private sharedRow(row: number): PlanCell[] {
    let copy = this.shared[row];
    if (copy === undefined) {
      copy = this.blank.slice();
      placeCells(copy, 0, this.rows[row] ?? []);
      this.rows[row] = this.shared[row] = copy;
      this.plain.remove(row);
    }
    return copy;
  }
}

/** Bytes of a row's request, estimated upwards, or 0 where the row is not plain, whatever characters its texts have. */
function plainBytes(cells: readonly PlanCell[]): number {
  let bytes = ROW_BYTES;
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index]!;
    if (typeof cell === "string") {
      if (cell !== "" && (!isPlainText(cell) || cell.length > MAX_CELL_TEXT)) return 0;
      bytes += textBytes(cell);
    } else if (Number.isInteger(cell) || typeof cell === "boolean") bytes += VALUE_BYTES;
    else return 0;
  }
  return bytes;
}

/** Bytes that a row takes in a request beside its cells, and a number or logical value. */
export const ROW_BYTES = 2;
export const VALUE_BYTES = 20;

/** Bytes that a text takes in a request, estimated upwards. */
export function textBytes(text: string): number {
  return text.length * 3 + 4;
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
  for (let row = 0; row < end; row++) {
    if (grid.plain.has(row)) grid.plain.printOf(row, print);
    else print.addRow(plannedRow(grid.rows[row] ?? [], names));
  }
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
    if (typeof cell === "string" && !cell.startsWith("=")) continue;
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

/** The fingerprint of `sheetContent`. */
export function contentFingerprint(content: readonly (readonly CellValue[])[]): string {
  return fingerprint(content);
}

/**
 * The same content as it would be if the sheets its formulas look at had other names.
 *
 * @param names by the names they have now, which must be names that stand in no other place of a formula
 */
export function withSheetNames(
  content: readonly (readonly CellValue[])[],
  names: ReadonlyMap<string, string>,
): readonly (readonly CellValue[])[] {
  const pairs = [...names].map(([now, name]) => [reference(now), reference(name)] as const);
  const renamed = (cell: CellValue): CellValue =>
    typeof cell === "string" && cell.startsWith("=")
      ? pairs.reduce((formula, [now, name]) => formula.replaceAll(now, name), cell)
      : cell;
  return content.map((cells) => cells.map(renamed));
}

/** Which of the sheets a content's formulas look at; more where a name ends like another. */
export function sheetsLookedAt(content: readonly (readonly CellValue[])[], names: Iterable<string>): readonly string[] {
  const formulas = content.flatMap((cells) => cells.filter((cell) => typeof cell === "string" && cell.startsWith("=")));
  return [...names].filter((name) => formulas.some((formula) => String(formula).includes(reference(name))));
}

/** A sheet's name as formulas of a content have it before what they look at. */
function reference(name: string): string {
  return String(normalizedCell(`=${name}!`)).slice(1);
}

/** Formulas lose what Excel rewrites by itself (quotes, dollars, spaces, case); numbers are compared to 12 digits. */
function normalizedCell(value: CellValue): CellValue {
  if (typeof value === "number") return Number.isInteger(value) ? value : Number(value.toPrecision(12));
  if (typeof value === "boolean") return value;
  if (value.startsWith("=")) return value.replace(/['$\s]/g, "").toUpperCase();
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

/** A title that follows a cell changes with the ledger's counts, and nobody has edited it. */
function chartLines(charts: readonly ChartContent[]): string[][] {
  const lines = charts.map(({ name, type, title }) => ["chart", name, type, title.replace(/[\d０-９,，]+/g, "#")]);
  return lines.sort((a, b) => (a[1]! < b[1]! ? -1 : 1));
}
