import type { CellValue } from "../../../ledger/cell";
import { cellKey, MAX_COLUMNS, MAX_ROWS } from "../../workbook";
import { decodeUtf8, unescapeCellText } from "../strings/cell-text";
import { formulaFromFile, shiftFormula } from "../workbook/formula-text";
import { readStringItem, readText } from "../strings/shared-strings";
import { StorageError } from "../storage-error";
import { TagReader } from "../xml/tags";

/** What a sheet's `<sheetData>` says, and where it stands in the part. */
export interface ScannedCells {
  readonly rows: (CellValue[] | undefined)[];
  readonly formulas: Map<number, string>;
  /** Style index by cell key; index 0 (the default) is left out. */
  readonly styleIndexes: Map<number, number>;
  /** Points by row, for rows that say so. */
  readonly rowHeights: Map<number, number>;
  readonly hiddenRows: Set<number>;
  /** Place of the content between `<sheetData>` and `</sheetData>`; both ends equal where it is empty. */
  readonly dataStart: number;
  readonly dataEnd: number;
  /** Place of the element itself, tags included. */
  readonly elementStart: number;
  readonly elementEnd: number;
}

/** Cells with a value or style that one sheet may hold; beyond it the model would not fit into a browser's memory. */
const MAX_CELLS = 20_000_000;

/**
 * Reads the cells of a sheet part in one pass over its bytes.
 * @throws StorageError damaged, too-large.
 */
export function scanSheet(bytes: Uint8Array, sharedStrings: readonly string[]): ScannedCells {
  const reader = new TagReader(bytes);
  const rows: (CellValue[] | undefined)[] = [];
  const formulas = new Map<number, string>();
  const styleIndexes = new Map<number, number>();
  const rowHeights = new Map<number, number>();
  const hiddenRows = new Set<number>();
  const shared = new Map<string, { row: number; column: number; text: string }>();

  const place = enterSheetData(reader);
  if (place.empty) {
    return { rows, formulas, styleIndexes, rowHeights, hiddenRows, ...place };
  }
  let row = -1;
  let column = -1;
  let cells: CellValue[] = [];
  let cellCount = 0;
  while (reader.next()) {
    if (reader.closing) {
      if (reader.is("sheetData")) {
        return {
          rows,
          formulas,
          styleIndexes,
          rowHeights,
          hiddenRows,
          dataStart: place.dataStart,
          dataEnd: reader.tagStart,
          elementStart: place.elementStart,
          elementEnd: reader.tagEnd,
        };
      }
      continue;
    }
    const letter = bytes[reader.nameStart];
    const length = reader.nameEnd - reader.nameStart;
    if (length === 1 && letter === LETTER_C) {
      readCellTag(reader, cell);
      column = cell.column >= 0 ? cell.column : column + 1;
      if (row < 0) throw new StorageError("damaged", "cell outside a row");
      if (column >= MAX_COLUMNS) throw new StorageError("damaged", "cell beyond the last column");
      cellCount += 1 + Math.max(0, column - cells.length);
      if (cellCount > MAX_CELLS) throw new StorageError("too-large", "too many cells");
      if (cell.style !== 0) styleIndexes.set(cellKey(row, column), cell.style);
      if (reader.selfClosing) continue;
      const value = readCell();
      if (value !== null) {
        while (cells.length < column) cells.push("");
        cells[column] = value;
      }
    } else if (length === 3 && letter === LETTER_R && reader.is("row")) {
      const named = reader.attribute("r");
      row = named === null ? row + 1 : Number(named) - 1;
      if (!(row >= 0 && row < MAX_ROWS)) throw new StorageError("damaged", "row beyond the last row");
      column = -1;
      cells = rows[row] ?? [];
      rows[row] = cells;
      const height = reader.attribute("ht");
      if (height !== null && Number(height) >= 0) rowHeights.set(row, Number(height));
      const hidden = reader.attribute("hidden");
      if (hidden === "1" || hidden === "true") hiddenRows.add(row);
    }
  }
  throw new StorageError("damaged", "sheet data is cut off");

  /**
   * Value of the cell whose opening tag was just read, null for none; moves past its closing tag. A formula cell has a
   * value even where it is blank.
   */
  function readCell(): CellValue | null {
    const type = cell.type;
    let value: CellValue = "";
    let hasFormula = false;
    while (reader.next()) {
      if (reader.closing) {
        if (reader.nameEnd - reader.nameStart === 1 && bytes[reader.nameStart] === LETTER_C) break;
        continue;
      }
      const first = bytes[reader.nameStart];
      const single = reader.nameEnd - reader.nameStart === 1;
      if (single && first === LETTER_V) {
        if (!reader.selfClosing) value = readValue(type);
      } else if (single && first === LETTER_F) {
        readFormula();
        hasFormula = true;
      } else if (reader.is("is") && !reader.selfClosing) value = readStringItem(reader, "is");
    }
    return value === "" && !hasFormula ? null : value;
  }

  function readValue(type: number): CellValue {
    if (type === TYPE_SHARED) {
      const index = readInteger();
      return sharedStrings[index] ?? "";
    }
    if (type === TYPE_NUMBER) {
      const start = reader.tagEnd;
      reader.next();
      return parseNumber(bytes, start, reader.tagStart);
    }
    const text = readText(reader);
    if (type === TYPE_BOOLEAN) return text.trim() === "1" || text.trim() === "true";
    return text;
  }

  function readInteger(): number {
    const start = reader.tagEnd;
    reader.next();
    const value = parseNumber(bytes, start, reader.tagStart);
    return typeof value === "number" ? value : -1;
  }

  function readFormula(): void {
    const kind = reader.attribute("t");
    const index = kind === "shared" ? reader.attribute("si") : null;
    const text = reader.selfClosing ? "" : readText(reader);
    const master = index === null ? undefined : shared.get(index);
    if (text !== "") {
      if (index !== null) shared.set(index, { row, column, text });
      formulas.set(cellKey(row, column), formulaFromFile(text));
    } else if (master) {
      formulas.set(
        cellKey(row, column),
        formulaFromFile(shiftFormula(master.text, row - master.row, column - master.column)),
      );
    }
  }
}

