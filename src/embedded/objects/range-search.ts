import type { Area } from "../../cells/cell";
import { MAX_COLUMNS, MAX_ROWS } from "../../cells/cell";
import type { Host } from "../editing/host";
import { invalidArgument } from "../editing/excel-error";
import type { SheetModel } from "../model/model";
import { formatGrid } from "../model/formats";
import { readValue, readValues, usedArea } from "../model/workbook";
import { cellKey } from "../model/grid";
import { boundingArea, intersection } from "../model/address";
import { formatValue } from "../text/number-format";
import { asOneOf, type Arguments } from "./member";
import { areaOf, rangeOf, rangeOnSheet, type RangeTarget } from "./targets";

/*
 * What Ctrl+F and Ctrl+arrow do. Texts are searched as cells show them, without regard to case unless told otherwise.
 */

interface Criteria {
  readonly completeMatch?: boolean;
  readonly matchCase?: boolean;
  readonly searchDirection?: string;
}

/** Cells of an area that show a text, row by row. */
function matches(host: Host, sheet: SheetModel, area: Area, args: Arguments): Area[] {
  const text = args.text(0);
  if (text === "") throw invalidArgument("text");
  const { completeMatch = false, matchCase = false } = (args.raw(1) ?? {}) as Criteria;
  const used = usedArea(sheet, true, area);
  if (!used) return [];
  const fold = (value: string): string => (matchCase ? value : value.toLowerCase());
  const wanted = fold(text);
  const formats = formatGrid(host.workbook, sheet, used, (format) => format.numberFormat, "General");
  return readValues(sheet, used).flatMap((row, r) =>
    row.flatMap((value, c) => {
      const shown = fold(formatValue(value, formats[r]![c]!, host.workbook.date1904));
      const isFound = completeMatch ? shown === wanted : shown.includes(wanted);
      return isFound ? [{ row: used.row + r, column: used.column + c, rows: 1, columns: 1 }] : [];
    }),
  );
}

/** Range.find: the first cell that shows a text, or the last one from behind; null where there is none. */
export function findText(target: RangeTarget, args: Arguments, host: Host): RangeTarget | null {
  const { searchDirection = "Forward" } = (args.raw(1) ?? {}) as Criteria;
  const found = matches(host, target.sheet, areaOf(target), args);
  const cell = asOneOf(searchDirection, ["Forward", "Backwards"]) === "Forward" ? found[0] : found.at(-1);
  return cell === undefined ? null : rangeOf(target.sheet, cell);
}

/** Worksheet.findAll: every cell that shows a text; null where there is none. */
export function findAllText(sheet: SheetModel, args: Arguments, host: Host): RangeTarget | null {
  const areas = matches(host, sheet, { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS }, args);
  return areas.length === 0 ? null : { sheet, areas };
}

const STEPS = { Up: [-1, 0], Down: [1, 0], Left: [0, -1], Right: [0, 1] } as const;

/** The cell at the end of the filled or blank cells that begin at a cell of the range. */
export function rangeEdge(target: RangeTarget, args: Arguments, host: Host): RangeTarget {
  const { sheet } = target;
  const [down, right] = STEPS[asOneOf(args.text(0), ["Up", "Down", "Left", "Right"])];
  const start = args.raw(1) === undefined ? areaOf(target) : areaOf(rangeOnSheet(host, sheet, args, 1));
  let { row, column } = start;
  const used = usedArea(sheet, true);
  const isFilled = (r: number, c: number): boolean => readValue(sheet, r, c) !== "" || hasFormula(sheet, r, c);
  const isIn = (r: number, c: number): boolean => r >= 0 && c >= 0 && r < MAX_ROWS && c < MAX_COLUMNS;
  const step = (): void => {
    row += down;
    column += right;
  };
  /** Beyond what is used there is nothing up to the end of the sheet. */
  const isBeyond = (): boolean =>
    !used ||
    (down > 0 && row >= used.row + used.rows) ||
    (right > 0 && column >= used.column + used.columns) ||
    (down !== 0 && (column < used.column || column >= used.column + used.columns)) ||
    (right !== 0 && (row < used.row || row >= used.row + used.rows));
  const runs = isIn(row + down, column + right) && isFilled(row, column) && isFilled(row + down, column + right);
  if (runs) while (isIn(row + down, column + right) && isFilled(row + down, column + right)) step();
  else {
    do {
      if (!isIn(row + down, column + right)) break;
      step();
      if (isBeyond() && (down > 0 || right > 0 || !used)) {
        if (down > 0) row = MAX_ROWS - 1;
        else if (right > 0) column = MAX_COLUMNS - 1;
        else [row, column] = [down < 0 ? 0 : row, right < 0 ? 0 : column];
        break;
      }
    } while (!isFilled(row, column));
  }
  return rangeOf(sheet, { row, column, rows: 1, columns: 1 });
}

/** A range and everything up to the edge in a direction. */
export function extendedRange(target: RangeTarget, args: Arguments, host: Host): RangeTarget {
  return rangeOf(target.sheet, boundingArea(areaOf(target), areaOf(rangeEdge(target, args, host))));
}

/** The cells around a range up to blank rows and columns on every side. */
export function surroundingRegion(target: RangeTarget): RangeTarget {
  const { sheet } = target;
  let area = { ...areaOf(target), rows: 1, columns: 1 };
  const used = usedArea(sheet, true);
  if (!used) return rangeOf(sheet, area);
  for (;;) {
    const around = {
      row: Math.max(0, area.row - 1),
      column: Math.max(0, area.column - 1),
      rows: area.rows + (area.row > 0 ? 2 : 1),
      columns: area.columns + (area.column > 0 ? 2 : 1),
    };
    const near = intersection(around, used);
    const filled = near && usedArea(sheet, true, near);
    const next = filled ? boundingArea(area, filled) : area;
    if (next.rows === area.rows && next.columns === area.columns) return rangeOf(sheet, area);
    area = next;
  }
}

function hasFormula(sheet: SheetModel, row: number, column: number): boolean {
  return sheet.formulas.has(cellKey(row, column));
}
