import { columnLetters, MAX_COLUMNS } from "../../../cells/cell";
import { columnIndex } from "../../model/address";
import type { SheetModel } from "../../model/model";
import { cellKey, keyColumn, keyRow } from "../../model/grid";
import type { OpenedSheet } from "../open-workbook";
import { attributesText, withAttributes } from "../xml/write-xml";
import { flag } from "../xml/xml";
import { XmlReader } from "../xml/xml-reader";
import type { EntryWriter } from "../zip/zip";
import type { FormatBands } from "./format-bands";
import { scanSheet } from "./sheet-scanner";
import { cellXml } from "./cell-xml";

/*
 * The rows of a sheet. Of a sheet from the file the original bytes are copied; only rows that hold a change are taken apart,
 * and in them only the cells that changed are written anew (with the style they had). Of a new sheet everything is a change.
 * Text is written inline, not into the file's shared strings: that part stays as it was.
 */

/** What rows are written from. */
interface RowSource {
  readonly sheet: SheetModel;
  /** What the sheet was like when its part was read. */
  readonly opened: OpenedSheet;
  /** The text of the part as it was, whose cells are at `opened.place`. */
  readonly source: string;
  readonly bands: FormatBands;
  /** Style that a column shows where the sheet has no cell. */
  readonly columnStyle: (column: number) => number;
  /** Of the elements of the part: "x:" or "". */
  readonly prefix: string;
}

/** Writes the content of `<sheetData>`. */
export async function writeRows(writer: EntryWriter, rows: RowSource): Promise<void> {
  const { source, sheet, opened } = rows;
  const { dataStart, dataEnd } = opened.place;
  const changes = sheet.part === null ? null : collectChanges(rows);
  const waiting = changes ? [...changes.keys()].sort((one, other) => one - other) : allRows(rows);
  let next = 0;
  const writeUpTo = (row: number): void => {
    for (; next < waiting.length && waiting[next]! < row; next++) write(waiting[next]!, null);
  };
  const write = (row: number, original: OriginalRow | null): void => {
    writeRow(writer, row, original, changes?.get(row) ?? null, rows);
  };
  const reader = new XmlReader(source);
  let copied = dataStart;
  let row = -1;
  while (next < waiting.length && reader.next()) {
    if (reader.closing || reader.name !== "row" || reader.start < dataStart || reader.start >= dataEnd) continue;
    const named = reader.attributes.get("r");
    row = named === undefined ? row + 1 : Number(named) - 1;
    if (waiting[next]! > row) continue;
    writer.write(source.slice(copied, reader.start));
    copied = reader.start;
    writeUpTo(row);
    if (waiting[next] !== row) continue;
    next += 1;
    write(row, readRow(reader));
    copied = reader.at;
    if (next % ROWS_AT_ONCE === 0) await writer.drain();
  }
  writer.write(source.slice(copied, dataEnd));
  while (next < waiting.length) {
    writeUpTo(waiting[next]! + ROWS_AT_ONCE);
    await writer.drain();
  }
}

/** Rows after which the packer gets time to catch up. */
const ROWS_AT_ONCE = 256;

interface OriginalCell {
  readonly style: number;
  readonly xml: string;
}

/** A row as the part has it. */
interface OriginalRow {
  /** Its opening tag up to its end. */
  readonly tag: string;
  /** Style of its blank cells, where it has one of its own. */
  readonly style: number | null;
  readonly cells: ReadonlyMap<number, OriginalCell>;
}

/** All rows of a new sheet up to the last that has anything to say. */
function allRows({ sheet, bands }: RowSource): number[] {
  let last = Math.max(sheet.rows.length - 1, bands.lastRow);
  for (const rows of [sheet.rowHeights.keys(), sheet.hiddenRows.keys()]) {
    for (const row of rows) last = Math.max(last, row);
  }
  return Array.from({ length: last + 1 }, (_, row) => row);
}

/** Changed columns by row; a row without any only changed its height or its cells' looks. */
type Changes = ReadonlyMap<number, ReadonlySet<number>>;

function collectChanges({ sheet, opened, source, bands }: RowSource): Changes {
  const { rowHeights, hiddenRows } = opened.facets;
  const rows = new Map<number, Set<number>>();
  const touch = (row: number): Set<number> => {
    const columns = rows.get(row) ?? new Set();
    rows.set(row, columns);
    return columns;
  };
  for (const key of sheet.changed.cells) {
    // Formulas that are stored with a cell that is overwritten must be written out too.
    for (const each of [key, ...(opened.sharedFormulas.get(key) ?? [])]) {
      touch(keyRow(each)).add(keyColumn(each));
    }
  }
  if (!sheet.changed.other) return rows;
  for (const { area } of sheet.formats) {
    // Whole columns have their look in <cols>; only cells that are there get it too.
    const last = Math.min(area.row + area.rows, Math.max(sheet.rows.length, bands.lastRow + 1));
    for (let row = area.row; row < last; row++) touch(row);
  }
  // Looks can also have been taken away or moved with their cells.
  const stylesBefore = scanSheet(source, []).styleIndexes;
  const stylesNow = sheet.styleIndexes ?? stylesBefore;
  for (const [key, style] of stylesBefore) if (stylesNow.get(key) !== style) touch(keyRow(key));
  for (const key of stylesNow.keys()) if (!stylesBefore.has(key)) touch(keyRow(key));
  for (const row of [...sheet.rowHeights.keys(), ...rowHeights.keys()]) {
    if (rowHeights.get(row) !== sheet.rowHeights.get(row)) touch(row);
  }
  for (const row of [...sheet.hiddenRows, ...hiddenRows]) {
    if (hiddenRows.has(row) !== sheet.hiddenRows.has(row)) touch(row);
  }
  return rows;
}

