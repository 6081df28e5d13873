import { StyleGrid } from "../model/cell-styles";
import { noteCell } from "../model/changes";
import type { Area } from "../../cells/cell";
import { areaAddress } from "../../cells/cell";
import { contains, intersection, localAddress, parseArea, splitSheet } from "../model/address";
import type { Host } from "./host";
import { ExcelError } from "./excel-error";
import type { SheetModel } from "../model/model";
import { namesSheet, rewriteReferences } from "./references";
import { columnLeft, rowTop } from "../model/geometry";
import { usedArea } from "../model/workbook";
import { cellKey, keyColumn, keyRow } from "../model/grid";
import { MAX_COLUMNS, MAX_ROWS } from "../../cells/cell";

/** Which way cells move and how far: insertion moves them away from the origin, deletion towards it. */
interface Move {
  /** The band of cells that moves: the inserted or deleted area and everything behind it. */
  readonly band: Area;
  readonly axis: "row" | "column";
  /** Where the first moved cell was, along the axis. */
  readonly from: number;
  readonly by: number;
}

/** Inserts blank cells over an area; what was there moves down or right. The sheet may be edited and is noted as changed already. */
export function insertCells(host: Host, sheet: SheetModel, area: Area, shift: "Down" | "Right"): void {
  const down = shift === "Down";
  const used = usedArea(sheet, true);
  const band = bandOf(area, down);
  const moved = used && intersection(used, band);
  const overflow =
    moved &&
    (down ? moved.row + moved.rows + area.rows > MAX_ROWS : moved.column + moved.columns + area.columns > MAX_COLUMNS);
  if (overflow) throw new ExcelError("InsertDeleteConflict");
  const move: Move = down
    ? { band, axis: "row", from: area.row, by: area.rows }
    : { band, axis: "column", from: area.column, by: area.columns };
  checkEdges(sheet, band, down);
  apply(host, sheet, move, null);
}

/** Deletes the cells of an area; what was behind them moves up or left. */
export function deleteCells(host: Host, sheet: SheetModel, area: Area, shift: "Up" | "Left"): void {
  const up = shift === "Up";
  const band = bandOf(area, up);
  checkEdges(sheet, band, up);
  const move: Move = up
    ? { band, axis: "row", from: area.row + area.rows, by: -area.rows }
    : { band, axis: "column", from: area.column + area.columns, by: -area.columns };
  apply(host, sheet, move, area);
}

function bandOf(area: Area, vertical: boolean): Area {
  return vertical ? { ...area, rows: MAX_ROWS - area.row } : { ...area, columns: MAX_COLUMNS - area.column };
}

/** A table or merged area cannot move where only some of its columns, or rows, would. */
function checkEdges(sheet: SheetModel, band: Area, vertical: boolean): void {
  for (const area of [...sheet.merged, ...sheet.tables.map((table) => table.area)]) {
    const shared = intersection(area, band);
    if (shared && (vertical ? shared.columns !== area.columns : shared.rows !== area.rows)) {
      throw new ExcelError("InsertDeleteConflict");
    }
  }
}

