import type { Area } from "../../cells/cell";
import { autofitColumns, autofitRows } from "../editing/autofit";
import { cellsOf } from "../editing/cell-entry";
import { layFormat, uniformFormat, type FormatReader } from "../model/formats";
import { invalidArgument } from "../editing/excel-error";
import type { CellFormat, SheetModel } from "../model/model";
import { MAX_COLUMNS, MAX_ROWS } from "../../cells/cell";
import {
  asFlag,
  asNumber,
  asOneOf,
  asText,
  asWhole,
  defineClass,
  navigation,
  type ApiSet,
  type PropertyMember,
  sheetProperty,
  sheetMethod,
} from "./member";
import { areaOf, type RangeTarget } from "./targets";

const HORIZONTAL = [
  "General",
  "Left",
  "Center",
  "Right",
  "Fill",
  "Justify",
  "CenterAcrossSelection",
  "Distributed",
] as const;
const VERTICAL = ["Top", "Center", "Bottom", "Justify", "Distributed"] as const;
/** Largest row height and column width in points. */
const MAX_ROW_HEIGHT = 409.5;
const MAX_COLUMN_WIDTH = 1790;
const MAX_INDENT = 250;

/** Excel.RangeFormat */
export const rangeFormat = defineClass<RangeTarget>({
  name: "RangeFormat",
  members: {
    borders: navigation("1.1", "RangeBorderCollection", same),
    fill: navigation("1.1", "RangeFill", same),
    font: navigation("1.1", "RangeFont", same),
    protection: navigation("1.2", "FormatProtection", same),
    columnWidth: sheetProperty(
      "1.2",
      ({ sheet, areas }) => uniformSize(areas, "column", sheet.columnWidths, sheet.defaultColumnWidth),
      ({ sheet, areas }, value) => {
        const width = size(value, MAX_COLUMN_WIDTH);
        for (const { column, columns } of areas) setSizes(sheet, "column", column, columns, width);
      },
    ),
    horizontalAlignment: look("1.1", "horizontal", "General", (value) => asOneOf(value, HORIZONTAL)),
    indentLevel: look("1.9", "indent", 0, (value) => {
      const level = asWhole(value);
      if (level < 0 || level > MAX_INDENT) throw invalidArgument("indentLevel");
      return level;
    }),
    rowHeight: sheetProperty(
      "1.2",
      ({ sheet, areas }) => uniformSize(areas, "row", sheet.rowHeights, sheet.defaultRowHeight),
      ({ sheet, areas }, value) => {
        const height = size(value, MAX_ROW_HEIGHT);
        for (const { row, rows } of areas) setSizes(sheet, "row", row, rows, height);
      },
    ),
    shrinkToFit: look("1.9", "shrinkToFit", false, asFlag),
    textOrientation: look("1.7", "textOrientation", 0, asWhole),
    useStandardHeight: sheetProperty(
      "1.7",
      ({ sheet, areas }) => !areas.some(({ row, rows }) => hasSize(sheet.rowHeights, row, rows)),
      ({ sheet, areas }, value) => {
        if (!asFlag(value)) return;
        for (const { row, rows } of areas) forgetSizes(sheet.rowHeights, row, rows);
      },
    ),
    useStandardWidth: sheetProperty(
      "1.7",
      ({ sheet, areas }) => !areas.some(({ column, columns }) => hasSize(sheet.columnWidths, column, columns)),
      ({ sheet, areas }, value) => {
        if (!asFlag(value)) return;
        for (const { column, columns } of areas) forgetSizes(sheet.columnWidths, column, columns);
      },
    ),
    verticalAlignment: look("1.1", "vertical", "Center", (value) => asOneOf(value, VERTICAL)),
    wrapText: look("1.1", "wrapText", false, asFlag),
    autofitColumns: sheetMethod("1.2", ({ sheet, areas }, _args, host) => {
      for (const area of areas) autofitColumns(host.workbook, sheet, area);
    }),
    autofitRows: sheetMethod("1.2", ({ sheet, areas }, _args, host) => {
      for (const area of areas) autofitRows(host.workbook, sheet, area);
    }),
  },
});

function same(target: RangeTarget): RangeTarget {
  return target;
}