/** A cell's opening tag; one object is reused, as there may be millions of them. */
const cell = { column: -1, style: 0, type: 0 };

const TYPE_NUMBER = 0;
const TYPE_SHARED = 1;
const TYPE_TEXT = 2;
const TYPE_BOOLEAN = 3;

/** Reads r, s and t of a `<c>` tag into `into`. */
function readCellTag(reader: TagReader, into: typeof cell): void {
  const { bytes } = reader;
  const end = reader.tagEnd - 1;
  into.column = -1;
  into.style = 0;
  into.type = TYPE_NUMBER;
  let at = reader.nameEnd;
  while (at < end) {
    const name = bytes[at]!;
    if (name <= SPACE || name === SLASH) {
      at += 1;
      continue;
    }
    let equals = at + 1;
    while (equals < end && bytes[equals] !== EQUALS) equals++;
    let valueStart = equals + 1;
    while (valueStart < end && bytes[valueStart] !== DOUBLE_QUOTE && bytes[valueStart] !== SINGLE_QUOTE) valueStart++;
    const quote = bytes[valueStart];
    valueStart += 1;
    let stop = valueStart;
    while (stop < end && bytes[stop] !== quote) stop++;
    if (equals === at + 1) {
      if (name === LETTER_R) into.column = parseColumn(bytes, valueStart, stop);
      else if (name === LETTER_S) into.style = parseDigits(bytes, valueStart, stop);
      else if (name === LETTER_T) into.type = cellType(bytes, valueStart, stop);
    }
    at = stop + 1;
  }
}

function parseColumn(bytes: Uint8Array, start: number, end: number): number {
  let column = 0;
  for (let at = start; at < end; at++) {
    const code = bytes[at]! & 0xdf;
    if (code < 0x41 || code > 0x5a) break;
    column = column * 26 + code - 0x40;
  }
  return column - 1;
}

function parseDigits(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + bytes[at]! - 0x30;
  return value >= 0 && value < 1_000_000 ? value : 0;
}

function cellType(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start];
  if (first === LETTER_S) return end - start === 1 ? TYPE_SHARED : TYPE_TEXT;
  if (first === LETTER_B) return TYPE_BOOLEAN;
  // "n" is a number; "e" (error), "str", "inlineStr" and "d" (an ISO date, which Excel itself never writes) are text.
  return first === LETTER_N ? TYPE_NUMBER : TYPE_TEXT;
}

/** A number as written; text that is none stays text, as Excel would show it. */
function parseNumber(bytes: Uint8Array, start: number, end: number): CellValue {
  if (end - start <= 15) {
    let value = 0;
    let at = start;
    for (; at < end; at++) {
      const digit = bytes[at]! - 0x30;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (at === end) return end > start ? value : "";
  }
  const text = unescapeCellText(decodeUtf8(bytes, start, end)).trim();
  if (text === "") return "";
  const value = Number(text);
  return Number.isNaN(value) ? text : value;
}

/** Where a part's cells stand: the `<sheetData>` element and the content between its tags. */
export interface SheetDataPlace {
  readonly dataStart: number;
  readonly dataEnd: number;
  readonly elementStart: number;
  readonly elementEnd: number;
  readonly empty: boolean;
}

/** Finds the cells of a part without reading them. */
export function findSheetData(bytes: Uint8Array): SheetDataPlace {
  const place = enterSheetData(new TagReader(bytes));
  if (place.empty) return place;
  // Backwards, because what follows the cells is small.
  for (let at = bytes.length - 1; at > place.dataStart; at--) {
    if (bytes[at] !== LESS || bytes[at + 1] !== SLASH) continue;
    const reader = new TagReader(bytes, at);
    if (reader.next() && reader.is("sheetData")) return { ...place, dataEnd: at, elementEnd: reader.tagEnd };
  }
  throw new StorageError("damaged", "sheet data is cut off");
}

/** Moves to the first tag inside `<sheetData>`; a sheet without one (some producers) has none to enter. */
function enterSheetData(reader: TagReader): SheetDataPlace {
  while (reader.next()) {
    if (reader.closing || !reader.is("sheetData")) continue;
    return {
      dataStart: reader.tagEnd,
      dataEnd: reader.tagEnd,
      elementStart: reader.tagStart,
      elementEnd: reader.tagEnd,
      empty: reader.selfClosing,
    };
  }
  throw new StorageError("damaged", "worksheet without sheet data");
}

const LETTER_B = 0x62;
const LETTER_C = 0x63;
const LETTER_F = 0x66;
const LETTER_N = 0x6e;
const LETTER_R = 0x72;
const LETTER_S = 0x73;
const LETTER_T = 0x74;
const LETTER_V = 0x76;
const SPACE = 0x20;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUALS = 0x3d;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
