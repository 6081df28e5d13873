import type { Area } from "../../cells/cell";
import { containsCell, intersection, subtractArea } from "./address";
import type { BorderModel, CellFormat, FormatRun, SheetModel, WorkbookModel } from "./model";
import { cellKey, keyColumn, keyRow } from "./grid";

/** Edges of a single cell. */
export type Edge = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight";

/** How far back a new format looks for an earlier run over the same area to join. */
const JOIN_REACH = 4096;

/** Lays a format over an area. Borders win edge by edge, everything else property by property. */
export function layFormat(sheet: SheetModel, area: Area, format: CellFormat): void {
  const runs = sheet.formats;
  for (let i = runs.length - 1; i >= 0 && i >= runs.length - JOIN_REACH; i--) {
    const run = runs[i]!;
    if (sameArea(run.area, area)) {
      mergeFormat(run.format, format);
      return;
    }
    // Joining an earlier run would slip below this one.
    if (intersection(run.area, area) && sharesProperty(run.format, format)) break;
  }
  const copy: CellFormat = {};
  mergeFormat(copy, format);
  runs.push({ area, format: copy });
}

/** Takes every look off an area, as Excel's "clear formats" does. */
export function clearFormats(sheet: SheetModel, area: Area): void {
  sheet.formats = sheet.formats.flatMap((run): FormatRun[] => {
    const parts = subtractArea(run.area, area);
    return parts.length === 1 && parts[0] === run.area
      ? [run]
      : parts.map((part) => ({ area: part, format: { ...run.format } }));
  });
  eachStyledCell(sheet, area, (key) => sheet.styleIndexes?.delete(key));
}

/** Everything that is set on one cell: the opened file's style with the runs laid over it. */
export function formatAt(workbook: WorkbookModel, sheet: SheetModel, row: number, column: number): CellFormat {
  const format: CellFormat = {};
  const style = sheet.styleIndexes?.get(cellKey(row, column));
  if (style !== undefined) mergeFormat(format, workbook.fileFormats[style] ?? {});
  for (const run of sheet.formats) {
    if (containsCell(run.area, row, column)) mergeFormat(format, run.format);
  }
  return format;
}

/** One property of a cell's look, or one of its borders. */
export type FormatReader<T> = (format: CellFormat) => T | undefined;

/** A property over an area, cell by cell in rows; cells on which it was never set have `standard`. */
export function formatGrid<T>(
  workbook: WorkbookModel,
  sheet: SheetModel,
  area: Area,
  read: FormatReader<T>,
  standard: T,
): T[][] {
  const grid = Array.from({ length: area.rows }, () => new Array<T>(area.columns).fill(standard));
  eachStyledCell(sheet, area, (key, style) => {
    const value = read(workbook.fileFormats[style] ?? {});
    if (value !== undefined) grid[keyRow(key) - area.row]![keyColumn(key) - area.column] = value;
  });
  for (const run of sheet.formats) {
    const value = read(run.format);
    const shared = value === undefined ? null : intersection(run.area, area);
    if (!shared) continue;
    const from = shared.column - area.column;
    for (let r = shared.row - area.row; r < shared.row - area.row + shared.rows; r++) {
      grid[r]!.fill(value!, from, from + shared.columns);
    }
  }
  return grid;
}

/**
 * The value a property has on all cells of the areas, or null where they differ; cells on which it was never set have
 * `standard`. Works on whole rows and columns without visiting every cell.
 */
export function uniformFormat<T>(
  workbook: WorkbookModel,
  sheet: SheetModel,
  areas: readonly Area[],
  read: FormatReader<T>,
  standard: T,
): T | null {
  let found: T | undefined;
  for (const area of areas) {
    for (const value of distinctValues(workbook, sheet, area, read, standard)) {
      if (found === undefined) found = value;
      else if (found !== value) return null;
    }
  }
  return found ?? standard;
}

/** Values of a property in an area, each at least once. */
function distinctValues<T>(
  workbook: WorkbookModel,
  sheet: SheetModel,
  area: Area,
  read: FormatReader<T>,
  standard: T,
): Set<T> {
  const runs = sheet.formats.filter((run) => read(run.format) !== undefined && intersection(run.area, area));
  const seen = new Set<T>();
  // Between the edges of the runs nothing changes, so one cell stands for each box between them.
  const rows = edges(area.row, area.rows, runs, (run) => [run.area.row, run.area.rows]);
  const columns = edges(area.column, area.columns, runs, (run) => [run.area.column, run.area.columns]);
  for (const row of rows) {
    for (const column of columns) seen.add(lastValue(runs, row, column, read) ?? standard);
  }
  let styled = 0;
  const ofStyles = new Set<T>();
  eachStyledCell(sheet, area, (key, style) => {
    styled++;
    const row = keyRow(key);
    const laid = runs.length > 0 ? lastValue(runs, row, keyColumn(key), read) : undefined;
    ofStyles.add(laid ?? read(workbook.fileFormats[style] ?? {}) ?? standard);
  });
  // Where every cell has a style of the file, the standard shows nowhere.
  if (styled === area.rows * area.columns) return ofStyles;
  for (const value of ofStyles) seen.add(value);
  return seen;
}

function edges(
  start: number,
  length: number,
  runs: readonly FormatRun[],
  extent: (run: FormatRun) => [number, number],
): Set<number> {
  const found = new Set([start]);
  for (const run of runs) {
    const [from, count] = extent(run);
    for (const edge of [from, from + count]) if (edge > start && edge < start + length) found.add(edge);
  }
  return found;
}

function lastValue<T>(runs: readonly FormatRun[], row: number, column: number, read: FormatReader<T>): T | undefined {
  for (let i = runs.length - 1; i >= 0; i--) {
    const { area, format } = runs[i]!;
    if (containsCell(area, row, column)) return read(format);
  }
  return undefined;
}

/** Visits the cells of an area that have a style of the opened file. */
function eachStyledCell(sheet: SheetModel, area: Area, visit: (key: number, style: number) => void): void {
  const styles = sheet.styleIndexes;
  if (!styles) return;
  if (styles.size <= area.rows * area.columns) {
    for (const [key, style] of styles) {
      if (containsCell(area, keyRow(key), keyColumn(key))) visit(key, style);
    }
    return;
  }
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const key = cellKey(row, column);
      const style = styles.get(key);
      if (style !== undefined) visit(key, style);
    }
  }
}

/** Lays `format` over `target`, border edges one by one. */
export function mergeFormat(target: CellFormat, format: CellFormat): void {
  const borders: Partial<Record<Edge, BorderModel>> | undefined = format.borders && {
    ...target.borders,
    ...format.borders,
  };
  Object.assign(target, format);
  if (borders) target.borders = borders;
}

function sharesProperty(a: CellFormat, b: CellFormat): boolean {
  return Object.keys(b).some((property) =>
    property === "borders" && a.borders && b.borders
      ? Object.keys(b.borders).some((edge) => edge in a.borders!)
      : property in a,
  );
}

function sameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}
