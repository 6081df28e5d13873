import { columnLetters } from "../../../cells/cell";
import { columnIndex } from "../../model/address";
import type { SheetModel } from "../../model/model";
import { cellKey } from "../../model/grid";
import { MAX_COLUMNS } from "../../../cells/cell";
import { decodeUtf8 } from "../strings/cell-text";
import { styleAt } from "./format-bands";
import type { FormatBands, Segment } from "./format-bands";
import type { SheetFacets } from "./sheet-facets";
import { scanSheet } from "./sheet-scanner";
import type { SheetDataPlace } from "./sheet-scanner";
import { TagReader } from "../xml/tags";
import { writeCell } from "./write-cells";
import type { EntryWriter } from "../zip/zip";

/*
 * Cells of a sheet from the file in which a few cells changed. The original bytes are copied; only rows that hold a
 * change are taken apart, and in them only the cells that changed are written anew (with the style they had).
 */

/** What a patch is made of. */
export interface CellPatch {
  readonly sheet: SheetModel;
  readonly before: SheetFacets;
  readonly bands: FormatBands;
  /** Style of the blank cells of a column that has one. */
  readonly columnStyle: (column: number) => number;
  readonly prefix: string;
}

/**
 * Writes the content of `<sheetData>` with the changes of the model.
 * @param bytes the original part
 * @param place where its cells are
 */
export async function patchCells(
  writer: EntryWriter,
  bytes: Uint8Array,
  place: SheetDataPlace,
  patch: CellPatch,
): Promise<void> {
  const data = bytes.subarray(place.dataStart, place.dataEnd);
  const changes = collectChanges(bytes, data, patch);
  const waiting = [...changes.keys()].sort((one, other) => one - other);
  let next = 0;
  const reader = new TagReader(data);
  let copied = 0;
  let row = -1;
  while (next < waiting.length && reader.next()) {
    if (reader.closing || !reader.is("row")) continue;
    const named = reader.attribute("r");
    row = named === null ? row + 1 : Number(named) - 1;
    if (waiting[next]! > row) continue;
    const start = reader.tagStart;
    const tag = decodeUtf8(data, reader.nameEnd, reader.tagEnd - (reader.selfClosing ? 2 : 1));
    writer.writeBytes(data.subarray(copied, start));
    copied = start;
    // Rows that the part does not have yet go before this one.
    for (; next < waiting.length && waiting[next]! < row; next++)
      writeRow(writer, waiting[next]!, "", [], changes, patch);
    if (waiting[next] !== row) continue;
    next += 1;
    const cells = reader.selfClosing ? [] : readRowCells(reader);
    copied = reader.at;
    writeRow(writer, row, tag, cells, changes, patch);
    if (next % ROWS_AT_ONCE === 0) await writer.drain();
  }
  writer.writeBytes(data.subarray(copied));
  for (; next < waiting.length; next++) writeRow(writer, waiting[next]!, "", [], changes, patch);
}

/** The tags around a part's cells, and the prefix of the elements between them. */
export function sheetDataTags(
  bytes: Uint8Array,
  place: SheetDataPlace,
): { opening: string; closing: string; prefix: string } {
  const reader = new TagReader(bytes, place.elementStart);
  reader.next();
  const name = decodeUtf8(bytes, place.elementStart + 1, reader.nameEnd);
  const opening = decodeUtf8(bytes, place.elementStart, reader.tagEnd).replace(/\/>$/, ">");
  return { opening, closing: `</${name}>`, prefix: name.slice(0, name.indexOf(":") + 1) };
}

/** Changed rows after which the packer gets time to catch up. */
const ROWS_AT_ONCE = 256;

interface OriginalCell {
  readonly column: number;
  readonly style: number;
  readonly xml: string;
}

/** Changed columns by row; a row without any only changed its height or its cells' looks. */
type Changes = ReadonlyMap<number, ReadonlySet<number>>;

function collectChanges(bytes: Uint8Array, data: Uint8Array, patch: CellPatch): Changes {
  const { sheet, before } = patch;
  const rows = new Map<number, Set<number>>();
  const touch = (row: number): Set<number> => {
    const columns = rows.get(row) ?? new Set();
    rows.set(row, columns);
    return columns;
  };
  for (const key of sheet.changed.cells) touch(Math.floor(key / MAX_COLUMNS)).add(key % MAX_COLUMNS);
  for (const key of brokenFormulas(data, sheet)) touch(Math.floor(key / MAX_COLUMNS)).add(key % MAX_COLUMNS);
  if (!sheet.changed.other) return rows;
  for (const { area } of sheet.formats) {
    // Whole columns have their look in <cols>; only cells that are there get it too.
    const last = Math.min(area.row + area.rows, Math.max(sheet.rows.length, patch.bands.lastRow + 1));
    for (let row = area.row; row < last; row++) touch(row);
  }
  // Looks can also have been taken away or moved with their cells.
  const stylesBefore = scanSheet(bytes, []).styleIndexes;
  const stylesNow = sheet.styleIndexes ?? stylesBefore;
  for (const [key, style] of stylesBefore) if (stylesNow.get(key) !== style) touch(Math.floor(key / MAX_COLUMNS));
  for (const key of stylesNow.keys()) if (!stylesBefore.has(key)) touch(Math.floor(key / MAX_COLUMNS));
  for (const [row, height] of sheet.rowHeights) if (before.rowHeights.get(row) !== height) touch(row);
  for (const row of before.rowHeights.keys()) if (!sheet.rowHeights.has(row)) touch(row);
  for (const row of sheet.hiddenRows) if (!before.hiddenRows.has(row)) touch(row);
  for (const row of before.hiddenRows) if (!sheet.hiddenRows.has(row)) touch(row);
  return rows;
}

