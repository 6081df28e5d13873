import type { PlanCell, SheetPlan } from "../report/plan";
import { roleFormat, type RoleFormat } from "../report/theme";
import { isFormulaCell, type Grid } from "./sheet-content";

/** A line at the edge of a cell. */
export interface EdgeLine {
  readonly style: "Continuous";
  readonly weight: "Hairline" | "Thin" | "Medium";
  readonly color: string;
}

/** How a cell looks, all roles applied. */
export interface Look {
  fontName?: string;
  fontSize?: number;
  bold?: boolean;
  fontColor?: string;
  underline?: "None";
  fill?: string;
  horizontal?: "General" | "Left" | "Center" | "Right";
  vertical?: "Top" | "Center" | "Bottom";
  wrapText?: boolean;
  indentLevel?: number;
  top?: EdgeLine;
  bottom?: EdgeLine;
}

export type LookKey = keyof Look;
type LookValue = Look[LookKey];

/** Properties that say how a cell's text is set. On a blank cell they do not show. */
export const TEXT_KEYS = [
  "fontName",
  "fontSize",
  "fontColor",
  "vertical",
  "horizontal",
  "wrapText",
  "bold",
  "underline",
  "indentLevel",
] as const;
/** Properties that show on a blank cell too. */
export const BOX_KEYS = ["fill", "top", "bottom"] as const;

/** What a new cell of Excel has where nothing was set. */
export const DEFAULTS: Look = {
  fontColor: "#000000",
  vertical: "Bottom",
  horizontal: "General",
  wrapText: false,
  bold: false,
};

/** One column of a band. */
interface LookedCell {
  readonly look: Look;
  /** What the rows of the band hold here. */
  readonly holds: Content;
  readonly numberFormat?: string;
}

type Content = "nothing" | "text" | "numbers" | "both";

/** Rows of a sheet, one below the other, whose cells look the same. Bands that look the same share one array of cells. */
export interface LookBand {
  readonly row: number;
  readonly rows: number;
  readonly cells: readonly (LookedCell | undefined)[];
}

/**
 * The looks of all cells of a plan, in bands from top to bottom.
 *
 * @param rows rows and
 * @param columns columns that the sheet has
 */
export function looksOf(plan: SheetPlan, grid: Grid, rows: number, columns: number, rateDecimals: number): LookBand[] {
  // A sheet of thousands of rows has a few dozen kinds of rows: whatever is worked out of a kind is worked out once.
  const kinds = new Map<string, readonly (LookedCell | undefined)[]>();
  return paint(plan, rows, columns, rateDecimals).map(({ row, rows: count, cells }) => {
    const held: Content[] = [];
    let kind = "";
    for (let column = 0; column < columns; column++) {
      const cell = cells[column];
      // In a sheet to be filled in, a blank cell is one that will hold something.
      const holds = cell && plan.kind !== "input" ? contentOf(grid, row, count, column) : "both";
      held.push(holds);
      kind += cell === undefined ? "-," : `${cell.id}${CONTENT_CODES[holds]},`;
    }
    let looked = kinds.get(kind);
    if (looked === undefined) {
      looked = held.map((holds, column) => {
        const cell = cells[column];
        if (cell === undefined) return undefined;
        const { look, numberFormat } = cell;
        return { look, holds, ...(numberFormat !== undefined && { numberFormat }) };
      });
      kinds.set(kind, looked);
    }
    return { row, rows: count, cells: looked };
  });
}

const CONTENT_CODES: Readonly<Record<Content, string>> = { nothing: "n", text: "t", numbers: "d", both: "b" };

/** A cell's property, Excel's own where no role sets it; undefined where it may be anything because it does not show. */
export function valueOf(cell: LookedCell | undefined, key: LookKey): LookValue {
  if (cell === undefined) return undefined;
  const isBox = key === "fill" || key === "top" || key === "bottom";
  if (!isBox && cell.holds === "nothing") return undefined;
  if (key === "wrapText" && cell.holds === "numbers") return undefined;
  return cell.look[key] ?? DEFAULTS[key];
}

/** Whether a cell shows the same with `value` as with what it is to have; undefined stands for a cell it does not show in. */
export function accepts(cell: LookedCell | undefined, key: LookKey, value: LookValue): boolean {
  const wanted = valueOf(cell, key);
  if (wanted === undefined) return !isMissing(cell, key);
  if (sameValue(wanted, value)) return true;
  if (key !== "horizontal" || cell === undefined || (cell.look.indentLevel ?? 0) > 0) return false;
  const natural = cell.holds === "text" ? "Left" : cell.holds === "numbers" ? "Right" : "General";
  return [natural, "General"].includes(wanted as string) && [natural, "General"].includes(value as string);
}

/** Whether a cell shows that it lacks a property (a fill, a line, an underline that its neighbours have). */
function isMissing(cell: LookedCell | undefined, key: LookKey): boolean {
  if (key === "fill" || key === "top" || key === "bottom") return true;
  return cell !== undefined && cell.holds !== "nothing" && key !== "wrapText";
}

/** Sets one property of a look. */
export function assign(look: Look, key: LookKey, value: LookValue): void {
  (look as Record<LookKey, unknown>)[key] = value;
}

/** Whether two values of a property are the same. */
function sameValue(a: LookValue, b: LookValue): boolean {
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  return a.weight === b.weight && a.color === b.color;
}

/** Rows beyond which a band is not looked through: a few bytes saved do not pay for it any more. */
const LONG_BAND = 200;

