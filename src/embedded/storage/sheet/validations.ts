import { areaAddress } from "../../../cells/cell";
import type { SheetModel, ValidationModel } from "../../model/model";
import { formulaFromFile, formulaToFile } from "../workbook/formula-text";
import { parseAreas } from "../workbook/references";
import { element, escapeText, list } from "../xml/write-xml";
import type { Attributes } from "../xml/write-xml";
import { child, childrenOf, flag } from "../xml/xml";
import type { XmlElement } from "../xml/xml";

/*
 * Data validations (ECMA-376-1 §18.3.1.32 f.); a rule is kept as Excel's DataValidationRule.
 */

/** Kinds of validation with two operands: the format's word and the member of Excel's DataValidationRule. */
const KINDS: readonly (readonly [file: string, api: string])[] = [
  ["whole", "wholeNumber"],
  ["decimal", "decimal"],
  ["date", "date"],
  ["time", "time"],
  ["textLength", "textLength"],
];

/** Operators of validations: the format's word and Excel's. */
const OPERATORS: readonly (readonly [file: string, api: string])[] = [
  ["between", "Between"],
  ["notBetween", "NotBetween"],
  ["equal", "EqualTo"],
  ["notEqual", "NotEqualTo"],
  ["greaterThan", "GreaterThan"],
  ["lessThan", "LessThan"],
  ["greaterThanOrEqual", "GreaterThanOrEqualTo"],
  ["lessThanOrEqual", "LessThanOrEqualTo"],
];

/** The validations of a sheet part, one an area. */
export function readValidations(frame: XmlElement): ValidationModel[] {
  return childrenOf(child(frame, "dataValidations"), "dataValidation").flatMap((element) => {
    const style = element.attributes.get("errorStyle") ?? "stop";
    const common = {
      rule: readRule(element),
      errorAlert: {
        showAlert: flag(element, "showErrorMessage"),
        style: `${style.charAt(0).toUpperCase()}${style.slice(1)}`,
        title: element.attributes.get("errorTitle") ?? "",
        message: element.attributes.get("error") ?? "",
      },
      prompt: {
        showPrompt: flag(element, "showInputMessage"),
        title: element.attributes.get("promptTitle") ?? "",
        message: element.attributes.get("prompt") ?? "",
      },
      ignoreBlanks: flag(element, "allowBlank"),
    };
    return parseAreas(element.attributes.get("sqref") ?? "").map((area) => ({ area, ...common }));
  });
}

function readRule(element: XmlElement): Record<string, unknown> {
  const type = element.attributes.get("type") ?? "none";
  const formula1 = child(element, "formula1")?.text ?? "";
  const formula2 = child(element, "formula2")?.text;
  if (type === "list") {
    const literal = /^"([^]*)"$/.exec(formula1);
    const source = literal ? literal[1]!.replaceAll('""', '"') : formulaFromFile(formula1);
    // The format's showDropDown hides the arrow.
    return { list: { inCellDropDown: !flag(element, "showDropDown"), source } };
  }
  if (type === "custom") return { custom: { formula: formulaFromFile(formula1) } };
  const kind = KINDS.find(([file]) => file === type)?.[1];
  if (kind === undefined) return {};
  const word = element.attributes.get("operator") ?? "between";
  const operator = OPERATORS.find(([file]) => file === word)?.[1] ?? "Between";
  const second = formula2 === undefined ? {} : { formula2: operandFromFile(formula2) };
  return { [kind]: { formula1: operandFromFile(formula1), ...second, operator } };
}

function operandFromFile(formula: string): string | number {
  const value = Number(formula);
  return formula.trim() !== "" && Number.isFinite(value) ? value : formulaFromFile(formula);
}

/** `<dataValidations>` of a sheet; "" where it has none. A rule that allows everything is left out. */
export function validationsXml(sheet: SheetModel): string {
  return list(
    "dataValidations",
    sheet.validations.map(validationXml).filter((xml) => xml !== ""),
  );
}

function validationXml({ area, rule, errorAlert, prompt, ignoreBlanks }: ValidationModel): string {
  const written = writeRule(rule);
  if (!written) return "";
  const [kind, operands] = written;
  const style = textOf(errorAlert, "style")?.replace(/^./, (first) => first.toLowerCase());
  return element(
    "dataValidation",
    {
      ...kind,
      errorStyle: style === "stop" ? null : style,
      allowBlank: ignoreBlanks,
      showInputMessage: prompt !== null && prompt.showPrompt !== false,
      // Excel shows its own alert unless it was switched off.
      showErrorMessage: errorAlert?.showAlert !== false,
      errorTitle: textOf(errorAlert, "title"),
      error: textOf(errorAlert, "message"),
      promptTitle: textOf(prompt, "title"),
      prompt: textOf(prompt, "message"),
      sqref: areaAddress(area),
    },
    operands.map((operand, index) => {
      const text = typeof operand === "string" || typeof operand === "number" ? String(operand) : "";
      return element(`formula${index + 1}`, {}, escapeText(formulaToFile(text)));
    }),
  );
}

function textOf(object: Record<string, unknown> | null, key: string): string | null {
  const value = object?.[key];
  return typeof value === "string" && value !== "" ? value : null;
}

/** A DataValidationRule as the format has it; null for a rule that allows everything. */
function writeRule(rule: Record<string, unknown>): [attributes: Attributes, operands: unknown[]] | null {
  const list = rule.list as { source?: unknown; inCellDropDown?: boolean } | undefined;
  if (list) {
    const source = typeof list.source === "string" ? list.source : "";
    const formula = source.startsWith("=") ? source : `"${source.replaceAll('"', '""')}"`;
    return [{ type: "list", showDropDown: list.inCellDropDown === false }, [formula]];
  }
  const custom = rule.custom as { formula?: unknown } | undefined;
  if (custom) return [{ type: "custom" }, [custom.formula]];
  for (const [type, api] of KINDS) {
    const found = rule[api] as { formula1?: unknown; formula2?: unknown; operator?: unknown } | undefined;
    if (!found) continue;
    const { formula1, formula2 } = found;
    const operator = OPERATORS.find(([, word]) => word === found.operator)?.[0] ?? "between";
    const operands = formula2 === undefined ? [formula1] : [formula1, formula2];
    return [{ type, operator: operator === "between" ? null : operator }, operands];
  }
  return null;
}
