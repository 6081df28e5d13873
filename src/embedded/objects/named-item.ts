import { parseArea, splitSheet } from "../model/address";
import type { CellValue } from "../../cells/cell";
import { isErrorValue } from "../../cells/error-value";
import { checkFormula } from "../editing/cell-entry";
import type { Host } from "../editing/host";
import type { NameModel, SheetModel } from "../model/model";
import { findSheet } from "../model/workbook";
import { asFlag, asText, defineClass, method, navigation, objectMethod, property } from "./member";
import { found, rangeOf, type RangeTarget, type SheetTarget } from "./targets";

/** Names of the workbook, or of one sheet. */
export interface NamesTarget {
  readonly names: NameModel[];
  readonly sheet?: SheetModel;
}

/** One name and where it belongs. */
export interface NameTarget extends NamesTarget {
  readonly name: NameModel;
}

/** Excel.NamedItem */
export const namedItem = defineClass<NameTarget>({
  name: "NamedItem",
  identity: { as: "_Id", read: ({ name }) => name.name },
  members: {
    worksheet: navigation("1.4", "Worksheet", (target) => found(sheetOf(target))),
    worksheetOrNullObject: navigation("1.4", "Worksheet", sheetOf),
    comment: property(
      "1.4",
      ({ name }) => name.comment,
      ({ name }, value) => {
        name.comment = asText(value);
      },
    ),
    formula: property(
      "1.7",
      ({ name }) => name.formula,
      ({ name }, value, host) => {
        name.formula = asFormula(asText(value));
        host.calculator.namesChanged();
      },
    ),
    name: property("1.1", ({ name }) => name.name),
    scope: property("1.4", ({ sheet }) => (sheet ? "Worksheet" : "Workbook")),
    type: property("1.1", (target, host) => (rangeNamed(target, host) ? "Range" : typeOf(valueOf(target, host)))),
    value: property("1.1", (target, host) =>
      rangeNamed(target, host) ? target.name.formula.slice(1) : valueOf(target, host),
    ),
    visible: property(
      "1.1",
      ({ name }) => name.visible,
      ({ name }, value) => {
        name.visible = asFlag(value);
      },
    ),
    delete: method("1.4", ({ names, name }, _args, host) => {
      names.splice(names.indexOf(name), 1);
      host.calculator.namesChanged();
    }),
    getRange: objectMethod("1.1", "Range", (target, _args, host) => found(rangeNamed(target, host))),
    getRangeOrNullObject: objectMethod("1.4", "Range", (target, _args, host) => rangeNamed(target, host)),
  },
});

/** A name's formula with its "="; an address or a value is made one. */
export function asFormula(text: string): string {
  const formula = text.startsWith("=") ? text : `=${text}`;
  checkFormula(formula);
  return formula;
}

function sheetOf({ sheet }: NameTarget): SheetTarget | null {
  return sheet ? { sheet } : null;
}

function rangeNamed({ name, sheet: home }: NameTarget, host: Host): RangeTarget | null {
  const { sheet: named, address } = splitSheet(name.formula.slice(1));
  const sheet = named === null ? home : findSheet(host.workbook, named);
  const area = sheet && parseArea(address);
  return area ? rangeOf(sheet, area) : null;
}

function valueOf({ name, sheet }: NameTarget, host: Host): CellValue {
  return host.calculator.evaluate(name.formula, sheet ?? host.workbook.sheets[0]!);
}

function typeOf(value: CellValue): string {
  if (typeof value === "boolean") return "Boolean";
  if (typeof value === "number") return Number.isInteger(value) ? "Integer" : "Double";
  return isErrorValue(value) ? "Error" : "String";
}
