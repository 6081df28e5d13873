import type { CellValue } from "../../../cells/cell";
import { columnLetters } from "../../../cells/cell";
import type { SheetModel } from "../../model/model";
import { cellKey } from "../../model/grid";
import { MAX_COLUMNS } from "../../../cells/cell";
import { ERROR_VALUES, escapeCellText, hasEdgeSpace } from "../strings/cell-text";
import type { FormatBands } from "./format-bands";
import { formulaToFile } from "../workbook/formula-text";
import { escapeText } from "../xml/xml";
import type { EntryWriter } from "../zip/zip";

/*
 * Cells of a new sheet. Text is written inline, not into the file's shared strings: that part stays as it was.
 */

/** Rows after which the packer gets time to catch up. */
const ROWS_AT_ONCE = 256;

/**
 * Writes `<sheetData>` of a new sheet, row by row.
 * @param common styles that columns have, so that their blank cells need not be written
 */
export async function writeSheetData(
  writer: EntryWriter,
  sheet: SheetModel,
  bands: FormatBands,
  common: ReadonlyMap<number, number>,
): Promise<void> {
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
    const tag =
      `<row r="${number}"` +
      (wholeRow === 0 ? "" : ` s="${wholeRow}" customFormat="1"`) +
      (height === undefined ? "" : ` ht="${height}" customHeight="1"`) +
      (hidden ? ' hidden="1"' : "");
    let opened = false;
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
      if (value === "" && formula === undefined) {
        if (style === 0 || (base === 0 && covered?.bounded !== true)) continue;
        if (wholeRow === 0 && style === common.get(column)) continue;
      }
      if (!opened) {
        writer.write(tag);
        writer.write(">");
        opened = true;
      }
      writeCell(writer, LETTERS[column] ?? columnLetters(column), number, style, value, formula, "");
    }
    if (opened) writer.write("</row>");
    else if (height !== undefined || hidden || wholeRow !== 0) writer.write(`${tag}/>`);
  }
  writer.write("</sheetData>");
}

/**
 * Writes one `<c>` element.
 * @param letters and `number` are the cell's address
 * @param formula as the model has it, or undefined
 * @param prefix of the part's elements ("x:" or "")
 */
export function writeCell(
  writer: EntryWriter,
  letters: string,
  number: string,
  style: number,
  value: CellValue,
  formula: string | undefined,
  prefix: string,
): void {
  const names = prefix === "" ? PLAIN_NAMES : namesFor(prefix);
  writer.write(names.open);
  writer.write(letters);
  writer.write(number);
  writer.write(styleEnd(style));
  if (formula === undefined && value === "") {
    writer.write("/>");
    return;
  }
  const type = cellType(value, formula !== undefined);
  writer.write(type);
  writer.write(">");
  if (type === INLINE) {
    const text = value as string;
    writer.write(hasEdgeSpace(text) ? names.spacedText : names.text);
    writer.write(escapeCellText(text));
    writer.write(names.textEnd);
    return;
  }
  if (formula !== undefined) writer.write(`<${prefix}f>${escapeText(formulaToFile(formula))}</${prefix}f>`);
  writer.write(names.value);
  writer.write(valueText(value));
  writer.write(names.valueEnd);
}

const INLINE = ' t="inlineStr"';

function cellType(value: CellValue, isFormula: boolean): string {
  if (typeof value === "number") return Number.isFinite(value) ? "" : ' t="e"';
  if (typeof value === "boolean") return ' t="b"';
  if (value.startsWith("#") && ERROR_VALUES.has(value)) return ' t="e"';
  return isFormula ? ' t="str"' : INLINE;
}

function valueText(value: CellValue): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "#NUM!";
  if (typeof value === "boolean") return value ? "1" : "0";
  return escapeCellText(value);
}

/** `" s="7"`: the end of the address and the style, made once for each style. */
function styleEnd(style: number): string {
  return (styleEnds[style] ??= style === 0 ? '"' : `" s="${style}"`);
}

const styleEnds: string[] = [];

/** The tags of a cell for a prefix. */
function namesFor(p: string): ElementNames {
  return {
    open: `<${p}c r="`,
    value: `<${p}v>`,
    valueEnd: `</${p}v></${p}c>`,
    text: `<${p}is><${p}t>`,
    spacedText: `<${p}is><${p}t xml:space="preserve">`,
    textEnd: `</${p}t></${p}is></${p}c>`,
  };
}

interface ElementNames {
  readonly open: string;
  readonly value: string;
  readonly valueEnd: string;
  readonly text: string;
  readonly spacedText: string;
  readonly textEnd: string;
}

const PLAIN_NAMES = namesFor("");

/** The largest of some keys, as a list of none or one (a spread of a hundred thousand would overflow the stack). */
function largest(keys: Iterable<number>): number[] {
  let last = -1;
  for (const key of keys) if (key > last) last = key;
  return last < 0 ? [] : [last];
}

/** Letters of the first columns, which writing cells asks for again and again. */
const LETTERS: readonly string[] = Array.from({ length: 256 }, (_, column) => columnLetters(column));
