import type { Area } from "../../cells/cell";
import { MAX_CELLS } from "../editing/cell-entry";
import type { Host } from "../editing/host";
import { ExcelError, invalidArgument } from "../editing/excel-error";
import { formatProtection } from "./format-protection";
import { setProperty, type ClassTable } from "./member";
import { rangeBorder, type BorderTarget } from "./range-border";
import { rangeBorderCollection } from "./range-border-collection";
import { rangeFill } from "./range-fill";
import { rangeFont } from "./range-font";
import { rangeFormat } from "./range-format";
import { areaOf, fullAddress, type RangeTarget } from "./targets";

/*
 * Range.getCellProperties and its kin: the format properties of every cell, row or column in one call. What is asked
 * for and what is set has the shape of a Range's `format` (plus address, hyperlink, rowHidden, columnHidden). `range` is
 * the class table of Range.
 */

type Shape = Readonly<Record<string, unknown>>;
type RangeTable = ClassTable<RangeTarget>;

/** Classes reached from a Range that properties are asked of, by name. */
const FORMAT_CLASSES: ReadonlyMap<string, ClassTable<object>> = new Map(
  [rangeFormat, rangeFill, rangeFont, formatProtection].map((table) => [
    table.name,
    table as unknown as ClassTable<object>,
  ]),
);

/** One object per cell, in rows. */
export function getCellProperties(range: RangeTable, host: Host, target: RangeTarget, wanted: unknown): unknown[][] {
  const area = areaOf(target);
  checkSize(area.rows * area.columns);
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (__, c) => read(range, host, part(target, cell(area, r, c)), shape(wanted))),
  );
}

/** One object per row or column. */
export function getLineProperties(
  range: RangeTable,
  host: Host,
  target: RangeTarget,
  axis: "row" | "column",
  wanted: unknown,
): unknown[] {
  const lines = linesOf(areaOf(target), axis);
  checkSize(axis === "row" ? lines.length * ROW_COST : lines.length);
  return lines.map((line) => read(range, host, part(target, line), shape(wanted)));
}

/** Sets what each cell's object names; dimensions must match. */
export function setCellProperties(range: RangeTable, host: Host, target: RangeTarget, data: unknown): void {
  const area = areaOf(target);
  const rows = list(data, area.rows);
  rows.forEach((row, r) => {
    list(row, area.columns).forEach((properties, c) => {
      write(range, host, part(target, cell(area, r, c)), shape(properties));
    });
  });
}

/** Sets what each row's or column's object names. */
export function setLineProperties(
  range: RangeTable,
  host: Host,
  target: RangeTarget,
  axis: "row" | "column",
  data: unknown,
): void {
  const lines = linesOf(areaOf(target), axis);
  list(data, lines.length).forEach((properties, i) => {
    write(range, host, part(target, lines[i]!), shape(properties));
  });
}

function part(target: RangeTarget, area: Area): RangeTarget {
  return { ...target, areas: [area] };
}

function linesOf(area: Area, axis: "row" | "column"): Area[] {
  return axis === "row"
    ? Array.from({ length: area.rows }, (_, r) => ({ ...area, row: area.row + r, rows: 1 }))
    : Array.from({ length: area.columns }, (_, c) => ({ ...area, column: area.column + c, columns: 1 }));
}

function cell(area: Area, r: number, c: number): Area {
  return { row: area.row + r, column: area.column + c, rows: 1, columns: 1 };
}

/** Cells that one row's object counts as: it takes as much memory, and Excel's own limit is on that. */
const ROW_COST = 16;

function checkSize(count: number): void {
  if (count > MAX_CELLS) throw new ExcelError("OperationCellsExceedLimit");
}

function shape(value: unknown): Shape {
  if (value === undefined || value === null) return {};
  if (typeof value !== "object") throw invalidArgument("properties");
  return value as Shape;
}

function list(value: unknown, length: number): unknown[] {
  if (!Array.isArray(value) || value.length !== length) throw invalidArgument("dimensions");
  return value as unknown[];
}

function read(range: RangeTable, host: Host, target: RangeTarget, wanted: Shape): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(wanted)) {
    if (value === undefined || value === false) continue;
    if (name === "address" || name === "addressLocal") result[name] = fullAddress(target);
    else result[name] = readMember(host, range, target, name, value);
  }
  return result;
}

function readMember<T>(host: Host, table: ClassTable<T>, target: T, name: string, wanted: unknown): unknown {
  const member = table.members[name];
  if (member?.kind === "property") return member.read(target, host);
  if (member?.kind !== "navigation") throw invalidArgument(name);
  const inner = member.follow(target, host)!;
  if (member.result === rangeBorderCollection.name) {
    // What is asked of borders is asked of every one.
    return Object.fromEntries(
      Object.keys(CELL_BORDERS).map((edge) => [
        edge,
        readShape(host, rangeBorder, borderAt(host, inner, edge), shape(wanted)),
      ]),
    );
  }
  return readShape(host, formatClass(member.result, name), inner, shape(wanted));
}

function readShape<T>(host: Host, table: ClassTable<T>, target: T, wanted: Shape): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(wanted)
      .filter(([, value]) => value !== undefined && value !== false)
      .map(([name, value]) => [name, readMember(host, table, target, name, value)]),
  );
}

function formatClass(name: string, member: string): ClassTable<object> {
  const table = FORMAT_CLASSES.get(name);
  if (!table) throw invalidArgument(member);
  return table;
}

function borderAt(host: Host, borders: object, edge: string): BorderTarget {
  const border = rangeBorderCollection.collection!.find!(borders as RangeTarget, CELL_BORDERS[edge], host);
  if (!border) throw invalidArgument(edge);
  return border as BorderTarget;
}

/** Excel.CellBorderCollection's names for what a RangeBorderCollection calls otherwise. */
const CELL_BORDERS: Readonly<Record<string, string>> = {
  top: "EdgeTop",
  bottom: "EdgeBottom",
  left: "EdgeLeft",
  right: "EdgeRight",
  horizontal: "InsideHorizontal",
  vertical: "InsideVertical",
  diagonalDown: "DiagonalDown",
  diagonalUp: "DiagonalUp",
};

function write(range: RangeTable, host: Host, target: RangeTarget, properties: Shape): void {
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    writeMember(host, range, target, name, value);
  }
}

function writeMember<T extends object>(
  host: Host,
  table: ClassTable<T>,
  target: T,
  name: string,
  value: unknown,
): void {
  const member = table.members[name];
  if (member?.kind === "property" && member.write) {
    setProperty(member, target, value, host);
    return;
  }
  if (member?.kind !== "navigation") throw invalidArgument(name);
  const inner = member.follow(target, host)!;
  for (const [innerName, innerValue] of Object.entries(shape(value))) {
    if (innerValue === undefined || innerValue === null) continue;
    if (member.result === rangeBorderCollection.name) {
      const border = borderAt(host, inner, innerName);
      for (const [property, setting] of Object.entries(shape(innerValue))) {
        writeMember(host, rangeBorder, border, property, setting);
      }
    } else writeMember(host, formatClass(member.result, name), inner, innerName, innerValue);
  }
}
