import type { Area, CellValue } from "../../cells/cell";
import { WHOLE_SHEET, cellKey, keyColumn, keyRow } from "./grid";
import { MAX_COLUMNS, MAX_ROWS } from "../../cells/cell";
import type { PageLayoutModel, SheetModel, WorkbookModel } from "./model";

/** What a new sheet starts with: Japanese Excel's standard column (72 pixels) and row (25 pixels), in points. */
const STANDARD_WIDTH = 54;
const STANDARD_HEIGHT = 18.75;

/** Values of one sheet of a new workbook; the first row is the sheet's first row. */
export interface NewSheet {
  readonly name: string;
  readonly values?: readonly (readonly CellValue[])[];
}

/** A workbook that has never been saved, with the sheets named (one empty "Sheet1" when none is). The first is active. */
export function newWorkbookModel(sheets: readonly NewSheet[] = [{ name: "Sheet1" }]): WorkbookModel {
  const made = sheets.map((sheet, index) => {
    const model = newSheetModel(sheet.name, worksheetId(index + 1));
    if (sheet.values) writeValues(model, 0, 0, sheet.values);
    return model;
  });
  const first = made[0];
  if (!first) throw new RangeError("A workbook has at least one sheet.");
  return {
    fileName: "",
    readOnly: false,
    structureProtected: false,
    sheets: made,
    activeSheet: first.id,
    selection: { sheet: first.id, area: { row: 0, column: 0, rows: 1, columns: 1 } },
    names: [],
    settings: new Map(),
    customProperties: new Map(),
    properties: new Map(),
    date1904: false,
    fileFormats: [],
  };
}

/** Excel's worksheet id for the n-th sheet ever made in a workbook, counted from 1. */
export function worksheetId(sequence: number): string {
  return `{00000000-${sequence.toString(16).toUpperCase().padStart(4, "0")}-0000-0000-000000000000}`;
}

/** An empty visible sheet that came from no file. */
export function newSheetModel(name: string, id: string): SheetModel {
  return {
    id,
    name,
    visibility: "Visible",
    tabColor: "",
    showGridlines: true,
    showHeadings: true,
    protected: false,
    rows: [],
    formulas: new Map(),
    formats: [],
    columnWidths: new Map(),
    rowHeights: new Map(),
    defaultColumnWidth: STANDARD_WIDTH,
    defaultRowHeight: STANDARD_HEIGHT,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    merged: [],
    frozenRows: 0,
    frozenColumns: 0,
    autoFilter: null,
    tables: [],
    charts: [],
    names: [],
    hyperlinks: [],
    validations: [],
    conditionalFormats: [],
    page: newPageLayout(),
    customProperties: new Map(),
    part: null,
    changed: { cells: new Set(), other: false },
    styleIndexes: null,
  };
}

/** Excel's page settings of a new sheet: A4 portrait, "normal" margins (0.75, 0.7 and 0.3 inches in points). */
function newPageLayout(): PageLayoutModel {
  return {
    orientation: "Portrait",
    paperSize: "A4",
    topMargin: 54,
    bottomMargin: 54,
    leftMargin: 50.4,
    rightMargin: 50.4,
    headerMargin: 21.6,
    footerMargin: 21.6,
    centerHorizontally: false,
    centerVertically: false,
    printArea: null,
    titleRows: null,
    scale: null,
    fitWide: null,
    fitTall: null,
    firstPageNumber: null,
    blackAndWhite: false,
    printGridlines: false,
    headerLeft: "",
    headerCenter: "",
    headerRight: "",
    footerLeft: "",
    footerCenter: "",
    footerRight: "",
    rowBreaks: [],
    columnBreaks: [],
  };
}

/** The sheet of that name, compared as Excel does (without regard to case), or undefined. */
export function findSheet(workbook: WorkbookModel, name: string): SheetModel | undefined {
  const wanted = name.toLowerCase();
  return workbook.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
}

/** A cell's stored value; a blank cell is "". */
export function readValue(sheet: SheetModel, row: number, column: number): CellValue {
  return sheet.rows[row]?.[column] ?? "";
}

/** The values of an area, every row of full length. The result shares nothing with the model. */
export function readValues(sheet: SheetModel, area: Area): CellValue[][] {
  const values: CellValue[][] = new Array<CellValue[]>(area.rows);
  const end = area.column + area.columns;
  for (let r = 0; r < area.rows; r++) {
    const stored = sheet.rows[area.row + r];
    const row = stored ? stored.slice(area.column, end) : [];
    // Rows may have holes where a cell far to the right was written.
    for (let c = 0; c < area.columns; c++) row[c] ??= "";
    values[r] = row;
  }
  return values;
}

/** Stores values as they are, without interpreting text; the cells' formulas go. */
export function writeValues(
  sheet: SheetModel,
  row: number,
  column: number,
  values: readonly (readonly CellValue[])[],
): void {
  values.forEach((cells, r) => {
    const stored = (sheet.rows[row + r] ??= []);
    cells.forEach((value, c) => {
      stored[column + c] = value;
      sheet.formulas.delete(cellKey(row + r, column + c));
    });
  });
}

/** Stores a formula and the value it shows. */
export function writeFormula(sheet: SheetModel, row: number, column: number, formula: string, value: CellValue): void {
  (sheet.rows[row] ??= [])[column] = value;
  sheet.formulas.set(cellKey(row, column), formula);
}

/**
 * The smallest area with every cell that holds a value or a formula, and, unless `valuesOnly`, every cell with a look
 * of its own; null for a sheet without any. Only cells of `within` count where that is given.
 */
export function usedArea(sheet: SheetModel, valuesOnly = false, within: Area = WHOLE_SHEET): Area | null {
  const endRow = within.row + within.rows;
  const endColumn = within.column + within.columns;
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  const include = (row: number, column: number, lastRow = row, lastColumn = column): void => {
    if (row >= endRow || column >= endColumn || lastRow < within.row || lastColumn < within.column) return;
    top = Math.min(top, Math.max(row, within.row));
    left = Math.min(left, Math.max(column, within.column));
    bottom = Math.max(bottom, Math.min(lastRow, endRow - 1));
    right = Math.max(right, Math.min(lastColumn, endColumn - 1));
  };
  const lastRow = Math.min(sheet.rows.length, endRow);
  for (let r = within.row; r < lastRow; r++) {
    const row = sheet.rows[r];
    if (!row) continue;
    let last = Math.min(row.length, endColumn) - 1;
    let first = within.column;
    while (first <= last && isBlank(row[first])) first++;
    if (first > last) continue;
    while (isBlank(row[last])) last--;
    include(r, first, r, last);
  }
  for (const key of sheet.formulas.keys()) include(keyRow(key), keyColumn(key));
  if (!valuesOnly) {
    for (const { area } of sheet.formats) {
      // A look given to whole rows or columns does not make them used.
      if (area.rows === MAX_ROWS || area.columns === MAX_COLUMNS) continue;
      include(area.row, area.column, area.row + area.rows - 1, area.column + area.columns - 1);
    }
    for (const key of sheet.styleIndexes?.keys() ?? []) include(keyRow(key), keyColumn(key));
  }
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function isBlank(value: CellValue | undefined): boolean {
  return value === undefined || value === "";
}
