import type { CellValue } from "../../../cells/cell";
import { MAX_STYLE, StyleGrid } from "../../model/cell-styles";
import type { CellStyles } from "../../model/cell-styles";
import { cellKey } from "../../model/grid";
import { MAX_COLUMNS, MAX_ROWS } from "../../../cells/cell";
import { CellBudget } from "./cell-budget";
import { decodeUtf8, readXmlText, textEnd, trimUnpreserved, unescapeCellText } from "../strings/cell-text";
import { formulaFromFile, formulaShift } from "../workbook/formula-text";
import { readStringItem, readText } from "../strings/shared-strings";
import { StorageError } from "../storage-error";
import { TagReader } from "../xml/tags";

/** What a sheet's `<sheetData>` says, and where it stands in the part. */
export interface ScannedCells {
  readonly rows: (CellValue[] | undefined)[];
  readonly formulas: Map<number, string>;
  /** Style index by cell key; index 0 (the default) is left out. */
  readonly styleIndexes: CellStyles;
  /** Points by row, for rows that say so. */
  readonly rowHeights: Map<number, number>;
  readonly hiddenRows: Set<number>;
  /** Cells that refer to a shared string that is not there; they are blank. */
  readonly missingStrings: number;
  /** Place of the content between `<sheetData>` and `</sheetData>`; both ends equal where it is empty. */
  readonly dataStart: number;
  readonly dataEnd: number;
  /** Place of the element itself, tags included. */
  readonly elementStart: number;
  readonly elementEnd: number;
}

/**
 * Reads the cells of a sheet part in one pass over its bytes.
 * @param budget what all sheets of the workbook may hold together.
 * @param packed bytes that the part is compressed to
 * @throws StorageError damaged, too-large.
 */
export function scanSheet(
  bytes: Uint8Array,
  sharedStrings: readonly string[],
  budget = new CellBudget(),
  packed = bytes.length,
): ScannedCells {
  const reader = new TagReader(bytes, 0, true);
  const place = enterSheetData(reader);
  budget.allow(bytes.length, packed);
  const scanner = new Scanner(reader, sharedStrings, budget);
  const before = reader.elements;
  const end = place.empty ? place : scanner.run();
  const inside = reader.elements - before;
  reader.finish();
  budget.addElements(reader.elements - inside);
  const { rows, formulas, styleIndexes, rowHeights, hiddenRows, missingStrings } = scanner;
  return { rows, formulas, styleIndexes, rowHeights, hiddenRows, missingStrings, ...place, ...end };
}

/** Depth of `<row>` and `<c>` in a sheet part; what is written elsewhere is none. */
const ROW_DEPTH = 3;
const CELL_DEPTH = 4;

const VALUE = asBytes("<v>");
const AFTER_VALUE = asBytes("</v></c>");
const INLINE = asBytes("<is><t>");
const AFTER_INLINE = asBytes("</t></is></c>");

function asBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A formula that is stored with one cell for others too. */
interface SharedFormula {
  readonly row: number;
  readonly column: number;
  /** The formula as it reads so many rows and columns away. */
  readonly shift: (rows: number, columns: number) => string;
}

/** One pass over the cells of a sheet. */
class Scanner {
  readonly rows: (CellValue[] | undefined)[] = [];
  readonly formulas = new Map<number, string>();
  readonly styleIndexes = new StyleGrid();
  readonly rowHeights = new Map<number, number>();
  readonly hiddenRows = new Set<number>();
  missingStrings = 0;
  private readonly shared = new Map<string, SharedFormula>();
  private row = -1;
  private column = -1;
  /** The current row's values; null until it has one. */
  private cells: CellValue[] | null = null;
  /** Styles of the current row as far as it has been read, as `StyleGrid.setRow` takes them. */
  private readonly rowStyles = new Uint16Array(MAX_COLUMNS);
  private rowStylesEnd = 0;
  private style = 0;
  private type = TYPE_NUMBER;

