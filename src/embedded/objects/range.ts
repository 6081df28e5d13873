import type { Area, CellValue } from "../../cells/cell";
import { boundingArea, contains, containsCell, intersection, subtractArea } from "../model/address";
import { MAX_CELLS, emptyCells, enterCells } from "../editing/cell-entry";
import { copyCells } from "../editing/copy";
import { isErrorValue } from "../../cells/error-value";
import { clearFormats, formatGrid, layFormat } from "../model/formats";
import { areaBox } from "../model/geometry";
import type { Host } from "../editing/host";
import { ExcelError, invalidArgument, itemNotFound } from "../editing/excel-error";
import type { SheetModel } from "../model/model";
import { formatValue } from "../text/number-format";
import { activateSheet } from "../editing/sheets";
import { specialCells } from "../editing/special-cells";
import { deleteCells, insertCells } from "../editing/structure";
import { readValues, usedArea } from "../model/workbook";
import { cellKey } from "../model/grid";
import { MAX_COLUMNS, MAX_ROWS } from "../../cells/cell";
import { getCellProperties, getLineProperties, setCellProperties, setLineProperties } from "./cell-properties";
import { writeNumberFormats } from "./range-format";
import { extendedRange, findText, rangeEdge, surroundingRegion } from "./range-search";
import {
  type Arguments,
  type ClassTable,
  asFlag,
  asOneOf,
  asText,
  defineClass,
  method,
  navigation,
  objectMethod,
  readsValues,
  property,
  sheetProperty,
  sheetMethod,
  editsSheet,
} from "./member";
import { areaOf, fullAddress, rangeArgument, rangeOf, rangeOnSheet, type RangeTarget } from "./targets";

