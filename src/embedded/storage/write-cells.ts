import type { CellValue } from "../../ledger/cell";
import { columnLetters } from "../../ledger/cell";
import type { SheetModel } from "../model";
import { cellKey, MAX_COLUMNS } from "../workbook";
import { ERROR_VALUES, escapeCellText, textElement } from "./cell-text";
import type { FormatBands } from "./format-bands";
import { formulaToFile } from "./formula-text";
import { escapeText } from "./xml";
import type { EntryWriter } from "./zip";

/*
 * Cells of a new sheet. Text is written inline, not into the file's shared strings: that part stays as it was.
 */

/** Rows after which the packer gets time to catch up. */
const ROWS_AT_ONCE = 256;

/** Writes `<sheetData>` of a new sheet, row by row. */
export async function writeSheetData(writer: EntryWriter, sheet: SheetModel, bands: FormatBands): Promise<void> {
  const { rows, rowHeights, hiddenRows } = sheet;
  const hasFormulas = sheet.formulas.size > 0;
  const lastRow = Math.max(
    rows.length - 1,
    bands.lastRow,
    ...largest(rowHeights.keys()),
    ...largest(hiddenRows.keys()),
  );
  writer.write("<sheetData>");
  for (let row = 0; row <= lastRow; row++) {
    if (row % ROWS_AT_ONCE === 0) await writer.drain();
    const { segments } = bands.at(row);
    const values = rows[row];
    const height = rowHeights.get(row);
    const hidden = hiddenRows.has(row);
    if (!values && segments.length === 0 && height === undefined && !hidden) continue;
    let last = (values?.length ?? 0) - 1;
    let wholeRow = 0;
    for (const segment of segments) {
      if (segment.bounded && segment.last < MAX_COLUMNS - 1) last = Math.max(last, segment.last);
      if (segment.bounded && segment.last === MAX_COLUMNS - 1) last = Math.max(last, segment.first);
      if (segment.last === MAX_COLUMNS - 1) wholeRow = segment.styleOf(0);
    }
    const number = String(row + 1);
    let cells = "";
    let at = 0;
    for (let column = 0; column <= last; column++) {
      while (at < segments.length && segments[at]!.last < column) at++;
      const segment = segments[at];
      const covered = segment !== undefined && segment.first <= column ? segment : null;
      const key = sheet.styleIndexes || hasFormulas ? cellKey(row, column) : 0;
      const base = sheet.styleIndexes?.get(key) ?? 0;
      const style = covered ? covered.styleOf(base) : base;
      const value = values?.[column] ?? "";
      const formula = hasFormulas ? sheet.formulas.get(key) : undefined;
      if (value === "" && formula === undefined && (style === 0 || (base === 0 && covered?.bounded !== true))) continue;
      cells += cellXml((LETTERS[column] ?? columnLetters(column)) + number, style, value, formula, "");
    }
    if (cells === "" && height === undefined && !hidden && wholeRow === 0) continue;
    writer.write(
      `<row r="${number}"` +
        (wholeRow === 0 ? "" : ` s="${wholeRow}" customFormat="1"`) +
        (height === undefined ? "" : ` ht="${height}" customHeight="1"`) +
        (hidden ? ' hidden="1"' : "") +
        (cells === "" ? "/>" : `>${cells}</row>`),
    );
  }
  writer.write("</sheetData>");
}

/**
 * One `<c>` element.
 * @param formula as the model has it, or undefined
 * @param prefix of the part's elements ("x:" or "")
 */
export function cellXml(
  address: string,
  style: number,
  value: CellValue,
  formula: string | undefined,
  prefix: string,
): string {
  const p = prefix;
  const start = `<${p}c r="${address}"${style === 0 ? "" : ` s="${style}"`}`;
  const f = formula === undefined ? "" : `<${p}f>${escapeText(formulaToFile(formula))}</${p}f>`;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return `${start} t="e">${f}<${p}v>#NUM!</${p}v></${p}c>`;
    return `${start}>${f}<${p}v>${value}</${p}v></${p}c>`;
  }
  if (typeof value === "boolean") return `${start} t="b">${f}<${p}v>${value ? 1 : 0}</${p}v></${p}c>`;
  if (ERROR_VALUES.has(value)) return `${start} t="e">${f}<${p}v>${value}</${p}v></${p}c>`;
  if (formula !== undefined) return `${start} t="str">${f}<${p}v>${escapeCellText(value)}</${p}v></${p}c>`;
  if (value === "") return `${start}/>`;
  const text = textElement(value);
  const inline = p === "" ? text : text.replace(/^<t/, `<${p}t`).replace(/<\/t>$/, `</${p}t>`);
  return `${start} t="inlineStr"><${p}is>${inline}</${p}is></${p}c>`;
}

/** The largest of some keys, as a list of none or one (a spread of a hundred thousand would overflow the stack). */
function largest(keys: Iterable<number>): number[] {
  let last = -1;
  for (const key of keys) if (key > last) last = key;
  return last < 0 ? [] : [last];
}

/** Letters of the first columns, which writing cells asks for again and again. */
const LETTERS: readonly string[] = Array.from({ length: 256 }, (_, column) => columnLetters(column));
