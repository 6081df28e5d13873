import { MAX_COLUMNS, MAX_ROWS } from "../../../cells/cell";
import { fileWidthToPoints, pointsToFileWidth } from "../../model/column-width";
import type { FormatRun, SheetModel } from "../../model/model";
import { StorageError } from "../storage-error";
import type { StyleBook } from "../styles/style-book";
import { around, attributesText } from "../xml/write-xml";
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
function columnElements(frame: XmlElement): { first: number; last: number; element: XmlElement }[] {
  return childrenOf(child(frame, "cols"), "col").map((element) => {
    const first = number(element, "min") ?? 1;
    return { first: Math.max(0, first - 1), last: Math.min(number(element, "max") ?? first, MAX_COLUMNS) - 1, element };
  });
}

/** Styles that columns have where the sheet has no cell. */
export interface ColumnStyles {
  /** Columns that may have one, some named more than once. */
  readonly columns: readonly number[];
  /** A column's style, 0 for none. */
  of(column: number): number;
}

/**
 * Styles of a sheet's columns: those its part has, with the formats laid over whole columns.
 * @param frame the part's root
 * @param common styles that columns have instead (`FormatBands.commonStyles`)
 */
export function columnStyles(
  sheet: SheetModel,
  book: StyleBook,
  frame: XmlElement,
  common: ReadonlyMap<number, number>,
): ColumnStyles {
  const own = columnElements(frame);
  const whole = wholeColumns(sheet);
  const range = (first: number, count: number): number[] =>
    Array.from({ length: Math.max(0, count) }, (_, index) => first + index);
  return {
    columns: [
      ...own.flatMap(({ first, last }) => range(first, last - first + 1)),
      ...whole.flatMap(({ area }) => range(area.column, area.columns)),
      ...common.keys(),
    ],
    of: (column) => {
      const styled = common.get(column);
      if (styled !== undefined) return styled;
      const base = number(own.find(({ first, last }) => first <= column && column <= last)?.element, "style") ?? 0;
      const over = whole.filter(({ area }) => area.column <= column && column < area.column + area.columns);
      if (over.length === 0) return base;
      const format: CellFormat = {};
      for (const run of over) mergeFormat(format, run.format);
      return book.styleIndex(base, format);
    },
  };
}

/** `<cols>` of a sheet; "" where every column has the default. */
export function columnsXml(sheet: SheetModel, digitPixels: number, styles: ColumnStyles): string {
  const columns = new Set([...sheet.columnWidths.keys(), ...sheet.hiddenColumns, ...styles.columns]);
  const spans: { min: number; max: number; attributes: string }[] = [];
  for (const column of [...columns].sort((one, other) => one - other)) {
    const width = sheet.columnWidths.get(column);
    const attributes = attributesText({
      width: pointsToFileWidth(width ?? sheet.defaultColumnWidth, digitPixels),
      customWidth: width !== undefined,
      hidden: sheet.hiddenColumns.has(column),
      style: styles.of(column) || null,
    });
    const before = spans[spans.length - 1];
    if (before?.max === column && before.attributes === attributes) before.max += 1;
    else spans.push({ min: column + 1, max: column + 1, attributes });
  }
  return around(
    "cols",
    {},
    spans.map(({ min, max, attributes }) => `<col min="${min}" max="${max}"${attributes}/>`),
  );
}

/** Formats that are laid over whole columns. */
export function wholeColumns(sheet: SheetModel): FormatRun[] {
  return sheet.formats.filter(({ area }) => area.row === 0 && area.rows === MAX_ROWS);
}
