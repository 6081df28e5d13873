import { boundingArea, intersection } from "../model/address";
import type { Host } from "../editing/host";
import { itemNotFound } from "../editing/excel-error";
import { specialCells } from "../editing/special-cells";
import { usedArea } from "../model/workbook";
import { MAX_COLUMNS, MAX_ROWS } from "../../cells/cell";
import { defineClass, method, navigation, objectMethod, readsValues, property, type Arguments } from "./member";
import { clear, copyFrom } from "./range";
import { fullAddress, rangeOf, rangeOnSheet, type RangeTarget } from "./targets";

/** Excel.RangeAreas */
export const rangeAreas = defineClass<RangeTarget>({
  name: "RangeAreas",
  members: {
    areas: navigation("1.9", "RangeCollection", same),
    conditionalFormats: navigation("1.9", "ConditionalFormatCollection", same),
    dataValidation: navigation("1.9", "DataValidation", same),
    format: navigation("1.9", "RangeFormat", same),
    worksheet: navigation("1.9", "Worksheet", ({ sheet }) => ({ sheet })),
    address: property("1.9", fullAddress),
    addressLocal: property("1.9", fullAddress),
    areaCount: property("1.9", ({ areas }) => areas.length),
    cellCount: property("1.9", ({ areas }) => {
      const count = areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
      return count > 2 ** 31 - 1 ? -1 : count;
    }),
    isEntireColumn: property("1.9", ({ areas }) => areas.every(({ rows }) => rows === MAX_ROWS)),
    isEntireRow: property("1.9", ({ areas }) => areas.every(({ columns }) => columns === MAX_COLUMNS)),
    calculate: method("1.9", (_target, _args, host) => {
      host.calculator.recalculate();
    }),
    clear: method("1.9", clear),
    copyFrom: readsValues(method("1.9", copyFrom)),
    getEntireColumn: objectMethod("1.9", "RangeAreas", ({ sheet, areas }): RangeTarget => {
      return { sheet, areas: areas.map((area) => ({ ...area, row: 0, rows: MAX_ROWS })) };
    }),
    getEntireRow: objectMethod("1.9", "RangeAreas", ({ sheet, areas }): RangeTarget => {
      return { sheet, areas: areas.map((area) => ({ ...area, column: 0, columns: MAX_COLUMNS })) };
    }),
    getIntersection: objectMethod("1.9", "RangeAreas", (target, args, host) => {
      const shared = intersect(target, args, host);
      if (!shared) throw itemNotFound();
      return shared;
    }),
    getIntersectionOrNullObject: objectMethod("1.9", "RangeAreas", intersect),
    getOffsetRangeAreas: objectMethod("1.9", "RangeAreas", ({ sheet, areas }, args): RangeTarget => {
      const moved = areas.map((area) => ({
        ...area,
        row: area.row + args.whole(0),
        column: area.column + args.whole(1),
      }));
      return { sheet, areas: moved.flatMap((area) => rangeOf(sheet, area).areas) };
    }),
    getSpecialCells: readsValues(
      objectMethod("1.9", "RangeAreas", (target, args) => {
        const cells = special(target, args);
        if (!cells) throw itemNotFound();
        return cells;
      }),
    ),
    getSpecialCellsOrNullObject: readsValues(objectMethod("1.9", "RangeAreas", special)),
    getUsedRangeAreas: objectMethod("1.9", "RangeAreas", (target, args) => {
      const used = usedWithin(target, args);
      if (!used) throw itemNotFound();
      return used;
    }),
    getUsedRangeAreasOrNullObject: objectMethod("1.9", "RangeAreas", usedWithin),
    setDirty: method("1.9", ({ sheet, areas }, _args, host) => {
      host.calculator.cellsChanged(sheet, areas.reduce(boundingArea));
    }),
  },
});

function same(target: RangeTarget): RangeTarget {
  return target;
}

function intersect(target: RangeTarget, args: Arguments, host: Host): RangeTarget | null {
  const other = rangeOnSheet(host, target.sheet, args, 0, true);
  const areas = target.areas.flatMap((area) =>
    other.areas.map((candidate) => intersection(area, candidate)).filter((shared) => shared !== null),
  );
  return areas.length > 0 ? { sheet: target.sheet, areas } : null;
}

function special({ sheet, areas }: RangeTarget, args: Arguments): RangeTarget | null {
  const cells = specialCells(sheet, areas, args.text(0), args.optionalText(1) ?? "All");
  return cells.length > 0 ? { sheet, areas: cells } : null;
}

function usedWithin({ sheet, areas }: RangeTarget, args: Arguments): RangeTarget | null {
  const used = usedArea(sheet, args.flag(0));
  const shared = used ? areas.map((area) => intersection(area, used)).filter((area) => area !== null) : [];
  return shared.length > 0 ? { sheet, areas: shared } : null;
}
