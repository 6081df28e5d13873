import { absoluteAddress } from "../../cells/cell";
import { parseArea, sheetPrefix } from "../model/address";
import type { Host } from "../editing/host";
import { ExcelError, invalidArgument } from "../editing/excel-error";
import type { NameModel } from "../model/model";
import { defineClass, method, objectMethod, type Arguments, editsSheet } from "./member";
import { asFormula, type NameTarget, type NamesTarget } from "./named-item";
import { areaOf, found, type RangeTarget } from "./targets";

/** Excel.NamedItemCollection */
export const namedItemCollection = defineClass<NamesTarget>({
  name: "NamedItemCollection",
  collection: {
    item: "NamedItem",
    list: (target) => target.names.map((name) => item(target, name)),
    find: (target, key) => find(target, String(key)),
  },
  members: {
    add: editsSheet(objectMethod("1.4", "NamedItem", add)),
    addFormulaLocal: editsSheet(objectMethod("1.4", "NamedItem", add)),
    getCount: method("1.4", ({ names }) => names.length),
    getItem: objectMethod("1.1", "NamedItem", (target, args) => found(find(target, args.text(0)))),
    getItemOrNullObject: objectMethod("1.4", "NamedItem", (target, args) => find(target, args.text(0))),
  },
});

function item(target: NamesTarget, name: NameModel): NameTarget {
  return { ...target, name };
}

function find(target: NamesTarget, key: string): NameTarget | null {
  const name = target.names.find((candidate) => candidate.name.toLowerCase() === key.toLowerCase());
  return name ? item(target, name) : null;
}

function add(target: NamesTarget, args: Arguments, host: Host): NameTarget {
  const name = args.text(0);
  checkName(host, name);
  if (find(target, name)) throw new ExcelError("ItemAlreadyExists");
  const range = args.object(1, "Range", "RangeAreas") as RangeTarget | undefined;
  const formula = range
    ? `=${sheetPrefix(range.sheet.name)}${absoluteAddress(areaOf(range))}`
    : asFormula(args.text(1));
  const model: NameModel = { name, formula, comment: args.optionalText(2) ?? "", visible: true };
  target.names.push(model);
  host.calculator.namesChanged();
  return item(target, model);
}

/**
 * Excel's rules for defined names and table names: begins with a letter, "_" or "\", then letters, digits, "." and "_",
 * no longer than 255, not like a cell ("Q1", "R1C1", "R", "C"), and no table has it.
 */
export function checkName(host: Host, name: string): void {
  const shaped = /^[\p{L}_\\][\p{L}\p{N}\p{M}_.\\?]*$/u.test(name) && name.length <= 255;
  if (!shaped || parseArea(name) || /^(?:r\d*c?\d*|c\d*)$/i.test(name) || /^(?:true|false)$/i.test(name)) {
    throw invalidArgument("name");
  }
  const tables = host.workbook.sheets.flatMap((sheet) => sheet.tables);
  if (tables.some((table) => table.name.toLowerCase() === name.toLowerCase())) throw invalidArgument("name");
}
