import { MAX_COLUMNS, MAX_ROWS } from "../../../cells/cell";
import type { CellValue } from "../../../cells/cell";
import type { SheetModel } from "../../model/model";
import { MAX_STYLE, StyleGrid } from "../../model/cell-styles";
import type { CellStyles } from "../../model/cell-styles";
import { columnIndex } from "../../model/address";
import { cellKey } from "../../model/grid";
import { CellBudget } from "./cell-budget";
import { trimUnpreserved, unescapeCellText } from "../strings/cell-text";
import { formulaFromFile, formulaShift } from "../workbook/formula-text";
import { readStringItem } from "../strings/shared-strings";
import { StorageError } from "../storage-error";
import { flag } from "../xml/xml";
import { XmlReader } from "../xml/xml-reader";

/** What a sheet's `<sheetData>` says, and where it stands in the part. */
export interface ScannedCells extends Pick<SheetModel, "rows" | "formulas" | "rowHeights" | "hiddenRows"> {
  /** Style index by cell key; index 0 (the default) is left out. */
  readonly styleIndexes: CellStyles;
  /** Cells that refer to a shared string that is not there; they are blank. */
  readonly missingStrings: number;
  /** Keys of cells whose formula is stored with another cell ("shared"), by the key of that one. */
  readonly sharedFormulas: ReadonlyMap<number, readonly number[]>;
  readonly place: SheetDataPlace;
}

/** Where a part's cells stand: the `<sheetData>` element and the content between its tags, both ends equal where empty. */
export interface SheetDataPlace {
  readonly dataStart: number;
  readonly dataEnd: number;
  readonly elementStart: number;
  readonly elementEnd: number;
}

/**
 * Reads the cells of a sheet part in one pass over its text.
 * @param budget what all sheets of the workbook may hold together.
 * @param packed bytes that the part is compressed to
 * @throws StorageError damaged, too-large.
 */
export function scanSheet(
  text: string,
  sharedStrings: readonly string[],
  budget = new CellBudget(),
  packed = text.length,
): ScannedCells {
  const reader = new XmlReader(text);
  while (!(reader.depth === ROW_DEPTH - 1 && !reader.closing && reader.name === "sheetData")) {
    if (!reader.next()) throw new StorageError("damaged", "worksheet without sheet data");
  }
  const { start: elementStart, end: dataStart } = reader;
  budget.allow(text.length, packed);
  const scanner = new Scanner(reader, sharedStrings, budget);
  const end = reader.selfClosing ? { dataEnd: dataStart, elementEnd: dataStart } : scanner.run();
  reader.finish();
  const { rows, formulas, styleIndexes, rowHeights, hiddenRows, missingStrings, sharedFormulas } = scanner;
  const place = { dataStart, elementStart, ...end };
  return { rows, formulas, styleIndexes, rowHeights, hiddenRows, missingStrings, sharedFormulas, place };
}

/** Depth of `<row>` and `<c>` in a sheet part; what is written elsewhere is none. */
const ROW_DEPTH = 3;
const CELL_DEPTH = 4;

/** A cell as nearly all programs write it, for a prefix of its elements: column, style, type, value, inline text. */
function usualCell(p: string): RegExp {
  return new RegExp(
    `[ \\t\\r\\n]*<${p}c(?: r="([A-Z]{1,3})[0-9]{1,7}")?(?: s="([0-9]{1,5})")?(?: t="([a-zA-Z]+)")?` +
      `(?: ?/>|>(?:<${p}v>([^<]+)</${p}v>|<${p}is><${p}t>([^<]+)</${p}t></${p}is>)?</${p}c>)`,
    "y",
  );
}

/** A formula that is stored with one cell for others too. */
interface SharedFormula {
  readonly row: number;
  readonly column: number;
  /** The formula as it reads so many rows and columns away. */
  readonly shift: (rows: number, columns: number) => string;
  /** Keys of the others. */
  readonly users: number[];
}

/** One pass over the cells of a sheet. */
class Scanner {
  readonly rows: (CellValue[] | undefined)[] = [];
  readonly formulas = new Map<number, string>();
  readonly styleIndexes = new StyleGrid();
  readonly rowHeights = new Map<number, number>();
  readonly hiddenRows = new Set<number>();
  missingStrings = 0;
  readonly sharedFormulas = new Map<number, number[]>();
  private readonly shared = new Map<string, SharedFormula>();
  private row = -1;
  private column = -1;
  /** The current row's values; null until it has one. */
  private cells: CellValue[] | null = null;
  /** Styles of the current row as far as it has been read, as `StyleGrid.setRow` takes them. */
  private readonly rowStyles = new Uint16Array(MAX_COLUMNS);
  private rowStylesEnd = 0;

  constructor(
    private readonly reader: XmlReader,
    private readonly sharedStrings: readonly string[],
    private readonly budget: CellBudget,
  ) {}