/** Excel.Range */
export const range: ClassTable<RangeTarget> = defineClass<RangeTarget>({
  name: "Range",
  members: {
    conditionalFormats: navigation("1.6", "ConditionalFormatCollection", same),
    dataValidation: navigation("1.8", "DataValidation", same),
    format: navigation("1.1", "RangeFormat", same),
    worksheet: navigation("1.1", "Worksheet", ({ sheet }) => ({ sheet })),
    address: property("1.1", fullAddress),
    addressLocal: property("1.1", fullAddress),
    cellCount: property("1.1", (target) => {
      const { rows, columns } = areaOf(target);
      // Excel says -1 where the number does not fit into 32 bits.
      return rows * columns > 2 ** 31 - 1 ? -1 : rows * columns;
    }),
    columnCount: property("1.1", (target) => areaOf(target).columns),
    columnHidden: sheetProperty(
      "1.2",
      (target) => hiddenIn(target.sheet.hiddenColumns, areaOf(target).column, areaOf(target).columns),
      (target, value) => {
        const { column, columns } = areaOf(target);
        setHidden(target.sheet.hiddenColumns, column, columns, asFlag(value));
      },
    ),
    columnIndex: property("1.1", (target) => areaOf(target).column),
    formulas: property("1.1", readFormulas, enter),
    formulasLocal: property("1.1", readFormulas, enter),
    hasSpill: property("1.12", () => false),
    height: property("1.10", (target) => areaBox(target.sheet, areaOf(target)).height),
    hidden: property("1.2", (target) => {
      const { row, rows, column, columns } = areaOf(target);
      const { hiddenRows, hiddenColumns } = target.sheet;
      const states = [hiddenIn(hiddenRows, row, rows), hiddenIn(hiddenColumns, column, columns)];
      return states.includes(true) ? true : states.includes(null) ? null : false;
    }),
    hyperlink: sheetProperty("1.7", readHyperlink, writeHyperlink),
    isEntireColumn: property("1.7", (target) => areaOf(target).rows === MAX_ROWS),
    isEntireRow: property("1.7", (target) => areaOf(target).columns === MAX_COLUMNS),
    left: property("1.10", (target) => areaBox(target.sheet, areaOf(target)).left),
    numberFormat: sheetProperty("1.1", readNumberFormats, writeNumberFormats),
    numberFormatLocal: sheetProperty("1.7", readNumberFormats, writeNumberFormats),
    rowCount: property("1.1", (target) => areaOf(target).rows),
    rowHidden: sheetProperty(
      "1.2",
      (target) => hiddenIn(target.sheet.hiddenRows, areaOf(target).row, areaOf(target).rows),
      (target, value) => {
        const { row, rows } = areaOf(target);
        setHidden(target.sheet.hiddenRows, row, rows, asFlag(value));
      },
    ),
    rowIndex: property("1.1", (target) => areaOf(target).row),
    text: property("1.1", (target, host) => readCells(target, (area) => displayedText(host, target.sheet, area))),
    top: property("1.10", (target) => areaBox(target.sheet, areaOf(target)).top),
    valueTypes: property("1.1", (target) =>
      readCells(target, (area) => readValues(target.sheet, area).map((row) => row.map(valueType))),
    ),
    values: property("1.1", (target) => readCells(target, (area) => readValues(target.sheet, area)), enter),
    width: property("1.10", (target) => areaBox(target.sheet, areaOf(target)).width),
    calculate: method("1.6", (_target, _args, host) => {
      host.calculator.recalculate();
    }),
    clear: method("1.1", clear),
    copyFrom: readsValues(method("1.9", copyFrom)),
    delete: sheetMethod("1.1", (target, args, host) => {
      deleteCells(host, target.sheet, areaOf(target), asOneOf(args.text(0), ["Up", "Left"]));
    }),
    find: readsValues(objectMethod("1.9", "Range", (target, args, host) => existing(findText(target, args, host)))),
    findOrNullObject: readsValues(objectMethod("1.9", "Range", findText)),
    getAbsoluteResizedRange: objectMethod("1.7", "Range", (target, args) => {
      return rangeOf(target.sheet, { ...areaOf(target), rows: args.whole(0), columns: args.whole(1) });
    }),
    getBoundingRect: objectMethod("1.1", "Range", (target, args, host) =>
      rangeOf(target.sheet, boundingArea(areaOf(target), areaOf(rangeOnSheet(host, target.sheet, args, 0)))),
    ),
    getCell: objectMethod("1.1", "Range", (target, args) => {
      const { row, column } = areaOf(target);
      return rangeOf(target.sheet, { row: row + args.whole(0), column: column + args.whole(1), rows: 1, columns: 1 });
    }),
    getCellProperties: method("1.9", (target, args, host) => getCellProperties(range, host, target, args.raw(0))),
    getColumn: objectMethod("1.1", "Range", (target, args) => {
      const area = areaOf(target);
      return rangeOf(target.sheet, { ...area, column: area.column + inside(args.whole(0), area.columns), columns: 1 });
    }),
    getColumnProperties: method("1.9", (target, args, host) =>
      getLineProperties(range, host, target, "column", args.raw(0)),
    ),
    getColumnsAfter: objectMethod("1.2", "Range", (target, args) => beside(target, args, "columns", 1)),
    getColumnsBefore: objectMethod("1.2", "Range", (target, args) => beside(target, args, "columns", -1)),
    getEntireColumn: objectMethod("1.1", "Range", (target) => {
      return rangeOf(target.sheet, { ...areaOf(target), row: 0, rows: MAX_ROWS });
    }),
    getEntireRow: objectMethod("1.1", "Range", (target) => {
      return rangeOf(target.sheet, { ...areaOf(target), column: 0, columns: MAX_COLUMNS });
    }),
    getExtendedRange: readsValues(objectMethod("1.13", "Range", extendedRange)),
    getIntersection: objectMethod("1.1", "Range", (target, args, host) => {
      const shared = intersect(target, args, host);
      if (!shared) throw itemNotFound();
      return shared;
    }),
    getIntersectionOrNullObject: objectMethod("1.4", "Range", intersect),
    getLastCell: objectMethod("1.1", "Range", (target) => {
      const { row, column, rows, columns } = areaOf(target);
      return rangeOf(target.sheet, { row: row + rows - 1, column: column + columns - 1, rows: 1, columns: 1 });
    }),
    getLastColumn: objectMethod("1.1", "Range", (target) => {
      const area = areaOf(target);
      return rangeOf(target.sheet, { ...area, column: area.column + area.columns - 1, columns: 1 });
    }),
    getLastRow: objectMethod("1.1", "Range", (target) => {
      const area = areaOf(target);
      return rangeOf(target.sheet, { ...area, row: area.row + area.rows - 1, rows: 1 });
    }),
    getMergedAreasOrNullObject: objectMethod("1.13", "RangeAreas", (target): RangeTarget | null => {
      const area = areaOf(target);
      // Not those that only reach into the range (https://github.com/OfficeDev/office-js/issues/3611).
      const areas = target.sheet.merged.filter((merged) => containsCell(area, merged.row, merged.column));
      if (areas.length > MAX_MERGED) throw new ExcelError("GeneralException");
      return areas.length > 0 ? { sheet: target.sheet, areas } : null;
    }),
    getOffsetRange: objectMethod("1.1", "Range", (target, args) => {
      const area = areaOf(target);
      return rangeOf(target.sheet, { ...area, row: area.row + args.whole(0), column: area.column + args.whole(1) });
    }),
    getRangeEdge: readsValues(objectMethod("1.13", "Range", rangeEdge)),
    getResizedRange: objectMethod("1.2", "Range", (target, args) => {
      const area = areaOf(target);
      return rangeOf(target.sheet, { ...area, rows: area.rows + args.whole(0), columns: area.columns + args.whole(1) });
    }),
    getRow: objectMethod("1.1", "Range", (target, args) => {
      const area = areaOf(target);
      return rangeOf(target.sheet, { ...area, row: area.row + inside(args.whole(0), area.rows), rows: 1 });
    }),
    getRowProperties: method("1.9", (target, args, host) => getLineProperties(range, host, target, "row", args.raw(0))),
    getRowsAbove: objectMethod("1.2", "Range", (target, args) => beside(target, args, "rows", -1)),
    getRowsBelow: objectMethod("1.2", "Range", (target, args) => beside(target, args, "rows", 1)),
    getSpecialCells: readsValues(
      objectMethod("1.9", "RangeAreas", (target, args) => {
        const cells = special(target, args);
        if (!cells) throw itemNotFound();
        return cells;
      }),
    ),
    getSpecialCellsOrNullObject: readsValues(objectMethod("1.9", "RangeAreas", special)),
    getSurroundingRegion: readsValues(objectMethod("1.7", "Range", surroundingRegion)),
    getUsedRange: objectMethod("1.1", "Range", (target, args) => {
      const { row, column } = areaOf(target);
      return usedWithin(target, args) ?? rangeOf(target.sheet, { row, column, rows: 1, columns: 1 });
    }),
    getUsedRangeOrNullObject: objectMethod("1.4", "Range", usedWithin),
    insert: editsSheet(
      objectMethod("1.1", "Range", (target, args, host) => {
        const area = areaOf(target);
        insertCells(host, target.sheet, area, asOneOf(args.text(0), ["Down", "Right"]));
        // The range itself has moved with its cells.
        return rangeOf(target.sheet, area);
      }),
    ),
    merge: sheetMethod("1.2", (target, args, host) => {
      merge(host, target, args.flag(0));
    }),
    select: method("1.1", ({ sheet, areas }, _args, { workbook }) => {
      if (sheet.visibility !== "Visible") throw new ExcelError("InvalidOperation");
      activateSheet(workbook, sheet);
      workbook.selection = { sheet: sheet.id, area: areas[0]! };
    }),
    setCellProperties: method("1.9", (target, args, host) => {
      setCellProperties(range, host, target, args.raw(0));
    }),
    setColumnProperties: method("1.9", (target, args, host) => {
      setLineProperties(range, host, target, "column", args.raw(0));
    }),
    setDirty: method("1.9", ({ sheet, areas }, _args, host) => {
      host.calculator.cellsChanged(sheet, areas[0]!);
    }),
    setRowProperties: method("1.9", (target, args, host) => {
      setLineProperties(range, host, target, "row", args.raw(0));
    }),
    unmerge: sheetMethod("1.2", (target) => {
      unmerge(target);
    }),
  },
  internal: {
    // Microsoft's client sends a large write in pieces and has its dimensions checked before the first.
    _ValidateArraySize: method("1.3", (target, args) => {
      const { rows, columns } = areaOf(target);
      if (args.whole(0) !== rows || args.whole(1) !== columns) throw invalidArgument("dimensions");
    }),
  },
});