  constructor(
    private readonly reader: TagReader,
    private readonly sharedStrings: readonly string[],
    private readonly budget: CellBudget,
  ) {}

  /** Reads up to `</sheetData>`; answers where it stands. */
  run(): Pick<SheetDataPlace, "dataEnd" | "elementEnd"> {
    const { reader } = this;
    const { bytes } = reader;
    while (reader.next()) {
      if (reader.closing) {
        if (reader.depth > ROW_DEPTH - 2) continue;
        this.leaveRow();
        return { dataEnd: reader.tagStart, elementEnd: reader.tagEnd };
      }
      const letter = bytes[reader.nameStart];
      const length = reader.nameEnd - reader.nameStart;
      if (length === 1 && letter === LETTER_C && reader.depth === CELL_DEPTH) this.enterCell();
      else if (length === 3 && letter === LETTER_R && reader.depth === ROW_DEPTH && reader.is("row")) this.enterRow();
      else if (length === 1 && letter === LETTER_C && reader.depth === ROW_DEPTH) {
        throw new StorageError("damaged", "cell outside a row");
      }
    }
    throw new StorageError("damaged", "sheet data is cut off");
  }

  private enterRow(): void {
    const { reader } = this;
    const { bytes, attributePlaces } = reader;
    this.leaveRow();
    this.row += 1;
    this.column = -1;
    for (let place = 0; place < reader.attributeCount * 4; place += 4) {
      const name = attributePlaces[place]!;
      const start = attributePlaces[place + 2]!;
      const end = attributePlaces[place + 3]!;
      const first = bytes[name];
      const length = attributePlaces[place + 1]! - name;
      if (length === 1 && first === LETTER_R) this.row = parseDigits(bytes, start, end) - 1;
      else if (length === 2 && first === LETTER_H && bytes[name + 1] === LETTER_T) {
        const height = parseNumber(decodeUtf8(bytes, start, end));
        if (typeof height === "number" && height >= 0) this.rowHeights.set(this.row, height);
      } else if (length === 6 && first === LETTER_H) {
        const hidden = reader.attribute("hidden");
        if (hidden === "1" || hidden === "true") this.hiddenRows.add(this.row);
      }
    }
    if (!(this.row >= 0 && this.row < MAX_ROWS)) throw new StorageError("damaged", "row beyond the last row");
    this.cells = this.rows[this.row] ?? null;
  }

  private enterCell(): void {
    const { reader } = this;
    this.readCellTag();
    if (this.column >= MAX_COLUMNS) throw new StorageError("damaged", "cell beyond the last column");
    if (this.style !== 0) this.addStyle();
    this.budget.addCell();
    if (reader.selfClosing) return;
    const value = this.readCell();
    if (value === null) return;
    const { column } = this;
    if (this.cells === null) this.budget.addLine();
    const cells = (this.cells ??= this.rows[this.row] = []);
    if (cells.length < column) this.budget.addBlanks(column - cells.length);
    while (cells.length < column) cells.push("");
    cells[column] = value;
  }

  private addStyle(): void {
    const { column, rowStyles } = this;
    if (column >= this.rowStylesEnd) {
      rowStyles.fill(0, this.rowStylesEnd, column);
      this.rowStylesEnd = column + 1;
    }
    rowStyles[column] = Math.min(this.style, MAX_STYLE) + 1;
  }

  /** Keeps the styles of the row that ends. */
  private leaveRow(): void {
    const { row, rowStyles, rowStylesEnd, styleIndexes } = this;
    if (rowStylesEnd === 0) return;
    this.rowStylesEnd = 0;
    if (!styleIndexes.hasRow(row)) {
      // A quarter of the bytes that a blank value takes.
      this.budget.addBlanks(styleIndexes.setRow(row, rowStyles.subarray(0, rowStylesEnd)) / 4);
      return;
    }
    for (let column = 0; column < rowStylesEnd; column++) {
      if (rowStyles[column]! > 0) styleIndexes.set(cellKey(row, column), rowStyles[column]! - 1);
    }
  }

