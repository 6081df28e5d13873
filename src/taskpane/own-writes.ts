import type { SheetChange } from "../excel/watch-sheets";
import type { CellEdit } from "../validation/finding";

/**
 * Cells that the pane itself has written and whose events may still be on their way: an Excel that does not say who changed a
 * cell tells of it in the same words as of a user's typing, and some time later.
 */
export class OwnWrites {
  private readonly cells = new Set<string>();

  /** The pane is about to write, or wrote, these cells. */
  add(edits: readonly Pick<CellEdit, "sheet" | "row" | "column">[]): void {
    for (const { sheet, row, column } of edits) this.cells.add(keyOf(sheet, row, column));
  }

  /** True where all the cells of a change were written by the pane; each is believed once. */
  explains({ sheet, address, isOwn }: SheetChange): boolean {
    if (isOwn !== null) return isOwn;
    const keys = cellsOf(address).map(([row, column]) => keyOf(sheet, row, column));
    const isKnown = keys.length > 0 && keys.every((key) => this.cells.has(key));
    for (const key of keys) this.cells.delete(key);
    return isKnown;
  }
}

function keyOf(sheet: string, row: number, column: number): string {
  return `${row} ${column} ${sheet}`;
}

/** More cells than this in one event were not written by a fix. */
const MOST_CELLS = 20_000;

/** Zero-based cells of an address such as H5 or $A$3:B4; [] for anything else. */
function cellsOf(address: string): [row: number, column: number][] {
  const match = /^(?:.*!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(address);
  if (match === null) return [];
  const [, left = "", top = "", right = left, bottom = top] = match;
  const [first, last] = [columnOf(left), columnOf(right)];
  const cells: [number, number][] = [];
  if ((Number(bottom) - Number(top) + 1) * (last - first + 1) > MOST_CELLS) return [];
  for (let row = Number(top); row <= Number(bottom); row++) {
    for (let column = first; column <= last; column++) cells.push([row - 1, column]);
  }
  return cells;
}

function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}
