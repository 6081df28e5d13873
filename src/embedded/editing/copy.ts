import type { Area, CellValue } from "../../cells/cell";
import { columnLetters } from "../../cells/cell";
import { columnIndex, splitSheet } from "../model/address";
import { mapReferences } from "../calculation/tokens";
import { MAX_CELLS, enterCells } from "./cell-entry";
import { formatAt, layFormat } from "../model/formats";
import type { Host } from "./host";
import { ExcelError } from "./excel-error";
import type { SheetArea, SheetModel } from "../model/model";
import { readValue } from "../model/workbook";
import { cellKey } from "../model/grid";
import { MAX_COLUMNS, MAX_ROWS } from "../../cells/cell";

/** What of the cells is copied; names are Excel.RangeCopyType's. */
type CopyType = "All" | "Formulas" | "Values" | "Formats";

/**
 * Copies cells over a target that is a multiple of the source or, being smaller, is filled beyond its edge, as Excel's
 * paste does. References in copied formulas move along.
 */
export function copyCells(
  host: Host,
  source: SheetArea,
  target: SheetArea,
  type: CopyType,
  skipBlanks: boolean,
  transpose: boolean,
): void {
  const from = source.area;
  const to = target.area;
  const rows = transpose ? from.columns : from.rows;
  const columns = transpose ? from.rows : from.columns;
  const area: Area = {
    ...to,
    rows: to.rows % rows === 0 ? to.rows : rows,
    columns: to.columns % columns === 0 ? to.columns : columns,
  };
  if (area.rows * area.columns > MAX_CELLS) throw new ExcelError("OperationCellsExceedLimit");
  const origin: Origin = (r, c) => ({
    row: from.row + (transpose ? c % columns : r % rows),
    column: from.column + (transpose ? r % rows : c % columns),
  });
  if (type === "All" || type === "Formats") copyFormats(host, source.sheet, target.sheet, area, origin);
  if (type === "Formats") return;
  const entry = (r: number, c: number): CellValue | null => {
    const at = origin(r, c);
    const formula = type === "Values" ? undefined : source.sheet.formulas.get(cellKey(at.row, at.column));
    if (formula !== undefined) return moveFormula(formula, area.row + r - at.row, area.column + c - at.column);
    const value = readValue(source.sheet, at.row, at.column);
    if (value === "") return skipBlanks ? null : "";
    // Text is copied as text, whatever it looks like.
    return typeof value === "string" ? `'${value}` : value;
  };
  const entries = Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (__, c) => entry(r, c)),
  );
  enterCells(host, target.sheet, area, entries);
}

/** Where the copy's cell at row r and column c comes from. */
type Origin = (r: number, c: number) => { row: number; column: number };

function copyFormats(host: Host, source: SheetModel, target: SheetModel, area: Area, origin: Origin): void {
  host.editSheet(target);
  for (let r = 0; r < area.rows; r++) {
    for (let c = 0; c < area.columns; c++) {
      const at = origin(r, c);
      const format = formatAt(host.workbook, source, at.row, at.column);
      if (Object.keys(format).length > 0) {
        layFormat(target, { row: area.row + r, column: area.column + c, rows: 1, columns: 1 }, format);
      }
    }
  }
}

const CORNER = /(\$?)([A-Za-z]{1,3})(\$?)(\d+)|(\$?)([A-Za-z]{1,3})|(\$?)(\d+)/g;

/** A formula as it reads after a move: relative rows and columns follow, absolute ones stay. */
function moveFormula(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, (reference) => {
    const { address } = splitSheet(reference);
    const prefix = reference.slice(0, reference.length - address.length);
    const place = { onSheet: true };
    const row = (mark: string, digits: string): string => {
      const moved = mark ? Number(digits) : Number(digits) + rows;
      if (moved < 1 || moved > MAX_ROWS) place.onSheet = false;
      return mark + String(moved);
    };
    const column = (mark: string, letters: string): string => {
      const moved = mark ? columnIndex(letters) : columnIndex(letters) + columns;
      if (moved < 0 || moved >= MAX_COLUMNS) place.onSheet = false;
      return mark + columnLetters(Math.max(0, moved));
    };
    const moved = address.replace(
      CORNER,
      (
        _all,
        cMark?: string,
        c?: string,
        rMark?: string,
        r?: string,
        cOnlyMark?: string,
        cOnly?: string,
        rOnlyMark?: string,
        rOnly?: string,
      ) => {
        if (c !== undefined) return column(cMark!, c) + row(rMark!, r!);
        if (cOnly !== undefined) return column(cOnlyMark!, cOnly);
        return row(rOnlyMark!, rOnly!);
      },
    );
    return place.onSheet ? prefix + moved : "#REF!";
  });
}
