import type { PlanCell, Role, SheetPlan } from "../../../src/report/plan";

/** The planned cells of a sheet by row and column; absent cells are undefined. */
export function gridOf(sheet: SheetPlan): (PlanCell | undefined)[][] {
  const grid: (PlanCell | undefined)[][] = [];
  for (const block of sheet.blocks) {
    block.cells.forEach((cells, r) => {
      const row = (grid[block.row + r] ??= []);
      cells.forEach((cell, c) => {
        if (cell !== null) row[block.column + c] = cell;
      });
    });
  }
  return Array.from(grid, (row) => (row as (PlanCell | undefined)[] | undefined) ?? []);
}

/** Height in points of every row that the sheet prints. */
export function heightsOf(sheet: SheetPlan): number[] {
  const heights = new Array<number>(sheet.page.printArea.rows).fill(NaN);
  for (const run of sheet.rowHeights) heights.fill(run.height, run.row, run.row + run.rows);
  return heights;
}

/** Zero-based page of every row, from the sheet's manual page breaks. */
export function pagesOf(sheet: SheetPlan): number[] {
  const breaks = new Set(sheet.page.breaksBefore);
  let page = 0;
  return heightsOf(sheet).map((_, row) => (breaks.has(row) ? ++page : page));
}

/** Rows that have any of these roles. */
export function rowsWith(sheet: SheetPlan, ...roles: Role[]): Set<number> {
  const rows = new Set<number>();
  for (const { role, areas } of sheet.roles) {
    if (!roles.includes(role)) continue;
    for (const area of areas) for (let r = 0; r < area.rows; r++) rows.add(area.row + r);
  }
  return rows;
}

/** A row's text without leaders, cell by cell. */
export function rowTexts(sheet: SheetPlan, row: number): string[] {
  return Array.from(gridOf(sheet)[row] ?? [], (cell) => textOf(cell).replace(/…+$/, ""));
}

/** Everything a sheet says, rows joined without anything between them, indents and leaders left out. */
export function textOfSheet(sheet: SheetPlan): string {
  return gridOf(sheet)
    .map((row) => Array.from(row, (cell) => textOf(cell).replace(/^　+|…+$/g, "")).join(""))
    .join("");
}

/** What a planned cell shows. */
export function textOf(cell: PlanCell | undefined): string {
  if (cell === undefined || cell === null) return "";
  return String(typeof cell === "object" ? cell.value : cell);
}