function apply(host: Host, sheet: SheetModel, move: Move, removed: Area | null): void {
  host.editCells(sheet, move.band);
  noteBand(sheet, move.band);
  moveContents(sheet, move, removed);
  noteBand(sheet, move.band);
  const shifted = (area: Area): Area | null => moveArea(area, move, removed);
  // The same objects as before: what somebody holds of them stays what it is.
  const keep = <T extends { area: Area }>(items: T[]): T[] =>
    items.filter((item) => {
      const area = shifted(item.area);
      if (area) item.area = area;
      return area !== null;
    });
  sheet.tables = keep(sheet.tables);
  sheet.formats = keep(sheet.formats);
  sheet.validations = keep(sheet.validations);
  sheet.conditionalFormats = keep(sheet.conditionalFormats);
  sheet.merged = sheet.merged.map(shifted).filter((area) => area !== null);
  sheet.hyperlinks = sheet.hyperlinks.flatMap((link) => {
    const area = shifted({ row: link.row, column: link.column, rows: 1, columns: 1 });
    return area ? [{ ...link, row: area.row, column: area.column }] : [];
  });
  const wholeRows = move.axis === "row" && move.band.columns === MAX_COLUMNS;
  const wholeColumns = move.axis === "column" && move.band.rows === MAX_ROWS;
  const filter = sheet.autoFilter && shifted(sheet.autoFilter.area);
  sheet.autoFilter = sheet.autoFilter && filter ? { ...sheet.autoFilter, area: filter } : null;
  if (sheet.page.printArea) sheet.page.printArea = shifted(sheet.page.printArea);
  if (wholeRows || wholeColumns) moveCharts(sheet, move, shifted);
  if (wholeRows) {
    movePageRows(sheet, move, shifted);
    sheet.rowHeights = moveKeys(sheet.rowHeights, move);
    sheet.hiddenRows = new Set(moveKeys(new Map([...sheet.hiddenRows].map((row) => [row, true])), move).keys());
  }
  if (wholeColumns) {
    sheet.page.columnBreaks = moveBreaks(sheet.page.columnBreaks, move);
    sheet.columnWidths = moveKeys(sheet.columnWidths, move);
    sheet.hiddenColumns = new Set(moveKeys(new Map([...sheet.hiddenColumns].map((c) => [c, true])), move).keys());
  }
  rewriteReferences(host, (reference, home) => {
    const { sheet: named, address } = splitSheet(reference);
    if (named === null ? home !== sheet : !namesSheet(reference, sheet.name)) return reference;
    const area = parseArea(address);
    if (!area) return reference;
    const moved = shifted(area);
    const prefix = reference.slice(0, reference.length - address.length);
    return moved ? prefix + sameStyle(address, moved) : "#REF!";
  });
  host.onMoved?.(sheet, shifted);
  host.calculator.everythingChanged();
}

/** Title rows and page breaks go where their rows go. */
function movePageRows({ page }: SheetModel, move: Move, shifted: (area: Area) => Area | null): void {
  page.rowBreaks = moveBreaks(page.rowBreaks, move);
  if (!page.titleRows) return;
  const { first, last } = page.titleRows;
  const rows = shifted({ row: first, column: 0, rows: last - first + 1, columns: MAX_COLUMNS });
  page.titleRows = rows && { first: rows.row, last: rows.row + rows.rows - 1 };
}

/** A break before a row or column that is deleted goes with it. */
function moveBreaks(breaks: readonly number[], move: Move): number[] {
  return [...moveKeys(new Map(breaks.map((at) => [at, true])), move).keys()].filter((at) => at > 0);
}

/** Charts lie over cells and move with them; one whose cells are all deleted keeps its place. */
function moveCharts(sheet: SheetModel, move: Move, shifted: (area: Area) => Area | null): void {
  const [start, side] = move.axis === "row" ? (["top", rowTop] as const) : (["left", columnLeft] as const);
  const distance = side(sheet, move.from + move.by) - side(sheet, move.from);
  for (const chart of sheet.charts) {
    if (chart.place) chart.place = shifted(chart.place) ?? chart.place;
    else if (chart[start] >= side(sheet, move.from)) chart[start] += distance;
  }
}

function moveContents(sheet: SheetModel, move: Move, removed: Area | null): void {
  const { band } = move;
  const wholeRows = move.axis === "row" && band.columns === MAX_COLUMNS;
  if (wholeRows) {
    if (move.by > 0) {
      while (sheet.rows.length < move.from) sheet.rows.push(undefined);
      sheet.rows.splice(move.from, 0, ...new Array<undefined>(move.by).fill(undefined));
    } else sheet.rows.splice(move.from + move.by, -move.by);
  } else if (move.axis === "column") {
    for (let r = band.row; r < Math.min(band.row + band.rows, sheet.rows.length); r++) {
      const row = sheet.rows[r];
      if (!row || row.length <= band.column) continue;
      if (move.by > 0) row.splice(move.from, 0, ...new Array<string>(move.by).fill(""));
      else row.splice(move.from + move.by, -move.by);
    }
  } else {
    moveColumnsOfRows(sheet, move);
  }
  const formulas = new Map<number, string>();
  const styles = sheet.styleIndexes && new StyleGrid();
  const shift = (key: number): number | null => {
    const area = { row: keyRow(key), column: keyColumn(key), rows: 1, columns: 1 };
    const moved = moveArea(area, move, removed);
    return moved && cellKey(moved.row, moved.column);
  };
  for (const [key, formula] of sheet.formulas) {
    const moved = shift(key);
    if (moved !== null) formulas.set(moved, formula);
  }
  for (const [key, style] of sheet.styleIndexes ?? []) {
    const moved = shift(key);
    if (moved !== null) styles!.set(moved, style);
  }
  sheet.formulas = formulas;
  sheet.styleIndexes = styles;
}