/** Merged areas of one answer; "more than 512" fails, as the member's note says. */
const MAX_MERGED = 512;

function existing(target: RangeTarget | null): RangeTarget {
  if (!target) throw itemNotFound();
  return target;
}

function same(target: RangeTarget): RangeTarget {
  return target;
}

/** What is read cell by cell; whole rows and columns give null, as in Excel. */
function readCells<T>(target: RangeTarget, read: (area: Area) => T[][]): T[][] | null {
  const area = areaOf(target);
  if (area.rows === MAX_ROWS || area.columns === MAX_COLUMNS) return null;
  if (area.rows * area.columns > MAX_CELLS) throw new ExcelError("OperationCellsExceedLimit");
  return read(area);
}

function readFormulas(target: RangeTarget): CellValue[][] | null {
  const { sheet } = target;
  return readCells(target, (area) => {
    const values = readValues(sheet, area);
    if (sheet.formulas.size === 0) return values;
    values.forEach((row, r) => {
      for (let c = 0; c < row.length; c++) {
        const formula = sheet.formulas.get(cellKey(area.row + r, area.column + c));
        if (formula !== undefined) row[c] = formula;
      }
    });
    return values;
  });
}

function readNumberFormats(target: RangeTarget, host: Host): string[][] | null {
  return readCells(target, (area) =>
    formatGrid(host.workbook, target.sheet, area, (format) => format.numberFormat, "General"),
  );
}

