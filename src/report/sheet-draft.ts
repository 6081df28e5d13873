import type { Area } from "../cells/cell";
import { paginate } from "./pages";
import type { Block, LinkPlan, PlanCell, Role, RoleAreas } from "./plan";

/** Height in points of a row that nothing else is said of. */
export const ROW_HEIGHT = 18;

/**
 * A sheet in the making, written from the top: rows with their height, and areas that get a role. Positions are zero-based
 * and lengths are points, as in the finished plan.
 */
export class SheetDraft {
  private readonly cells: PlanCell[][] = [];
  private readonly extra: Block[] = [];
  private readonly heightOf: number[] = [];
  private readonly bound = new Set<number>();
  private readonly areasOf = new Map<Role, Area[]>();
  readonly links: LinkPlan[] = [];

  constructor(readonly columns: number) {}

  /** Row that the next `add` makes. */
  get next(): number {
    return this.heightOf.length;
  }

  /** Adds a row; cells that are not given stay empty. Returns its position. */
  add(cells: readonly PlanCell[], height = ROW_HEIGHT): number {
    const row = this.next;
    this.cells[row] = [...cells, ...new Array<PlanCell>(this.columns - cells.length).fill(null)];
    this.heightOf.push(height);
    return row;
  }

  /** What a cell holds so far; null for one that stays as it is. */
  cell(row: number, column: number): PlanCell {
    return this.cells[row]?.[column] ?? null;
  }

  /** Puts something else into a cell of a row that was added. */
  set(row: number, column: number, cell: PlanCell): void {
    this.cells[row]![column] = cell;
  }

  /** Adds many rows of one height as a block of their own. */
  addBlock(cells: PlanCell[][]): void {
    this.extra.push({ row: this.next, column: 0, cells });
    for (let i = 0; i < cells.length; i++) this.heightOf.push(ROW_HEIGHT);
  }

  /** Gives the cells of an area a role; later roles add to earlier ones. */
  role(role: Role, row: number, column: number, columns: number, rows = 1): void {
    if (rows <= 0 || columns <= 0) return;
    const areas = this.areasOf.get(role);
    const area = { row, column, rows, columns };
    if (areas === undefined) this.areasOf.set(role, [area]);
    else areas.push(area);
  }

  /** Sum of the heights of rows. */
  height(first: number, end = first + 1): number {
    let sum = 0;
    for (let row = first; row < end; row++) sum += this.heightOf[row]!;
    return sum;
  }

  /** Keeps rows on one page with each other and with the row after them. */
  bind(first: number, rows = 1): void {
    for (let row = first; row < first + rows; row++) this.bound.add(row);
  }

  /**
   * Where pages end, so that nobody else has to decide it.
   *
   * @param page height of a page's rows
   * @returns the rows before which a page ends, and the height that is used on the last page
   */
  pageBreaks(page: number): { readonly breaks: number[]; readonly used: number } {
    const items = this.heightOf.map((height, row) => ({ height, keepWithNext: this.bound.has(row) }));
    const pages = paginate(items, page);
    const breaks = pages.flatMap((number, row) => (row > 0 && number !== pages[row - 1] ? [row] : []));
    return { breaks, used: this.height(breaks[breaks.length - 1] ?? 0, this.next) };
  }

  /** Everything from A1 to the last row, the base role first so that the others add to it. */
  roles(base: Role): RoleAreas[] {
    return [{ role: base, areas: [this.area()] }, ...Array.from(this.areasOf, ([role, areas]) => ({ role, areas }))];
  }

  area(): Area {
    return { row: 0, column: 0, rows: Math.max(1, this.next), columns: this.columns };
  }

  /** Runs of rows of one height. */
  rowHeights(): { row: number; rows: number; height: number }[] {
    const runs: { row: number; rows: number; height: number }[] = [];
    let last: { row: number; rows: number; height: number } | undefined;
    this.heightOf.forEach((height, row) => {
      if (last?.height === height) last.rows++;
      else runs.push((last = { row, rows: 1, height }));
    });
    return runs;
  }

  /** The cells: runs of rows that hold something, trimmed of columns that are empty throughout on the right. */
  blocks(): Block[] {
    const blocks: Block[] = [];
    let run: PlanCell[][] = [];
    let start = 0;
    const flush = (): void => {
      if (run.length === 0) return;
      const width = run.reduce((most, row) => Math.max(most, usedColumns(row)), 1);
      blocks.push({ row: start, column: 0, cells: run.map((row) => row.slice(0, width)) });
      run = [];
    };
    for (let row = 0; row <= this.cells.length; row++) {
      const cells = this.cells[row];
      if (cells === undefined || usedColumns(cells) === 0) flush();
      else {
        if (run.length === 0) start = row;
        run.push(cells);
      }
    }
    flush();
    return [...blocks, ...this.extra];
  }
}

function usedColumns(row: readonly PlanCell[]): number {
  let used = row.length;
  while (used > 0 && row[used - 1] === null) used--;
  return used;
}