  /** Reads r, s and t of a `<c>` tag. */
  private readCellTag(): void {
    const { reader } = this;
    const { bytes, attributePlaces } = reader;
    this.column += 1;
    this.style = 0;
    this.type = TYPE_NUMBER;
    for (let place = 0; place < reader.attributeCount * 4; place += 4) {
      const name = attributePlaces[place]!;
      if (attributePlaces[place + 1]! - name !== 1) continue;
      const start = attributePlaces[place + 2]!;
      const end = attributePlaces[place + 3]!;
      const letter = bytes[name];
      if (letter === LETTER_R) this.column = parseColumn(bytes, start, end) ?? this.column;
      else if (letter === LETTER_S) this.style = Math.max(0, parseDigits(bytes, start, end));
      else if (letter === LETTER_T) this.type = cellType(bytes, start, end);
    }
  }

  /**
   * Value of the cell whose opening tag was just read, null for none; moves past its closing tag. A formula cell has a
   * value even where it is blank.
   */
  private readCell(): CellValue | null {
    const { reader } = this;
    const { bytes } = reader;
    const usual = reader.plain ? this.readUsualCell() : null;
    if (usual !== null) return usual;
    let value: CellValue = "";
    let hasFormula = false;
    while (reader.next()) {
      if (reader.closing) {
        if (reader.depth < CELL_DEPTH) break;
        continue;
      }
      if (reader.depth !== CELL_DEPTH + 1) continue;
      const first = bytes[reader.nameStart];
      const single = reader.nameEnd - reader.nameStart === 1;
      if (single && first === LETTER_V) {
        if (!reader.selfClosing) value = this.readValue();
      } else if (single && first === LETTER_F) {
        this.readFormula();
        hasFormula = true;
      } else if (reader.is("is") && !reader.selfClosing) value = this.budget.spend(readStringItem(reader));
    }
    return value === "" && !hasFormula ? null : value;
  }

  /** The value of a cell written as nearly all are; null, without having moved, for any other. */
  private readUsualCell(): CellValue | null {
    const { reader } = this;
    const { bytes } = reader;
    const start = reader.tagEnd;
    if (reader.stands(VALUE, start)) {
      if (this.type !== TYPE_NUMBER && this.type !== TYPE_SHARED) return null;
      const first = start + VALUE.length;
      let value = 0;
      let at = first;
      for (; at < first + 15; at++) {
        const digit = bytes[at]! - 0x30;
        if (!(digit >= 0 && digit <= 9)) break;
        value = value * 10 + digit;
      }
      if (at === first || !reader.stands(AFTER_VALUE, at)) return null;
      const text = this.type === TYPE_SHARED ? this.sharedStrings[value] : undefined;
      if (this.type === TYPE_SHARED && (text === undefined || text === "")) return null;
      reader.passTo(at + AFTER_VALUE.length);
      return text === undefined ? value : this.budget.spend(text);
    }
    if (!reader.stands(INLINE, start)) return null;
    const text = trimUnpreserved(unescapeCellText(readXmlText(bytes, start + INLINE.length)));
    if (text === "" || !reader.stands(AFTER_INLINE, textEnd)) return null;
    reader.passTo(textEnd + AFTER_INLINE.length);
    return this.budget.spend(text);
  }

  private readValue(): CellValue {
    const { reader } = this;
    const { bytes } = reader;
    if (this.type === TYPE_NUMBER || this.type === TYPE_SHARED) {
      const start = reader.tagEnd;
      let value = 0;
      let at = start;
      for (; at < start + 15; at++) {
        const digit = bytes[at]! - 0x30;
        if (!(digit >= 0 && digit <= 9)) break;
        value = value * 10 + digit;
      }
      const whole = at > start && bytes[at] === LESS && bytes[at + 1] === SLASH;
      if (whole) reader.at = at;
      const number = whole ? value : parseNumber(readText(reader));
      if (this.type === TYPE_NUMBER) return number;
      if (number === "") return "";
      const shared = this.sharedStrings[Number(number)];
      if (shared === undefined) this.missingStrings += 1;
      return this.budget.spend(shared ?? "");
    }
    const text = readText(reader);
    if (this.type === TYPE_BOOLEAN) return text.trim() === "1" || text.trim() === "true";
    return this.budget.spend(text);
  }

