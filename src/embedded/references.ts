import { splitSheet } from "./address";
import { mapReferences } from "./calculation/tokens";
import type { Host } from "./host";
import type { ChartModel, SheetModel } from "./model";

/**
 * Gives what stands in place of a reference as written; `home` is the sheet the formula is on, null for a name of the
 * workbook.
 */
export type ReferenceRewrite = (reference: string, home: SheetModel | null) => string;

/**
 * Rewrites the references of every formula of a workbook: cells, defined names, charts, validations and conditional
 * formats. Sheets of an opened file whose formulas change are noted as changed. With `qualifiedOnly` formulas without a
 * reference to another sheet are passed over unread.
 */
export function rewriteReferences(host: Host, rewrite: ReferenceRewrite, qualifiedOnly = false): void {
  const { workbook } = host;
  for (const name of workbook.names) name.formula = map(name.formula, null, rewrite);
  for (const sheet of workbook.sheets) {
    const fromFile = sheet.part !== null;
    for (const [key, formula] of sheet.formulas) {
      if (qualifiedOnly && !formula.includes("!")) continue;
      const mapped = map(formula, sheet, rewrite);
      if (mapped === formula) continue;
      sheet.formulas.set(key, mapped);
      host.calculator.formulaRewritten(sheet, key);
      if (fromFile) sheet.changed.cells.add(key);
    }
    const rest = JSON.stringify([sheet.validations, sheet.conditionalFormats, sheet.names, sheet.charts]);
    for (const name of sheet.names) name.formula = map(name.formula, sheet, rewrite);
    for (const chart of sheet.charts) rewriteChart(chart, sheet, rewrite);
    for (const format of sheet.conditionalFormats) {
      if (format.formula !== null) format.formula = map(format.formula, sheet, rewrite);
    }
    for (const validation of sheet.validations) {
      validation.rule = mapTexts(validation.rule, (text) => map(text, sheet, rewrite)) as Record<string, unknown>;
    }
    const changed =
      fromFile && rest !== JSON.stringify([sheet.validations, sheet.conditionalFormats, sheet.names, sheet.charts]);
    if (changed) sheet.changed.other = true;
  }
}

function rewriteChart(chart: ChartModel, sheet: SheetModel, rewrite: ReferenceRewrite): void {
  for (const series of chart.series) {
    series.valuesRef = map(series.valuesRef, sheet, rewrite);
    if (series.nameRef !== null) series.nameRef = map(series.nameRef, sheet, rewrite);
    if (series.categoriesRef !== null) series.categoriesRef = map(series.categoriesRef, sheet, rewrite);
  }
}

/** Formulas begin with "="; chart references may come without. */
function map(formula: string, home: SheetModel | null, rewrite: ReferenceRewrite): string {
  if (formula.startsWith("=")) return mapReferences(formula, (reference) => rewrite(reference, home));
  return formula.includes("!")
    ? mapReferences(`=${formula}`, (reference) => rewrite(reference, home)).slice(1)
    : formula;
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return value.startsWith("=") ? change(value) : value;
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
  }
  return value;
}

/** Whether a reference names this sheet. */
export function namesSheet(reference: string, sheetName: string): boolean {
  const { sheet } = splitSheet(reference);
  return sheet !== null && sheet.toLowerCase() === sheetName.toLowerCase();
}
