import { checkFormula } from "../editing/cell-entry";
import type { Host } from "../editing/host";
import { invalidArgument } from "../editing/host-error";
import { changeRule, type ConditionalFormatTarget } from "./conditional-format";
import { asText, defineClass, property } from "./member";

/** Excel.ConditionalFormatRule */
export const conditionalFormatRule = defineClass<ConditionalFormatTarget>({
  name: "ConditionalFormatRule",
  members: {
    formula: property("1.6", readFormula, writeFormula),
    formulaLocal: property("1.6", readFormula, writeFormula),
  },
});

function readFormula({ formats }: ConditionalFormatTarget): string {
  return formats[0]!.formula ?? "";
}

function writeFormula(target: ConditionalFormatTarget, value: unknown, host: Host): void {
  const formula = asText(value);
  if (!formula.startsWith("=")) throw invalidArgument("formula");
  checkFormula(formula);
  changeRule(target, host, { formula });
}
