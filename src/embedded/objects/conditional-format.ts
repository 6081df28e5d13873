import { boundingArea } from "../model/address";
import { ExcelError } from "../editing/excel-error";
import type { ConditionalFormatModel } from "../model/model";
import { asFlag, defineClass, navigation, objectMethod, property, sheetMethod, sheetProperty } from "./member";
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
      if (target.formats[0]!.type !== "Custom") throw new ExcelError("InvalidOperation");
      return target;
    }),
    customOrNullObject: navigation("1.6", "CustomConditionalFormat", (target) =>
      target.formats[0]!.type === "Custom" ? target : null,
    ),
    id: property("1.6", ({ formats }) => formats[0]!.id),
    priority: property("1.6", ({ sheet, formats }) => sheet.conditionalFormats.indexOf(formats[0]!)),
    stopIfTrue: sheetProperty(
      "1.6",
      ({ formats }) => formats[0]!.stopIfTrue,
      (target, value) => {
        changeRule(target, { stopIfTrue: asFlag(value) });
      },
    ),
    type: property("1.6", ({ formats }) => formats[0]!.type),
    delete: sheetMethod("1.6", ({ sheet, formats }) => {
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

/** Changes a rule wherever it is kept. */
export function changeRule({ formats }: ConditionalFormatTarget, patch: Partial<ConditionalFormatModel>): void {
  for (const format of formats) Object.assign(format, patch);
}
