import { checkFormula } from "../editing/cell-entry";
import { invalidArgument } from "../editing/excel-error";
import { changeRule, type ConditionalFormatTarget } from "./conditional-format";
import { asText, defineClass, sheetProperty } from "./member";

/** Excel.ConditionalFormatRule */
export const conditionalFormatRule = defineClass<ConditionalFormatTarget>({
  name: "ConditionalFormatRule",
  members: {
    formula: sheetProperty("1.6", readFormula, writeFormula),
    formulaLocal: sheetProperty("1.6", readFormula, writeFormula),
  },
});

function readFormula({ formats }: ConditionalFormatTarget): string {
  return formats[0]!.formula ?? "";
}

function writeFormula(target: ConditionalFormatTarget, value: unknown): void {
  const formula = asText(value);
  if (!formula.startsWith("=")) throw invalidArgument("formula");
  checkFormula(formula);
  changeRule(target, { formula });
}
