import type { Area } from "../../cells/cell";
import type { Host } from "../editing/host";
import { HostError, invalidArgument } from "../editing/host-error";
import { MAX_CELLS } from "../editing/cell-entry";
import { classTable } from "./index";
import { areaOf, fullAddress, type RangeTarget } from "./targets";

/*
 * Range.getCellProperties and its kin: the format properties of every cell, row or column in one call. What is asked
 * for and what is set has the shape of a Range's `format` (plus address, hyperlink, rowHidden, columnHidden).
 */

type Shape = Readonly<Record<string, unknown>>;

/** One object per cell, in rows. */
export function getCellProperties(host: Host, target: RangeTarget, wanted: unknown): unknown[][] {
  const area = areaOf(target);
  checkSize(area.rows * area.columns);
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (__, c) =>
      read(host, { ...target, areas: [cell(area, r, c)] }, shape(wanted)),
    ),
  );
}

/** One object per row. */
export function getRowProperties(host: Host, target: RangeTarget, wanted: unknown): unknown[] {
  const area = areaOf(target);
  checkSize(area.rows * ROW_COST);
  return Array.from({ length: area.rows }, (_, r) =>
    read(host, { ...target, areas: [{ ...area, row: area.row + r, rows: 1 }] }, shape(wanted)),
  );
}

/** One object per column. */
export function getColumnProperties(host: Host, target: RangeTarget, wanted: unknown): unknown[] {
  const area = areaOf(target);
  checkSize(area.columns);
  return Array.from({ length: area.columns }, (_, c) =>
    read(host, { ...target, areas: [{ ...area, column: area.column + c, columns: 1 }] }, shape(wanted)),
  );
}

/** Sets what each cell's object names; dimensions must match. */
export function setCellProperties(host: Host, target: RangeTarget, data: unknown): void {
  const area = areaOf(target);
  const rows = list(data, area.rows);
  rows.forEach((row, r) => {
    list(row, area.columns).forEach((properties, c) => {
      write(host, { ...target, areas: [cell(area, r, c)] }, shape(properties));
    });
  });
}

/** Sets what each row's object names. */
export function setRowProperties(host: Host, target: RangeTarget, data: unknown): void {
  const area = areaOf(target);
  list(data, area.rows).forEach((properties, r) => {
    write(host, { ...target, areas: [{ ...area, row: area.row + r, rows: 1 }] }, shape(properties));
  });
}

/** Sets what each column's object names. */
export function setColumnProperties(host: Host, target: RangeTarget, data: unknown): void {
  const area = areaOf(target);
  list(data, area.columns).forEach((properties, c) => {
    write(host, { ...target, areas: [{ ...area, column: area.column + c, columns: 1 }] }, shape(properties));
  });
}

function cell(area: Area, r: number, c: number): Area {
  return { row: area.row + r, column: area.column + c, rows: 1, columns: 1 };
}

/** Cells that one row's object counts as: it takes as much memory, and Excel's own limit is on that. */
const ROW_COST = 16;

function checkSize(count: number): void {
  if (count > MAX_CELLS) throw new HostError("OperationCellsExceedLimit");
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

function read(host: Host, target: RangeTarget, wanted: Shape): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(wanted)) {
    if (value === undefined || value === false) continue;
    if (name === "address" || name === "addressLocal") result[name] = fullAddress(target);
    else result[name] = readMember(host, "Range", target, name, value);
  }
  return result;
}

function readMember(host: Host, className: string, target: object, name: string, wanted: unknown): unknown {
  const member = classTable(className).members[name];
  if (member?.kind === "property") return member.read(target, host);
  if (member?.kind !== "navigation") throw invalidArgument(name);
  const inner = member.follow(target, host)!;
  if (member.result === "RangeBorderCollection") {
    // What is asked of borders is asked of every one.
    return Object.fromEntries(
      Object.keys(CELL_BORDERS).map((edge) => [
        edge,
        readShape(host, "RangeBorder", borderAt(host, inner, edge), shape(wanted)),
      ]),
    );
  }
  return readShape(host, member.result, inner, shape(wanted));
}

function readShape(host: Host, className: string, target: object, wanted: Shape): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(wanted)
      .filter(([, value]) => value !== undefined && value !== false)
      .map(([name, value]) => [name, readMember(host, className, target, name, value)]),
  );
}

function borderAt(host: Host, borders: object, edge: string): object {
  const border = classTable("RangeBorderCollection").collection!.find!(borders, CELL_BORDERS[edge], host);
  if (!border) throw invalidArgument(edge);
  return border;
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

function write(host: Host, target: RangeTarget, properties: Shape): void {
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    writeMember(host, "Range", target, name, value);
  }
}

function writeMember(host: Host, className: string, target: object, name: string, value: unknown): void {
  const member = classTable(className).members[name];
  if (member?.kind === "property" && member.write) {
    member.write(target, value, host);
    return;
  }
  if (member?.kind !== "navigation") throw invalidArgument(name);
  const inner = member.follow(target, host)!;
  for (const [innerName, innerValue] of Object.entries(shape(value))) {
    if (innerValue === undefined || innerValue === null) continue;
    if (member.result === "RangeBorderCollection") {
      const border = borderAt(host, inner, innerName);
      for (const [property, setting] of Object.entries(shape(innerValue))) {
        writeMember(host, "RangeBorder", border, property, setting);
      }
    } else writeMember(host, member.result, inner, innerName, innerValue);
  }
}
