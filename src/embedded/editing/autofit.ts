import type { Area } from "../../cells/cell";
import { containsCell, intersection } from "../model/address";
import { formatAt } from "../model/formats";
import { columnWidth } from "../model/geometry";
import type { CellFormat, SheetModel, WorkbookModel } from "../model/model";
import { formatValue } from "../text/number-format";
import { readValue, usedArea } from "../model/workbook";

/** Size of text whose font was never set. */
const STANDARD_SIZE = 11;
/** Height of a line, and width of a narrow character, per point of font size. */
const LINE = 1.7;
const NARROW = 0.52;
/** Space beside the text of a cell in points. */
const PADDING = 6;

/** Sets each column of an area as wide as its longest text needs. Estimated: this Excel draws no text. */
export function autofitColumns(workbook: WorkbookModel, sheet: SheetModel, area: Area): void {
  const used = clip(sheet, area);
  if (!used) return;
  for (let column = used.column; column < used.column + used.columns; column++) {
    let widest = 0;
    for (let row = used.row; row < used.row + used.rows; row++) {
      const { text, format } = shown(workbook, sheet, row, column);
      if (format.wrapText) continue;
      for (const line of text.split("\n")) widest = Math.max(widest, textWidth(line, format));
    }
    if (widest > 0) sheet.columnWidths.set(column, Math.round((widest + PADDING) * 4) / 4);
  }
}

/** Sets each row of an area as high as its cells need; wrapped text is estimated. Merged cells count for nothing, as in Excel. */
export function autofitRows(workbook: WorkbookModel, sheet: SheetModel, area: Area): void {
  const used = clip(sheet, area);
  if (!used) return;
  for (let row = used.row; row < used.row + used.rows; row++) {
    let highest = 0;
    for (let column = used.column; column < used.column + used.columns; column++) {
      const { text, format } = shown(workbook, sheet, row, column);
      if (text === "" || sheet.merged.some((merged) => containsCell(merged, row, column))) {
        continue;
      }
      const width = columnWidth(sheet, column) - PADDING;
      const lines = text
        .split("\n")
        .reduce(
          (sum, line) => sum + (format.wrapText ? Math.max(1, Math.ceil(textWidth(line, format) / width)) : 1),
          0,
        );
      highest = Math.max(highest, lines * (format.fontSize ?? STANDARD_SIZE) * LINE);
    }
    sheet.rowHeights.set(row, Math.min(409.5, Math.max(sheet.defaultRowHeight, Math.round(highest * 4) / 4)));
  }
}

function clip(sheet: SheetModel, area: Area): Area | null {
  const used = usedArea(sheet, true);
  return used && intersection(used, area);
}

function shown(
  workbook: WorkbookModel,
  sheet: SheetModel,
  row: number,
  column: number,
): { text: string; format: CellFormat } {
  const value = readValue(sheet, row, column);
  if (value === "") return { text: "", format: {} };
  const format = formatAt(workbook, sheet, row, column);
  return { text: formatValue(value, format.numberFormat ?? "General", workbook.date1904), format };
}

/** Width of one line in points: full-width characters are as wide as high. */
function textWidth(text: string, format: CellFormat): number {
  const size = format.fontSize ?? STANDARD_SIZE;
  let width = 0;
  for (const char of text) width += char.codePointAt(0)! < 0x2000 || /[\uFF61-\uFF9F]/.test(char) ? NARROW : 1;
  return width * size;
}