/** Everything in the band may move or be moved to, so storage has to write it anew. */
function noteBand(sheet: SheetModel, band: Area): void {
  if (sheet.part === null) return;
  const used = usedArea(sheet, false, band);
  if (!used) return;
  for (let row = used.row; row < used.row + used.rows; row++) {
    for (let column = used.column; column < used.column + used.columns; column++) {
      noteCell(sheet, cellKey(row, column));
    }
  }
}

function moveColumnsOfRows(sheet: SheetModel, { band, from, by }: Move): void {
  const height = sheet.rows.length;
  const cell = (row: number, column: number) => sheet.rows[row]?.[column] ?? "";
  for (let column = band.column; column < band.column + band.columns; column++) {
    const moving = [];
    for (let row = from; row < height; row++) moving.push(cell(row, column));
    const start = from + by;
    for (let row = Math.min(from, start); row < Math.max(height, height + by); row++) {
      const value = row >= start && row - start < moving.length ? moving[row - start]! : "";
      if (value === "" && !sheet.rows[row]) continue;
      const target = (sheet.rows[row] ??= []);
      while (target.length < column) target.push("");
      target[column] = value;
    }
  }
}

/** Where an area comes to lie; null where all of it is deleted. */
function moveArea(area: Area, move: Move, removed: Area | null): Area | null {
  const across = move.axis === "row" ? "column" : "row";
  const acrossSize = move.axis === "row" ? "columns" : "rows";
  const size = move.axis === "row" ? "rows" : "columns";
  const limit = move.axis === "row" ? MAX_ROWS : MAX_COLUMNS;
  const inBand =
    area[across] >= move.band[across] && area[across] + area[acrossSize] <= move.band[across] + move.band[acrossSize];
  if (!inBand) return removed && contains(removed, area) ? null : area;
  const start = area[move.axis];
  const end = start + area[size];
  // Whole columns or rows stay whole.
  if (area[size] === limit) return area;
  const place = (position: number, isEnd: boolean): number => {
    if (move.by > 0) return position > move.from || (!isEnd && position === move.from) ? position + move.by : position;
    const gone = move.from + move.by;
    if (position >= move.from) return position + move.by;
    return position > gone ? gone : position;
  };
  const newStart = place(start, false);
  const newEnd = Math.min(limit, place(end, true));
  if (newEnd <= newStart) return null;
  return { ...area, [move.axis]: newStart, [size]: newEnd - newStart };
}

function moveKeys<T>(map: ReadonlyMap<number, T>, move: Move): Map<number, T> {
  const result = new Map<number, T>();
  const gone = move.by < 0 ? move.from + move.by : Infinity;
  for (const [key, value] of map) {
    if (key >= gone && key < move.from) continue;
    result.set(key >= move.from ? key + move.by : key, value);
  }
  return result;
}

/** The address of `moved` with the "$" signs of `address`. */
function sameStyle(address: string, moved: Area): string {
  const isRange = address.includes(":");
  const plain =
    isRange && moved.rows * moved.columns === 1 ? `${areaAddress(moved)}:${areaAddress(moved)}` : localAddress(moved);
  const marks = [...address.matchAll(/(\$?)([A-Za-z]+)?(\$?)(\d+)?/g)].filter((match) => match[0] !== "");
  return plain
    .split(":")
    .map((corner, i) => {
      const mark = marks[i] ?? marks[0]!;
      const letters = /[A-Z]+/.exec(corner)?.[0] ?? "";
      const digits = /\d+/.exec(corner)?.[0] ?? "";
      const columnMark = mark[2] !== undefined ? mark[1]! : "";
      const rowMark = mark[2] !== undefined ? mark[3]! : mark[1]! + mark[3]!;
      return `${letters && columnMark}${letters}${digits && rowMark}${digits}`;
    })
    .join(":");
}
