import { pointsToFileWidth } from "../column-width";
import type { SheetModel } from "../model";
import { MAX_ROWS } from "../workbook";
import type { StyleBook } from "./style-book";
import { child, childrenOf, number } from "./xml";
import type { XmlElement } from "./xml";
import { mergeFormat } from "../formats";
import type { CellFormat } from "../model";

/** Looks up the style that blank cells of a column have, 0 for none. */
export type ColumnStyles = (column: number) => number;

/**
 * Styles of a sheet's columns: those its part has, with the formats laid over whole columns.
 * @param frame the part's root; undefined for a new sheet.
 */
export function columnStyles(sheet: SheetModel, book: StyleBook, frame?: XmlElement): ColumnStyles {
  const own = childrenOf(child(frame, "cols"), "col").map((each) => ({
    first: (number(each, "min") ?? 1) - 1,
    last: (number(each, "max") ?? 1) - 1,
    style: number(each, "style") ?? 0,
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
  return childrenOf(child(frame, "cols"), "col").flatMap((each) => {
    const first = number(each, "min") ?? 1;
    return Array.from({ length: (number(each, "max") ?? first) - first + 1 }, (_, index) => first - 1 + index);
  });
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