  private readFormula(): void {
    const { reader, row, column, shared } = this;
    const kind = reader.attribute("t");
    const index = kind === "shared" ? reader.attribute("si") : null;
    const text = reader.selfClosing ? "" : readText(reader);
    const master = index === null ? undefined : shared.get(index);
    if (text !== "") {
      const formula = this.budget.spend(formulaFromFile(text));
      if (index !== null) shared.set(index, { row, column, shift: formulaShift(formula) });
      this.formulas.set(cellKey(row, column), formula);
    } else if (master) {
      const formula = master.shift(row - master.row, column - master.column);
      this.formulas.set(cellKey(row, column), this.budget.spend(formula));
    }
  }
}

const TYPE_NUMBER = 0;
const TYPE_SHARED = 1;
const TYPE_TEXT = 2;
const TYPE_BOOLEAN = 3;

/** Column of an address; null where it does not begin with one. */
function parseColumn(bytes: Uint8Array, start: number, end: number): number | null {
  let column = 0;
  for (let at = start; at < end && column <= MAX_COLUMNS; at++) {
    const code = bytes[at]! & 0xdf;
    if (code < 0x41 || code > 0x5a) break;
    column = column * 26 + code - 0x40;
  }
  return column === 0 ? null : column - 1;
}

/** A whole number of up to seven digits; -1 for anything else. */
function parseDigits(bytes: Uint8Array, start: number, end: number): number {
  if (end <= start || end - start > 7) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function cellType(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start];
  if (first === LETTER_S) return end - start === 1 ? TYPE_SHARED : TYPE_TEXT;
  if (first === LETTER_B) return TYPE_BOOLEAN;
  // "n" is a number; "e" (error), "str", "inlineStr" and "d" (an ISO date, which Excel itself never writes) are text.
  return first === LETTER_N ? TYPE_NUMBER : TYPE_TEXT;
}

/** A number as written; text that is none stays text, as Excel would show it. */
function parseNumber(text: string): CellValue {
  const trimmed = text.trim();
  const value = NUMBER.test(trimmed) ? Number(trimmed) : NaN;
  return Number.isFinite(value) ? value : trimmed;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

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
  const reader = new TagReader(bytes, 0, true);
  const place = enterSheetData(reader);
  if (place.empty) return place;
  const tag = bytes.subarray(place.elementStart + 1, reader.nameEnd);
  // Backwards, because what follows the cells is small.
  for (let at = bytes.length - 1; at > place.dataStart; at--) {
    if (bytes[at] !== LESS || bytes[at + 1] !== SLASH) continue;
    if (!tag.every((code, index) => bytes[at + 2 + index] === code)) continue;
    const close = bytes.indexOf(GREATER, at);
    return { ...place, dataEnd: at, elementEnd: close + 1 };
  }
  throw new StorageError("damaged", "sheet data is cut off");
}

/** Moves to the first tag inside `<sheetData>`; a sheet without one (some producers) has none to enter. */
function enterSheetData(reader: TagReader): SheetDataPlace {
  while (reader.next()) {
    if (reader.closing || reader.depth !== ROW_DEPTH - 1 || !reader.is("sheetData")) continue;
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
const LETTER_H = 0x68;
const LETTER_N = 0x6e;
const LETTER_R = 0x72;
const LETTER_S = 0x73;
const LETTER_T = 0x74;
const LETTER_V = 0x76;
const SLASH = 0x2f;
const LESS = 0x3c;
const GREATER = 0x3e;