/**
 * Cells whose formula is stored with a cell that is about to be overwritten ("shared"): they must be written out too.
 */
function brokenFormulas(data: Uint8Array, sheet: SheetModel): number[] {
  if (sheet.formulas.size === 0) return [];
  const broken = new Set<string>();
  const users: { key: number; index: string }[] = [];
  const reader = new TagReader(data);
  let row = -1;
  let column = -1;
  while (reader.next()) {
    if (reader.closing) continue;
    if (reader.is("row")) {
      const named = reader.attribute("r");
      row = named === null ? row + 1 : Number(named) - 1;
      column = -1;
    } else if (reader.is("c")) {
      column = columnOf(reader, column);
    } else if (reader.is("f") && reader.attribute("t") === "shared") {
      const key = cellKey(row, column);
      const index = reader.attribute("si") ?? "";
      if (reader.attribute("ref") !== null && sheet.changed.cells.has(key)) broken.add(index);
      else users.push({ key, index });
    }
  }
  return users.filter(({ index }) => broken.has(index)).map(({ key }) => key);
}

function columnOf(reader: TagReader, before: number): number {
  const address = reader.attribute("r");
  return address === null ? before + 1 : columnIndex(address.replace(/\d+$/, ""));
}

/** Cells of the row that the reader has just entered; moves past its closing tag. */
function readRowCells(reader: TagReader): OriginalCell[] {
  const { bytes } = reader;
  const cells: OriginalCell[] = [];
  let column = -1;
  let start = -1;
  let style = 0;
  while (reader.next()) {
    if (reader.closing) {
      if (reader.is("row")) break;
      if (reader.is("c")) cells.push({ column, style, xml: decodeUtf8(bytes, start, reader.tagEnd) });
    } else if (reader.is("c")) {
      column = columnOf(reader, column);
      style = Number(reader.attribute("s") ?? 0);
      start = reader.tagStart;
      if (reader.selfClosing) cells.push({ column, style, xml: decodeUtf8(bytes, start, reader.tagEnd) });
    }
  }
  return cells;
}

/** Writes one row with its changes laid over the cells it had. */
function writeRow(
  writer: EntryWriter,
  row: number,
  tag: string,
  cells: readonly OriginalCell[],
  changes: Changes,
  patch: CellPatch,
): void {
  const { sheet, prefix } = patch;
  const changed = changes.get(row) ?? new Set();
  const { segments } = sheet.changed.other ? patch.bands.at(row) : NO_BAND;
  const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
  const columns = new Set([...byColumn.keys(), ...changed]);
  for (const segment of segments) {
    if (!segment.bounded || segment.last >= MAX_COLUMNS - 1) continue;
    for (let column = segment.first; column <= segment.last; column++) columns.add(column);
  }
  const rowStyle = /\scustomFormat="(1|true)"/.test(tag) ? Number(/\ss="(\d+)"/.exec(tag)?.[1] ?? 0) : null;
  writer.write(`<${prefix}row${rowAttributes(row, tag, patch)}>`);
  for (const column of [...columns].sort((one, other) => one - other)) {
    const original = byColumn.get(column);
    const own = sheet.styleIndexes?.get(cellKey(row, column));
    const base = own ?? (original ? 0 : (rowStyle ?? patch.columnStyle(column)));
    const style = styleAt(segments, column, base);
    if (original && !changed.has(column)) {
      writer.write(style === original.style ? original.xml : withStyle(original.xml, style));
      continue;
    }
    const value = sheet.rows[row]?.[column] ?? "";
    const formula = sheet.formulas.get(cellKey(row, column));
    writeCell(writer, columnLetters(column), String(row + 1), style, value, formula, prefix);
  }
  writer.write(`</${prefix}row>`);
}

const NO_BAND: { readonly segments: readonly Segment[] } = { segments: [] };

function withStyle(xml: string, style: number): string {
  const end = xml.indexOf(">");
  const tag = xml.slice(0, end);
  const without = tag.replace(/\ss\s*=\s*("[^"]*"|'[^']*')/, "");
  return without.replace(/^<[^\s/>]+/, (name) => `${name} s="${style}"`) + xml.slice(end);
}

/** The row's attributes with height and visibility as the model has them. */
function rowAttributes(row: number, tag: string, patch: CellPatch): string {
  const { sheet, before } = patch;
  // A hint on which columns have cells, which may no longer be true.
  let attributes = tag.replace(/\sspans\s*=\s*("[^"]*"|'[^']*')/, "");
  if (!/\sr\s*=/.test(attributes)) attributes = ` r="${row + 1}"${attributes}`;
  const height = sheet.rowHeights.get(row);
  if (height !== before.rowHeights.get(row)) {
    attributes = attributes.replace(/\s(ht|customHeight)\s*=\s*("[^"]*"|'[^']*')/g, "");
    if (height !== undefined) attributes += ` ht="${height}" customHeight="1"`;
  }
  if (sheet.hiddenRows.has(row) !== before.hiddenRows.has(row)) {
    attributes = attributes.replace(/\shidden\s*=\s*("[^"]*"|'[^']*')/, "");
    if (sheet.hiddenRows.has(row)) attributes += ' hidden="1"';
  }
  return attributes.trimEnd();
}