  /** Reads up to `</sheetData>`; answers where it stands. */
  run(): Pick<SheetDataPlace, "dataEnd" | "elementEnd"> {
    const { reader } = this;
    const { scope } = reader;
    const usual = usualCell(reader.prefix);
    let inRow = false;
    for (;;) {
      while (inRow && reader.scope === scope) {
        const found = reader.take(usual);
        if (!found) break;
        const [, letters, style, type, value, text] = found;
        this.enterCell(letters, style);
        if (value !== undefined) this.setValue(this.valueOf(type, unescapeCellText(reader.meant(value))));
        else if (text !== undefined) {
          this.setValue(this.budget.spend(trimUnpreserved(unescapeCellText(reader.meant(text)))) || null);
        }
      }
      if (!reader.next()) throw new StorageError("damaged", "sheet data is cut off");
      const { name, depth, closing } = reader;
      if (closing && depth <= ROW_DEPTH - 2) {
        this.leaveRow();
        return { dataEnd: reader.start, elementEnd: reader.end };
      }
      if (name === "row" && depth === ROW_DEPTH && !closing) this.enterRow();
      if (name === "row" && depth <= ROW_DEPTH) inRow = !closing && !reader.selfClosing;
      if (name !== "c" || closing) continue;
      if (depth === ROW_DEPTH) throw new StorageError("damaged", "cell outside a row");
      if (depth === CELL_DEPTH) this.readCell();
    }
  }

  private enterRow(): void {
    const { attributes } = this.reader;
    this.leaveRow();
    const named = attributes.get("r");
    this.row = named === undefined ? this.row + 1 : /^\d{1,7}$/.test(named) ? Number(named) - 1 : -1;
    this.column = -1;
    if (!(this.row >= 0 && this.row < MAX_ROWS)) throw new StorageError("damaged", "row beyond the last row");
    const height = parseNumber(attributes.get("ht") ?? "");
    if (typeof height === "number" && height >= 0) this.rowHeights.set(this.row, height);
    if (flag(this.reader, "hidden")) this.hiddenRows.add(this.row);
    this.cells = this.rows[this.row] ?? null;
  }

  /** Moves to a cell, behind the last one where it does not say its column, and keeps its style. */
  private enterCell(letters: string | undefined, written: string | undefined): void {
    this.column = letters === undefined ? this.column + 1 : columnIndex(letters);
    const { column, rowStyles } = this;
    if (column < 0 || column >= MAX_COLUMNS) throw new StorageError("damaged", "cell beyond the last column");
    this.budget.addCell();
    const style = written === undefined ? 0 : Number(written);
    if (style === 0) return;
    if (column >= this.rowStylesEnd) {
      rowStyles.fill(0, this.rowStylesEnd, column);
      this.rowStylesEnd = column + 1;
    }
    rowStyles[column] = Math.min(style, MAX_STYLE) + 1;
  }

  private setValue(value: CellValue | null): void {
    if (value === null) return;
    const { budget, column } = this;
    if (this.cells === null) budget.addLine();
    const cells = (this.cells ??= this.rows[this.row] = []);
    if (cells.length < column) budget.addBlanks(column - cells.length);
    while (cells.length < column) cells.push("");
    cells[column] = value;
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

  /** Reads the cell whose opening tag was just read, up to its closing tag. A formula cell has a value even where it is blank. */
  private readCell(): void {
    const { reader } = this;
    const { attributes, selfClosing } = reader;
    this.enterCell(
      /^[A-Za-z]{1,4}/.exec(attributes.get("r") ?? "")?.[0],
      /^\d{1,7}$/.exec(attributes.get("s") ?? "")?.[0],
    );
    if (selfClosing) return;
    let value: CellValue | null = null;
    let hasFormula = false;
    while (reader.next() && !(reader.closing && reader.depth < CELL_DEPTH)) {
      if (reader.closing || reader.depth !== CELL_DEPTH + 1) continue;
      if (reader.name === "f") {
        this.readFormula();
        hasFormula = true;
      } else if (reader.selfClosing) continue;
      else if (reader.name === "v") value = this.valueOf(attributes.get("t"), unescapeCellText(reader.readText()));
      else if (reader.name === "is") value = this.budget.spend(readStringItem(reader)) || null;
    }
    this.setValue(value ?? (hasFormula ? "" : null));
  }

  /** What the text of a `<v>` stands for in a cell of a type; null where the cell is blank. */
  private valueOf(type = "n", text: string): CellValue | null {
    if (type === "s") {
      const number = parseNumber(text);
      if (number === "") return null;
      const shared = this.sharedStrings[Number(number)];
      if (shared === undefined) this.missingStrings += 1;
      return this.budget.spend(shared ?? "") || null;
    }
    if (type.startsWith("n")) return parseNumber(text);
    if (type.startsWith("b")) return text.trim() === "1" || text.trim() === "true";
    // "e" (error), "str", "inlineStr" and "d" (an ISO date, which Excel itself never writes) are text.
    return this.budget.spend(text) || null;
  }

  private readFormula(): void {
    const { reader, row, column, shared, formulas, budget } = this;
    const index = reader.attributes.get("t") === "shared" ? reader.attributes.get("si") : undefined;
    const text = reader.selfClosing ? "" : unescapeCellText(reader.readText());
    const master = shared.get(index ?? "");
    const key = cellKey(row, column);
    if (text !== "") {
      const formula = budget.spend(formulaFromFile(text));
      formulas.set(key, formula);
      if (index === undefined) return;
      const users: number[] = [];
      shared.set(index, { row, column, shift: formulaShift(formula), users });
      this.sharedFormulas.set(key, users);
    } else if (index !== undefined && master) {
      master.users.push(key);
      formulas.set(key, budget.spend(master.shift(row - master.row, column - master.column)));
    }
  }
}

/** A number as written; text that is none stays text, as Excel would show it. */
function parseNumber(text: string): CellValue {
  const trimmed = text.trim();
  const value = NUMBER.test(trimmed) ? Number(trimmed) : NaN;
  return Number.isFinite(value) ? value : trimmed;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
