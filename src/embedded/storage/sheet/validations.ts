import { areaAddress } from "../../../cells/cell";
import type { SheetModel, ValidationModel } from "../../model/model";
import { formulaFromFile, formulaToFile } from "../workbook/formula-text";
import { parseAreas } from "../workbook/references";
import { child, childrenOf, escapeAttribute, escapeText, flag } from "../xml/xml";
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
  const elements = sheet.validations.map(validationXml).filter((xml) => xml !== "");
  if (elements.length === 0) return "";
  return `<dataValidations count="${elements.length}">${elements.join("")}</dataValidations>`;
}

function validationXml({ area, rule, errorAlert, prompt, ignoreBlanks }: ValidationModel): string {
  const written = ruleXml(rule);
  if (!written) return "";
  const style = textOf(errorAlert, "style").replace(/^./, (first) => first.toLowerCase());
  const text = (name: string, value: string): string => (value === "" ? "" : ` ${name}="${escapeAttribute(value)}"`);
  const attributes =
    written.attributes +
    (style === "" || style === "stop" ? "" : ` errorStyle="${escapeAttribute(style)}"`) +
    (ignoreBlanks ? ' allowBlank="1"' : "") +
    (prompt !== null && prompt.showPrompt !== false ? ' showInputMessage="1"' : "") +
    // Excel shows its own alert unless it was switched off.
    (errorAlert?.showAlert === false ? "" : ' showErrorMessage="1"') +
    text("errorTitle", textOf(errorAlert, "title")) +
    text("error", textOf(errorAlert, "message")) +
    text("promptTitle", textOf(prompt, "title")) +
    text("prompt", textOf(prompt, "message"));
  return `<dataValidation${attributes} sqref="${areaAddress(area)}">${written.formulas}</dataValidation>`;
}

function textOf(object: Record<string, unknown> | null, key: string): string {
  const value = object?.[key];
  return typeof value === "string" ? value : "";
}

/** A DataValidationRule as the format has it; null for a rule that allows everything. */
function ruleXml(rule: Record<string, unknown>): { attributes: string; formulas: string } | null {
  const list = rule.list as { source?: unknown; inCellDropDown?: boolean } | undefined;
  if (list) {
    const source = typeof list.source === "string" ? list.source : "";
    const formula = source.startsWith("=") ? source : `"${source.replaceAll('"', '""')}"`;
    const hidden = list.inCellDropDown === false ? ' showDropDown="1"' : "";
    return { attributes: ` type="list"${hidden}`, formulas: formulaXml("formula1", formula) };
  }
  const custom = rule.custom as { formula?: unknown } | undefined;
  if (custom) return { attributes: ' type="custom"', formulas: formulaXml("formula1", custom.formula) };
  for (const [file, api] of KINDS) {
    const found = rule[api] as { formula1?: unknown; formula2?: unknown; operator?: unknown } | undefined;
    if (!found) continue;
    const operator = OPERATORS.find(([, word]) => word === found.operator)?.[0] ?? "between";
    const second = found.formula2 === undefined ? "" : formulaXml("formula2", found.formula2);
    return {
      attributes: ` type="${file}"${operator === "between" ? "" : ` operator="${operator}"`}`,
      formulas: formulaXml("formula1", found.formula1) + second,
    };
  }
  return null;
}

function formulaXml(name: string, operand: unknown): string {
  const text = typeof operand === "string" || typeof operand === "number" ? String(operand) : "";
  return `<${name}>${escapeText(formulaToFile(text))}</${name}>`;
}