/** A property of the cells' look: null where the cells differ, `standard` where it was never set. */
export function look<K extends keyof CellFormat>(
  api: ApiSet,
  key: K,
  standard: NonNullable<CellFormat[K]>,
  check: (value: unknown) => NonNullable<CellFormat[K]>,
): PropertyMember<RangeTarget> {
  const read: FormatReader<NonNullable<CellFormat[K]>> = (format) => format[key] ?? undefined;
  return sheetProperty(
    api,
    ({ sheet, areas }, host) => uniformFormat(host.workbook, sheet, areas, read, standard),
    (target, value) => {
      lay(target, { [key]: check(value) });
    },
  );
}

/** Lays a look over every area of a range. */
export function lay({ sheet, areas }: RangeTarget, format: CellFormat): void {
  for (const area of areas) layFormat(sheet, area, format);
}

/**
 * Sets Range.numberFormat from one format, alone or as the only cell of an array, or from one per cell; null leaves a cell's
 * as it is. Microsoft's tutorial formats a column by [["€#,##0.00"]].
 */
export function writeNumberFormats(target: RangeTarget, value: unknown): void {
  const { sheet } = target;
  const area = areaOf(target);
  const only = onlyCell(value);
  if (!Array.isArray(only)) {
    if (only !== null) lay(target, { numberFormat: asText(only) });
    return;
  }
  const cells = cellsOf(value, area);
  for (const { format, ...run } of runsOf(area, (r, c) => cells.at(r, c))) {
    if (format !== null && format !== undefined) layFormat(sheet, run, { numberFormat: asText(format) });
  }
}

/** The cell of an array of one, anything else as it is. */
function onlyCell(value: unknown): unknown {
  const rows = value as readonly unknown[];
  const row = Array.isArray(value) && rows.length === 1 ? (rows[0] as readonly unknown[]) : undefined;
  return Array.isArray(row) && row.length === 1 ? row[0] : value;
}

/** Rectangles of equal values, so that a column of one format becomes one run. */
function* runsOf(area: Area, at: (row: number, column: number) => unknown): Generator<Area & { format: unknown }> {
  const equalRows = (a: number, b: number): boolean => {
    for (let c = 0; c < area.columns; c++) if (at(a, c) !== at(b, c)) return false;
    return true;
  };
  for (let r = 0; r < area.rows;) {
    let rows = 1;
    while (r + rows < area.rows && equalRows(r, r + rows)) rows++;
    for (let c = 0; c < area.columns;) {
      const format = at(r, c);
      let columns = 1;
      while (c + columns < area.columns && at(r, c + columns) === format) columns++;
      yield { row: area.row + r, column: area.column + c, rows, columns, format };
      c += columns;
    }
    r += rows;
  }
}

function size(value: unknown, limit: number): number {
  const points = asNumber(value);
  if (points < 0 || points > limit) throw invalidArgument("size");
  return points;
}

function setSizes(sheet: SheetModel, axis: "row" | "column", start: number, count: number, points: number): void {
  const sizes = axis === "row" ? sheet.rowHeights : sheet.columnWidths;
  if (count === (axis === "row" ? MAX_ROWS : MAX_COLUMNS)) {
    sizes.clear();
    if (axis === "row") sheet.defaultRowHeight = points;
    else sheet.defaultColumnWidth = points;
    return;
  }
  for (let i = start; i < start + count; i++) sizes.set(i, points);
}

function hasSize(sizes: ReadonlyMap<number, number>, start: number, count: number): boolean {
  return [...sizes.keys()].some((index) => index >= start && index < start + count);
}

function forgetSizes(sizes: Map<number, number>, start: number, count: number): void {
  for (const index of [...sizes.keys()]) if (index >= start && index < start + count) sizes.delete(index);
}

/** The size all rows or columns of the areas have, or null. */
function uniformSize(
  areas: readonly Area[],
  axis: "row" | "column",
  sizes: ReadonlyMap<number, number>,
  standard: number,
): number | null {
  const found = new Set<number>();
  for (const area of areas) {
    const start = area[axis];
    const count = axis === "row" ? area.rows : area.columns;
    let own = 0;
    for (const [index, points] of sizes) {
      if (index < start || index >= start + count) continue;
      own++;
      found.add(points);
    }
    if (own < count) found.add(standard);
  }
  return found.size === 1 ? [...found][0]! : null;
}