function enter(target: RangeTarget, value: unknown, host: Host): void {
  enterCells(host, target.sheet, areaOf(target), value);
}

/** What the cells show. */
function displayedText(host: Host, sheet: SheetModel, area: Area): string[][] {
  const { workbook } = host;
  const formats = formatGrid(workbook, sheet, area, (format) => format.numberFormat, "General");
  return readValues(sheet, area).map((row, r) =>
    row.map((value, c) => formatValue(value, formats[r]![c]!, workbook.date1904)),
  );
}

function valueType(value: CellValue): string {
  if (value === "") return "Empty";
  if (isErrorValue(value)) return "Error";
  return { string: "String", number: "Double", boolean: "Boolean" }[typeof value as "string" | "number" | "boolean"];
}

/** true or false where all are or none is, null where they differ. */
function hiddenIn(hidden: ReadonlySet<number>, start: number, count: number): boolean | null {
  let number = 0;
  for (const index of hidden) if (index >= start && index < start + count) number++;
  return number === 0 ? false : number === count ? true : null;
}

function setHidden(hidden: Set<number>, start: number, count: number, hide: boolean): void {
  for (let i = start; i < start + count; i++) {
    if (hide) hidden.add(i);
    else hidden.delete(i);
  }
}

/** Copies a range given as the first argument over each area. */
export function copyFrom({ sheet, areas }: RangeTarget, args: Arguments, host: Host): void {
  const source = rangeArgument(host, sheet, args, 0, true);
  const type = asOneOf(args.optionalText(1) ?? "All", ["All", "Formulas", "Values", "Formats"]);
  if (source.areas.length !== 1) throw invalidArgument("several areas cannot be copied");
  for (const area of areas) {
    copyCells(host, { sheet: source.sheet, area: areaOf(source) }, { sheet, area }, type, args.flag(2), args.flag(3));
  }
}

/** What "clear" may be applied to. */
const CLEAR_KINDS = ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks", "ResetContents"] as const;

/** Clears each area of a range. */
export function clear({ sheet, areas }: RangeTarget, args: Arguments, host: Host): void {
  const kind = asOneOf(args.optionalText(0) ?? "All", CLEAR_KINDS);
  // Cells without a lock can be emptied on a protected sheet.
  if (kind !== "Contents" && kind !== "ResetContents") host.editSheet(sheet);
  for (const area of areas) {
    if (kind === "All" || kind === "Contents" || kind === "ResetContents") emptyCells(host, sheet, area);
    if (kind === "All" || kind === "Formats") {
      clearFormats(sheet, area);
      sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => !contains(area, format.area));
    }
    if (kind === "All") {
      sheet.validations = sheet.validations.filter((validation) => !contains(area, validation.area));
    }
    if (kind !== "Formats" && kind !== "Contents" && kind !== "ResetContents") {
      sheet.hyperlinks = sheet.hyperlinks.filter((link) => !containsCell(area, link.row, link.column));
    }
  }
}

