import { boundingArea } from "../address";
import { checkFormula } from "../calculation/parser";
import type { Host } from "../host";
import { HostError, invalidArgument } from "../host-error";
import type { ConditionalFormatModel } from "../model";
import { asColor, asFlag, asText, defineClass, method, navigation, objectMethod, property } from "./member";
import type { RangeTarget, SheetTarget } from "./targets";

/** One rule; over several areas it is several of the model's. */
export interface ConditionalFormatTarget extends SheetTarget {
  readonly formats: readonly ConditionalFormatModel[];
}

/** Excel.ConditionalFormat */
export const conditionalFormat = defineClass<ConditionalFormatTarget>({
  name: "ConditionalFormat",
  identity: { as: "Id", read: ({ formats }) => formats[0]!.id },
  members: {
    custom: navigation("1.6", "CustomConditionalFormat", (target) => {
      if (target.formats[0]!.type !== "Custom") throw new HostError("InvalidOperation");
      return target;
    }),
    customOrNullObject: navigation("1.6", "CustomConditionalFormat", (target) =>
      target.formats[0]!.type === "Custom" ? target : null,
    ),
    id: property("1.6", ({ formats }) => formats[0]!.id),
    priority: property("1.6", ({ sheet, formats }) => sheet.conditionalFormats.indexOf(formats[0]!)),
    stopIfTrue: property(
      "1.6",
      ({ formats }) => formats[0]!.stopIfTrue,
      (target, value, host) => {
        const stopIfTrue = asFlag(value);
        change(target, host, { stopIfTrue });
      },
    ),
    type: property("1.6", ({ formats }) => formats[0]!.type),
    delete: method("1.6", ({ sheet, formats }, _args, host) => {
      host.editSheet(sheet);
      sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => !formats.includes(format));
    }),
    getRange: objectMethod("1.6", "Range", ({ sheet, formats }): RangeTarget => {
      return { sheet, areas: [formats.map((format) => format.area).reduce(boundingArea)] };
    }),
    getRanges: objectMethod("1.9", "RangeAreas", ({ sheet, formats }): RangeTarget => {
      return { sheet, areas: formats.map((format) => format.area) };
    }),
  },
});

/** Excel.CustomConditionalFormat */
export const customConditionalFormat = defineClass<ConditionalFormatTarget>({
  name: "CustomConditionalFormat",
  members: {
    format: navigation("1.6", "ConditionalRangeFormat", (target) => target),
    rule: navigation("1.6", "ConditionalFormatRule", (target) => target),
  },
});

/** Excel.ConditionalFormatRule */
export const conditionalFormatRule = defineClass<ConditionalFormatTarget>({
  name: "ConditionalFormatRule",
  members: {
    formula: property("1.6", readFormula, writeFormula),
    formulaLocal: property("1.6", readFormula, writeFormula),
  },
});

/** Excel.ConditionalRangeFormat */
export const conditionalRangeFormat = defineClass<ConditionalFormatTarget>({
  name: "ConditionalRangeFormat",
  members: {
    fill: navigation("1.6", "ConditionalRangeFill", (target) => target),
    font: navigation("1.6", "ConditionalRangeFont", (target) => target),
  },
});

/** Excel.ConditionalRangeFill */
export const conditionalRangeFill = defineClass<ConditionalFormatTarget>({
  name: "ConditionalRangeFill",
  members: {
    color: color("fill"),
    clear: method("1.6", (target, _args, host) => {
      change(target, host, { fill: null });
    }),
  },
});

/** Excel.ConditionalRangeFont */
export const conditionalRangeFont = defineClass<ConditionalFormatTarget>({
  name: "ConditionalRangeFont",
  members: {
    color: color("fontColor"),
    clear: method("1.6", (target, _args, host) => {
      change(target, host, { fontColor: null });
    }),
  },
});

function color(key: "fill" | "fontColor") {
  return property<ConditionalFormatTarget>(
    "1.6",
    ({ formats }) => formats[0]![key] ?? "",
    (target, value, host) => {
      change(target, host, { [key]: asColor(value) });
    },
  );
}

function change({ sheet, formats }: ConditionalFormatTarget, host: Host, patch: Partial<ConditionalFormatModel>): void {
  host.editSheet(sheet);
  for (const format of formats) Object.assign(format, patch);
}

function readFormula({ formats }: ConditionalFormatTarget): string {
  return formats[0]!.formula ?? "";
}

function writeFormula(target: ConditionalFormatTarget, value: unknown, host: Host): void {
  const formula = asText(value);
  if (!formula.startsWith("=")) throw invalidArgument("formula");
  checkFormula(formula);
  change(target, host, { formula });
}
