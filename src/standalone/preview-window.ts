import { intersection } from "../embedded/model/address";
import { formatGrid, type FormatReader } from "../embedded/model/formats";
import type { SheetModel, WorkbookModel } from "../embedded/model/model";
import { formatValue } from "../embedded/text/number-format";
import { readValues, usedArea } from "../embedded/model/workbook";
import type { Area, CellValue } from "../cells/cell";

/** Rows and columns shown at most, around the selection. */
export const MOST_ROWS = 200;
export const MOST_COLUMNS = 40;
/** Rows and columns shown at least, so that an almost empty sheet still looks like one. */
const LEAST_ROWS = 20;
const LEAST_COLUMNS = 8;
/** Narrowest column in points; hidden ones are shown too, because findings point into them. */
const LEAST_WIDTH = 24;

/** A cell as the preview shows it. */
export interface PreviewCell {
  /** Zero-based. */
  readonly column: number;
  readonly text: string;
  /** Columns and rows it covers where it is merged. */
  readonly columns: number;
  readonly rows: number;
  readonly selected: boolean;
  readonly align: "left" | "center" | "right";
  readonly bold: boolean;
  /** Whether a text too long for its cell is broken, goes on over the blank cells beside it, or ends at the cell's edge. */
  readonly flow: "wrap" | "spill" | "cut";
  /** "#RRGGBB", or "" where the cell has none; the text's colour is given only with a fill. */
  readonly fill: string;
  readonly color: string;
}

/** The part of a sheet that the preview shows. */
export interface PreviewWindow {
  readonly sheet: string;
  readonly selection: Area;
  /** What the first selected cell shows. */
  readonly selectedText: string;
  /** What is shown; rows and columns count from the sheet's first. */
  readonly area: Area;
  /** Rows and columns that have something in them. */
  readonly totalRows: number;
  readonly totalColumns: number;
  /** Points, of the columns shown. */
  readonly widths: readonly number[];
  readonly cells: readonly (readonly PreviewCell[])[];
  readonly hasCharts: boolean;
}

/** What the preview shows of the sheet that is in front. */
export function previewWindow(workbook: WorkbookModel): PreviewWindow {
  const sheet = workbook.sheets.find(({ id }) => id === workbook.activeSheet)!;
  const used = usedArea(sheet, true) ?? { row: 0, column: 0, rows: 0, columns: 0 };
  const [totalRows, totalColumns] = [used.row + used.rows, used.column + used.columns];
  const { area: chosen } = workbook.selection;
  const [row, rows] = shownPart(chosen.row, totalRows, LEAST_ROWS, MOST_ROWS);
  const [column, columns] = shownPart(chosen.column, totalColumns, LEAST_COLUMNS, MOST_COLUMNS);
  const area = { row, column, rows, columns };
  const cells = cellsOf(workbook, sheet, area);
  return {
    sheet: sheet.name,
    selection: chosen,
    selectedText: textsOf(workbook, sheet, { row: chosen.row, column: chosen.column, rows: 1, columns: 1 })[0]![0]!,
    area,
    totalRows,
    totalColumns,
    widths: Array.from({ length: columns }, (_, c) =>
      Math.max(LEAST_WIDTH, sheet.columnWidths.get(column + c) ?? sheet.defaultColumnWidth),
    ),
    cells,
    hasCharts: sheet.charts.length > 0,
  };
}

/** Where to begin and how many to show of `total` rows or columns, so that the chosen one is in the middle. */
function shownPart(
  chosen: number,
  total: number,
  least: number,
  most: number,
): readonly [start: number, count: number] {
  const end = Math.max(total, chosen + 1, least);
  const start = Math.max(0, Math.min(chosen - Math.floor(most / 2), end - most));
  return [start, Math.min(most, end - start)];
}

function textsOf(workbook: WorkbookModel, sheet: SheetModel, area: Area): string[][] {
  const formats = formatGrid(workbook, sheet, area, ({ numberFormat }) => numberFormat, "General");
  return readValues(sheet, area).map((values, r) =>
    values.map((value, c) => formatValue(value, formats[r]![c]!, workbook.date1904)),
  );
}

function cellsOf(workbook: WorkbookModel, sheet: SheetModel, area: Area): PreviewCell[][] {
  const grid = <T>(read: FormatReader<T>, standard: T) => formatGrid(workbook, sheet, area, read, standard);
  const values = readValues(sheet, area);
  const texts = textsOf(workbook, sheet, area);
  const bold = grid(({ bold }) => bold, false);
  const wraps = grid(({ wrapText }) => wrapText, false);
  const horizontal = grid(({ horizontal }) => horizontal, "General");
  const fills = grid(({ fill }) => fill, "");
  const colors = grid(({ fontColor }) => fontColor, "#000000");
  const selection = workbook.selection.area;
  // Key by row and column of the window: the shown part of the merged area there, or null where the cell is covered by one.
  const merged = new Map<string, Area | null>();
  for (const each of sheet.merged) {
    const shown = intersection(each, area);
    if (!shown) continue;
    eachCell(shown, (row, column) => merged.set(`${row} ${column}`, null));
    merged.set(`${shown.row} ${shown.column}`, shown);
  }
  return texts.map((row, r) =>
    row.flatMap((text, c): PreviewCell[] => {
      const place = merged.get(`${area.row + r} ${area.column + c}`);
      if (place === null) return [];
      const { columns, rows } = place ?? { columns: 1, rows: 1 };
      const fill = fills[r]![c]!;
      const align = alignment(horizontal[r]![c]!, values[r]![c]!);
      const isLine = typeof values[r]![c] === "string" && !place && !wraps[r]![c]! && !text.includes("\n");
      const isRoom = (align === "right" || row[c + 1] === "") && (align === "left" || row[c - 1] === "");
      return [
        {
          column: area.column + c,
          text,
          columns,
          rows,
          selected: intersection({ row: area.row + r, column: area.column + c, rows, columns }, selection) !== null,
          align,
          bold: bold[r]![c]!,
          flow: !isLine ? "wrap" : isRoom ? "spill" : "cut",
          fill,
          color: fill === "" ? "" : colors[r]![c]!,
        },
      ];
    }),
  );
}

function alignment(horizontal: string, value: CellValue): PreviewCell["align"] {
  if (horizontal === "Right") return "right";
  if (/^Center/.test(horizontal)) return "center";
  if (horizontal !== "General") return "left";
  return typeof value === "number" ? "right" : typeof value === "boolean" ? "center" : "left";
}

function eachCell(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) visit(row, column);
  }
}