function inside(index: number, count: number): number {
  if (index < 0 || index >= count) throw invalidArgument("index");
  return index;
}

/** The rows or columns next to a range, `direction` 1 after and -1 before; a negative count turns it round. */
function beside(target: RangeTarget, args: Arguments, axis: "rows" | "columns", direction: 1 | -1): RangeTarget {
  const count = args.optionalWhole(0) ?? 1;
  if (count === 0) throw invalidArgument("count");
  const area = areaOf(target);
  const after = count > 0 === direction > 0;
  const size = Math.abs(count);
  if (axis === "rows") {
    return rangeOf(target.sheet, { ...area, row: after ? area.row + area.rows : area.row - size, rows: size });
  }
  return rangeOf(target.sheet, {
    ...area,
    column: after ? area.column + area.columns : area.column - size,
    columns: size,
  });
}

function intersect(target: RangeTarget, args: Arguments, host: Host): RangeTarget | null {
  const shared = intersection(areaOf(target), areaOf(rangeOnSheet(host, target.sheet, args, 0)));
  return shared && rangeOf(target.sheet, shared);
}

function usedWithin(target: RangeTarget, args: Arguments): RangeTarget | null {
  const used = usedArea(target.sheet, args.flag(0), areaOf(target));
  return used && rangeOf(target.sheet, used);
}

function special(target: RangeTarget, args: Arguments): RangeTarget | null {
  const areas = specialCells(target.sheet, target.areas, args.text(0), args.optionalText(1) ?? "All");
  return areas.length > 0 ? { sheet: target.sheet, areas } : null;
}

function merge(host: Host, target: RangeTarget, across: boolean): void {
  unmerge(target);
  const { sheet } = target;
  const area = areaOf(target);
  const parts = across
    ? Array.from({ length: area.rows }, (_, r) => ({ ...area, row: area.row + r, rows: 1 }))
    : [area];
  for (const part of parts) {
    if (part.rows * part.columns === 1) continue;
    sheet.merged.push(part);
    // Only the upper left cell keeps its contents.
    for (const rest of subtractArea(part, { ...part, rows: 1, columns: 1 })) emptyCells(host, sheet, rest);
  }
}

function unmerge({ sheet, areas }: RangeTarget): void {
  sheet.merged = sheet.merged.filter((merged) => !areas.some((area) => intersection(merged, area)));
}

function readHyperlink(target: RangeTarget, host: Host): unknown {
  const area = areaOf(target);
  const link = target.sheet.hyperlinks.find((candidate) => containsCell(area, candidate.row, candidate.column));
  if (!link) return null;
  const cell = { row: link.row, column: link.column, rows: 1, columns: 1 };
  return {
    ...(link.address === null ? {} : { address: link.address }),
    ...(link.documentReference === null ? {} : { documentReference: link.documentReference }),
    screenTip: link.screenTip ?? "",
    textToDisplay: displayedText(host, target.sheet, cell)[0]![0]!,
  };
}

/** Excel's look of a link. */
const LINK_COLOR = "#0563C1";

function writeHyperlink(target: RangeTarget, value: unknown, host: Host): void {
  if (typeof value !== "object" || value === null) throw invalidArgument("hyperlink");
  const { address, documentReference, screenTip, textToDisplay } = value as Record<string, unknown>;
  const { sheet } = target;
  const area = areaOf(target);
  if (area.rows * area.columns > MAX_CELLS) throw new ExcelError("OperationCellsExceedLimit");
  sheet.hyperlinks = sheet.hyperlinks.filter((link) => !containsCell(area, link.row, link.column));
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      sheet.hyperlinks.push({
        row,
        column,
        address: address === undefined ? null : asText(address),
        documentReference: documentReference === undefined ? null : asText(documentReference),
        screenTip: screenTip === undefined ? null : asText(screenTip),
      });
    }
  }
  if (textToDisplay !== undefined) {
    const text = asText(textToDisplay);
    enterCells(host, sheet, area, text.startsWith("'") ? text : `'${text}`);
  }
  layFormat(sheet, area, { fontColor: LINK_COLOR, underline: "Single" });
}
