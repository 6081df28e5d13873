import { fileWidthToPoints, pointsToFileWidth } from "../../model/column-width";
import type { SheetModel } from "../../model/model";
import { MAX_COLUMNS, MAX_ROWS } from "../../../cells/cell";
import { StorageError } from "../storage-error";
import type { StyleBook } from "../styles/style-book";
import { child, childrenOf, flag, number } from "../xml/xml";
import type { XmlElement } from "../xml/xml";
import { mergeFormat } from "../../model/formats";
import type { CellFormat } from "../../model/model";

/*
 * Columns of a sheet (ECMA-376-1 §18.3.1.17): widths, visibility and the styles of blank cells.
 */

/** Sets the default sizes, widths and visibility that a sheet part gives its columns. */
export function readColumns(frame: XmlElement, sheet: SheetModel, digitPixels: number): void {
  const format = child(frame, "sheetFormatPr");
  const width = number(format, "defaultColWidth");
  if (width !== null) sheet.defaultColumnWidth = fileWidthToPoints(width, digitPixels);
  else {
    const pixels = (number(format, "baseColWidth") ?? 8) * digitPixels + 5;
    // Without a stated width Excel rounds the default up to a multiple of 8 pixels.
    sheet.defaultColumnWidth = Math.ceil(pixels / 8) * 8 * 0.75;
  }
  sheet.defaultRowHeight = number(format, "defaultRowHeight") ?? sheet.defaultRowHeight;
  let said = 0;
  for (const { first, last, element } of columnElements(frame)) {
    said += Math.max(0, last - first + 1);
    // Each column is said once in a file of Excel's; a few that overlap are no harm.
    if (said > 4 * MAX_COLUMNS) throw new StorageError("too-large", "columns said over and over");
    const points = number(element, "width");
    for (let column = first; column <= last; column++) {
      if (points !== null) sheet.columnWidths.set(column, fileWidthToPoints(points, digitPixels));
      if (flag(element, "hidden")) sheet.hiddenColumns.add(column);
    }
  }
}

/** The `<col>` elements of a part with the columns they describe, none beyond the last there is. */
function columnElements(frame: XmlElement | undefined): { first: number; last: number; element: XmlElement }[] {
  return childrenOf(child(frame, "cols"), "col").map((element) => {
    const first = number(element, "min") ?? 1;
    return { first: Math.max(0, first - 1), last: Math.min(number(element, "max") ?? first, MAX_COLUMNS) - 1, element };
  });
}

/** Looks up the style that blank cells of a column have, 0 for none. */
export type ColumnStyles = (column: number) => number;

/**
 * Styles of a sheet's columns: those its part has, with the formats laid over whole columns.
 * @param frame the part's root; undefined for a new sheet.
 */
export function columnStyles(sheet: SheetModel, book: StyleBook, frame?: XmlElement): ColumnStyles {
  const own = columnElements(frame).map(({ first, last, element }) => ({
    first,
    last,
    style: number(element, "style") ?? 0,
  }));
  const whole = sheet.formats.filter((run) => run.area.row === 0 && run.area.rows === MAX_ROWS);
  return (column) => {
    const base = own.find((each) => each.first <= column && column <= each.last)?.style ?? 0;
    const over = whole.filter(({ area }) => area.column <= column && column < area.column + area.columns);
    if (over.length === 0) return base;
    const format: CellFormat = {};
    for (const run of over) mergeFormat(format, run.format);
    return book.styleIndex(base, format);
  };
}

/** Columns that a part describes. */
export function describedColumns(frame: XmlElement): number[] {
  return columnElements(frame).flatMap(({ first, last }) =>
    Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index),
  );
}

/**
 * `<cols>` of a sheet; "" where every column has the default.
 * @param more columns that have a style besides those whose width, visibility or format is set.
 */
export function columnsXml(
  sheet: SheetModel,
  digitPixels: number,
  styleOf: ColumnStyles,
  more: Iterable<number>,
): string {
  const columns = new Set([...sheet.columnWidths.keys(), ...sheet.hiddenColumns, ...more]);
  for (const { area } of sheet.formats) {
    if (area.row !== 0 || area.rows !== MAX_ROWS) continue;
    for (let column = area.column; column < area.column + area.columns; column++) columns.add(column);
  }
  const described = [...columns]
    .sort((one, other) => one - other)
    .map((column) => {
      const width = sheet.columnWidths.get(column);
      const style = styleOf(column);
      const attributes =
        ` width="${pointsToFileWidth(width ?? sheet.defaultColumnWidth, digitPixels)}"` +
        (width === undefined ? "" : ' customWidth="1"') +
        (sheet.hiddenColumns.has(column) ? ' hidden="1"' : "") +
        (style === 0 ? "" : ` style="${style}"`);
      return { column, attributes };
    });
  let xml = "";
  for (let index = 0; index < described.length;) {
    const first = described[index]!;
    let count = 1;
    for (let next = described[index + 1]; next; next = described[index + count]) {
      if (next.attributes !== first.attributes || next.column !== first.column + count) break;
      count += 1;
    }
    xml += `<col min="${first.column + 1}" max="${first.column + count}"${first.attributes}/>`;
    index += count;
  }
  return xml === "" ? "" : `<cols>${xml}</cols>`;
}
