import type { ClassTable } from "./member";
import { formatProtection } from "./format-protection";
import { range } from "./range";
import { rangeAreas, rangeCollection } from "./range-areas";
import { rangeBorder } from "./range-border";
import { rangeBorderCollection } from "./range-border-collection";
import { rangeFill } from "./range-fill";
import { rangeFont } from "./range-font";
import { rangeFormat } from "./range-format";
import { workbook } from "./workbook";
import { worksheet } from "./worksheet";
import { worksheetCollection } from "./worksheet-collection";

/** Every class of Excel's API that this Excel has, by name. */
export const CLASSES: ReadonlyMap<string, ClassTable<object>> = new Map(
  [
    workbook,
    worksheetCollection,
    worksheet,
    range,
    rangeAreas,
    rangeCollection,
    rangeFormat,
    rangeFont,
    rangeFill,
    rangeBorderCollection,
    rangeBorder,
    formatProtection,
  ].map((table) => [table.name, table as unknown as ClassTable<object>]),
);

/** The table of a class. A class that members name but that has no table is a mistake here. */
export function classTable(name: string): ClassTable<object> {
  const table = CLASSES.get(name);
  if (!table) throw new Error(`No table of class ${name}`);
  return table;
}