function contentOf(grid: Grid, first: number, count: number, column: number): Content {
  if (count > LONG_BAND) return "both";
  let text = false;
  let numbers = false;
  for (let row = first; row < first + count && !(text && numbers); row++) {
    const cell = grid.rows[row]?.[column];
    const value = shownValue(cell);
    if (typeof value === "number") numbers = true;
    else if (value === true || value === false) return "both";
    // What a formula leaves blank today it may say tomorrow.
    else if (value !== "" || isFormulaCell(cell)) text = true;
  }
  if (text) return numbers ? "both" : "text";
  return numbers ? "numbers" : "nothing";
}

function shownValue(cell: PlanCell | undefined): string | number | boolean {
  if (cell === undefined || cell === null) return "";
  return isFormulaCell(cell) ? cell.value : cell;
}

/** What roles have made of a cell. Cells that were painted alike are one object. */
interface PaintedCell {
  readonly id: number;
  readonly look: Look;
  readonly numberFormat: string | undefined;
  /** What becomes of it, by the format that is laid over it. */
  readonly next: Map<RoleFormat, (PaintedCell | undefined)[]>;
}

interface PaintedBand {
  readonly row: number;
  readonly rows: number;
  readonly cells: (PaintedCell | undefined)[];
}

function paint(plan: SheetPlan, rows: number, columns: number, rateDecimals: number): PaintedBand[] {
  const formats = new Map(plan.roles.map(({ role }) => [role, roleFormat(role, rateDecimals)]));
  const cuts = new Set([0, rows]);
  const cut = (...at: number[]): void => {
    for (const row of at) if (row > 0 && row < rows) cuts.add(row);
  };
  for (const { role, areas } of plan.roles) {
    const bordered = formats.get(role)?.borders !== undefined;
    for (const area of areas) {
      const end = area.row + area.rows;
      cut(area.row, end);
      if (bordered) cut(area.row - 1, area.row + 1, end - 1, end + 1);
    }
  }
  const starts = [...cuts].sort((a, b) => a - b);
  const bandAt = new Map(starts.map((row, index) => [row, index]));
  const bands = starts
    .slice(0, -1)
    .map((row, index): PaintedBand => ({ row, rows: starts[index + 1]! - row, cells: [] }));
  const palette = new Palette();
  for (const { role, areas } of plan.roles) {
    const format = formats.get(role)!;
    for (const area of areas) {
      const first = bandAt.get(area.row) ?? bands.length;
      const end = bandAt.get(Math.min(area.row + area.rows, rows)) ?? bands.length;
      for (let index = first; index < end; index++) {
        for (let column = area.column; column < Math.min(area.column + area.columns, columns); column++) {
          paintCell(palette, bands, index, column, format, index === first, index === end - 1);
        }
      }
    }
  }
  return bands;
}

function paintCell(
  palette: Palette,
  bands: readonly PaintedBand[],
  index: number,
  column: number,
  format: RoleFormat,
  isFirst: boolean,
  isLast: boolean,
): void {
  const { cells } = bands[index]!;
  cells[column] = palette.painted(cells[column] ?? palette.blank, format, isFirst, isLast);
  if (format.borders === undefined) return;
  // Two cells share the line between them: what is set last is what shows, whichever cell it was set on.
  const { top, bottom } = linesOf(format, isFirst, isLast);
  const above = bands[index - 1]?.cells;
  if (top !== undefined && above?.[column] !== undefined) above[column] = palette.without(above[column], "bottom");
  const below = bands[index + 1]?.cells;
  if (bottom !== undefined && below?.[column] !== undefined) below[column] = palette.without(below[column], "top");
}

/** The lines that a format gives a cell of an area's first, last or inner rows. */
function linesOf({ borders }: RoleFormat, isFirst: boolean, isLast: boolean): { top?: EdgeLine; bottom?: EdgeLine } {
  const lines: { top?: EdgeLine; bottom?: EdgeLine } = {};
  for (const { edge, style, weight, color } of borders ?? []) {
    const line: EdgeLine = { style, weight, color };
    if (edge === "EdgeTop" && isFirst) lines.top = line;
    else if (edge === "EdgeBottom" ? isLast : edge === "InsideHorizontal" && !isLast) lines.bottom = line;
  }
  return lines;
}

/** All that cells of one plan have become so far, each look once. */
class Palette {
  private readonly cells = new Map<string, PaintedCell>();
  readonly blank = this.cell({}, undefined);

  painted(cell: PaintedCell, format: RoleFormat, isFirst: boolean, isLast: boolean): PaintedCell {
    let steps = cell.next.get(format);
    if (steps === undefined) cell.next.set(format, (steps = []));
    return (steps[(isFirst ? 1 : 0) + (isLast ? 2 : 0)] ??= this.laid(cell, format, isFirst, isLast));
  }

  without(cell: PaintedCell, edge: "top" | "bottom"): PaintedCell {
    if (cell.look[edge] === undefined) return cell;
    return this.cell(except(cell.look, edge), cell.numberFormat);
  }

  private laid(cell: PaintedCell, format: RoleFormat, isFirst: boolean, isLast: boolean): PaintedCell {
    const plain = except(format, "numberFormat", "borders");
    const look = { ...cell.look, ...plain, ...linesOf(format, isFirst, isLast) };
    return this.cell(look, format.numberFormat ?? cell.numberFormat);
  }

  private cell(look: Look, numberFormat: string | undefined): PaintedCell {
    const key = JSON.stringify([look, numberFormat]);
    const present = this.cells.get(key);
    if (present !== undefined) return present;
    const cell: PaintedCell = { id: this.cells.size, look, numberFormat, next: new Map() };
    this.cells.set(key, cell);
    return cell;
  }
}

function except<T extends object, K extends keyof T>(object: T, ...keys: readonly K[]): Omit<T, K> {
  const others = Object.entries(object).filter(([key]) => !keys.includes(key as K));
  return Object.fromEntries(others) as Omit<T, K>;
}