/** The row that the reader has just entered; moves past its closing tag. */
function readRow(reader: XmlReader): OriginalRow {
  const { text, attributes } = reader;
  const tag = text.slice(reader.start, reader.end).replace(/\s*\/?>$/, "");
  const style = flag(reader, "customFormat") ? Number(attributes.get("s") ?? 0) : null;
  const cells = new Map<number, OriginalCell>();
  let column = -1;
  let start = -1;
  let cellStyle = 0;
  while (!(reader.selfClosing && start < 0) && reader.next()) {
    if (reader.closing && reader.name === "row") break;
    if (reader.name !== "c") continue;
    if (!reader.closing) {
      const address = reader.attributes.get("r");
      column = address === undefined ? column + 1 : columnIndex(address.replace(/\d+$/, ""));
      cellStyle = Number(reader.attributes.get("s") ?? 0);
      start = reader.start;
    }
    if (reader.closing || reader.selfClosing) {
      cells.set(column, { style: cellStyle, xml: text.slice(start, reader.end) });
    }
  }
  return { tag, style, cells };
}

/**
 * Writes one row with its changes laid over the cells it had.
 * @param changed columns whose cells are written anew; null for all
 */
function writeRow(
  writer: EntryWriter,
  row: number,
  original: OriginalRow | null,
  changed: ReadonlySet<number> | null,
  rows: RowSource,
): void {
  const { sheet, bands, prefix } = rows;
  const { segments } = bands.at(row);
  const values = sheet.rows[row];
  const hasFormulas = sheet.formulas.size > 0;
  let last = (values?.length ?? 0) - 1;
  for (const column of original?.cells.keys() ?? []) last = Math.max(last, column);
  for (const column of changed ?? []) last = Math.max(last, column);
  let rowStyle = original?.style ?? null;
  let formatted = false;
  for (const segment of segments) {
    const toEdge = segment.last === MAX_COLUMNS - 1;
    if (segment.bounded) last = Math.max(last, toEdge ? segment.first : segment.last);
    formatted = toEdge;
    if (toEdge) rowStyle = segment.styleOf(rowStyle ?? 0);
  }
  const shown = (column: number): number => rowStyle ?? rows.columnStyle(column);
  const tag = rowTag(row, original, formatted ? rowStyle : null, rows);
  let isOpen = false;
  let at = 0;
  for (let column = 0; column <= last; column++) {
    while (at < segments.length && segments[at]!.last < column) at++;
    const segment = segments[at];
    const covering = segment !== undefined && segment.first <= column ? segment : null;
    const cell = original?.cells.get(column);
    const isNew = changed === null || changed.has(column);
    if (!cell && !isNew && covering?.bounded !== true) continue;
    const key = sheet.styleIndexes || hasFormulas ? cellKey(row, column) : 0;
    const own = sheet.styleIndexes?.get(key);
    const base = own ?? (cell || changed === null ? 0 : shown(column));
    const style = covering ? covering.styleOf(base) : base;
    const value = values?.[column] ?? "";
    const formula = hasFormulas ? sheet.formulas.get(key) : undefined;
    if (!cell && value === "" && formula === undefined) {
      if (style === shown(column) || (own === undefined && covering?.bounded !== true)) continue;
    }
    if (!isOpen) {
      isOpen = true;
      writer.write(tag);
      writer.write(">");
    }
    if (cell && !isNew) writer.write(style === cell.style ? cell.xml : withStyle(cell.xml, style));
    else writer.write(cellXml(`${LETTERS[column] ?? columnLetters(column)}${row + 1}`, style, value, formula, prefix));
  }
  if (isOpen) writer.write(`</${prefix}row>`);
  else if (original || rowStyle !== null || sheet.rowHeights.has(row) || sheet.hiddenRows.has(row)) {
    writer.write(`${tag}/>`);
  }
}

function withStyle(xml: string, style: number): string {
  const end = xml.indexOf(">");
  return withAttributes(xml.slice(0, end), { s: style }) + xml.slice(end);
}

/** A row's opening tag up to its end, with style, height and visibility as the model has them. */
function rowTag(row: number, original: OriginalRow | null, style: number | null, rows: RowSource): string {
  const { sheet, opened, prefix } = rows;
  const height = sheet.rowHeights.get(row);
  const isHidden = sheet.hiddenRows.has(row);
  const custom = height === undefined ? null : 1;
  const changes = {
    r: row + 1,
    ...(style === null ? {} : { s: style, customFormat: 1 }),
    ...(height === opened.facets.rowHeights.get(row) ? {} : { ht: height ?? null, customHeight: custom }),
    ...(isHidden === opened.facets.hiddenRows.has(row) ? {} : { hidden: isHidden ? 1 : null }),
  };
  if (!original) return `<${prefix}row${attributesText(changes)}`;
  // `spans` is a hint on which columns have cells, which may no longer be true.
  return withAttributes(original.tag, { ...changes, spans: null });
}

/** Letters of the first columns, which writing cells asks for again and again. */
const LETTERS: readonly string[] = Array.from({ length: 256 }, (_, column) => columnLetters(column));
