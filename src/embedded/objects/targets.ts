import type { Area } from "../../cells/cell";
import { localAddress, onSheet, parseArea, sheetPrefix, splitSheet } from "../model/address";
import { WHOLE_SHEET } from "../model/grid";
import type { Host } from "../editing/host";
import { invalidArgument, itemNotFound } from "../editing/excel-error";
import type { SheetModel, WorkbookModel } from "../model/model";
import type { Arguments } from "./member";
import { tableBody } from "../model/tables";
import { findSheet } from "../model/workbook";

/** What stands behind a Worksheet and what belongs to one as a whole. */
export interface SheetTarget {
  readonly sheet: SheetModel;
}

/** What stands behind a Range (one area) or RangeAreas (one or more) and their formats. */
export interface RangeTarget extends SheetTarget {
  readonly areas: readonly Area[];
}

/** Moves ranges that somebody holds with their cells; one whose cells are all deleted has no area any more. */
export function moveRanges(
  targets: Iterable<object | null>,
  sheet: SheetModel,
  shifted: (area: Area) => Area | null,
): void {
  for (const target of new Set(targets)) {
    if (!target || !("areas" in target) || (target as RangeTarget).sheet !== sheet) continue;
    const range = target as { areas: readonly Area[] };
    range.areas = range.areas.map(shifted).filter((area) => area !== null);
  }
}

/** A range target of one area. Throws InvalidArgument where it leaves the sheet. */
export function rangeOf(sheet: SheetModel, area: Area): RangeTarget {
  if (!onSheet(area)) throw invalidArgument("range outside the sheet");
  return { sheet, areas: [area] };
}

/** The one area of a Range. */
export function areaOf(target: RangeTarget): Area {
  return target.areas[0]!;
}

/** Longest address that is taken. */
const MAX_ADDRESS = 8192;

/**
 * The area an address names on `sheet`: A1 notation, a table or a defined name that points to the sheet.
 * Throws InvalidArgument for what is no address.
 */
export function resolveAddress(host: Host, sheet: SheetModel, address: string): RangeTarget {
  if (address.length > MAX_ADDRESS) throw invalidArgument("address too long");
  const { sheet: named, address: local } = splitSheet(address);
  const on = named === null ? sheet : findSheet(host.workbook, named);
  if (!on) throw invalidArgument(address);
  const area = parseArea(local) ?? namedArea(host.workbook, on, local);
  if (!area) throw invalidArgument(address);
  return rangeOf(on, area);
}

/** The areas of a comma-separated list of addresses on one sheet. */
export function resolveAddresses(host: Host, sheet: SheetModel, addresses: string): RangeTarget {
  if (addresses.length > MAX_ADDRESS) throw invalidArgument("address too long");
  const areas = addresses.split(",").map((address) => areaOf(resolveAddress(host, sheet, address.trim())));
  return { sheet, areas };
}

/** A range given as an argument: a Range, RangeAreas where allowed, or an address on `sheet`. */
export function rangeArgument(
  host: Host,
  sheet: SheetModel,
  args: Arguments,
  index: number,
  several = false,
): RangeTarget {
  const object = several ? args.object(index, "Range", "RangeAreas") : args.object(index, "Range");
  if (object) return object as RangeTarget;
  const address = args.text(index);
  return several ? resolveAddresses(host, sheet, address) : resolveAddress(host, sheet, address);
}

/** A range given as an argument that must be on the same sheet. */
export function rangeOnSheet(
  host: Host,
  sheet: SheetModel,
  args: Arguments,
  index: number,
  several = false,
): RangeTarget {
  const range = rangeArgument(host, sheet, args, index, several);
  if (range.sheet !== sheet) throw invalidArgument("range of another sheet");
  return range;
}

function namedArea(workbook: WorkbookModel, sheet: SheetModel, text: string): Area | null {
  const wanted = text.toLowerCase();
  const table = sheet.tables.find((candidate) => candidate.name.toLowerCase() === wanted);
  if (table) return tableBody(table);
  const name = [...sheet.names, ...workbook.names].find((candidate) => candidate.name.toLowerCase() === wanted);
  if (!name) return null;
  const { sheet: named, address } = splitSheet(name.formula.slice(1));
  return named !== null && findSheet(workbook, named) === sheet ? parseArea(address) : null;
}

/** Address with the sheet; the areas of RangeAreas with a comma between. */
export function fullAddress(target: RangeTarget): string {
  const prefix = sheetPrefix(target.sheet.name);
  return target.areas.map((area) => prefix + localAddress(area)).join(",");
}

/** The whole sheet as a range. */
export function wholeSheet(sheet: SheetModel): RangeTarget {
  return { sheet, areas: [WHOLE_SHEET] };
}

/** The item or ItemNotFound. */
export function found<T>(item: T | null | undefined): T {
  if (item === null || item === undefined) throw itemNotFound();
  return item;
}
