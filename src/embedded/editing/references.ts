import { splitSheet } from "../model/address";
import { mapReferences } from "../calculation/tokens";
import { noteCell, noteSheet } from "../model/changes";
import type { Host } from "./host";
import type { ChartModel, SheetModel } from "../model/model";

/**
 * Gives what stands in place of a reference as written; `home` is the sheet the formula is on, null for a name of the
 * workbook.
 */
type ReferenceRewrite = (reference: string, home: SheetModel | null) => string;

/**
 * Rewrites the references of every formula of a workbook: cells, defined names, charts, validations and conditional
 * formats. Sheets of an opened file whose formulas change are noted as changed. With `sheetName` only formulas in which
 * that name occurs are looked at.
 */
export function rewriteReferences(host: Host, rewrite: ReferenceRewrite, sheetName?: string): void {
  const { workbook } = host;
  const mention = sheetName?.replaceAll("'", "''").toLowerCase();
  const map = (formula: string, home: SheetModel | null): string =>
    mention === undefined || formula.toLowerCase().includes(mention) ? mapFormula(formula, home, rewrite) : formula;
  for (const name of workbook.names) name.formula = map(name.formula, null);
  for (const sheet of workbook.sheets) {
    for (const [key, formula] of sheet.formulas) {
      const mapped = map(formula, sheet);
      if (mapped === formula) continue;
      sheet.formulas.set(key, mapped);
      host.calculator.formulaRewritten(sheet, key);
      noteCell(sheet, key);
    }
    const seen = { change: false };
    const note = (formula: string): string => {
      const mapped = map(formula, sheet);
      if (mapped !== formula) seen.change = true;
      return mapped;
    };
    for (const name of sheet.names) name.formula = note(name.formula);
    for (const chart of sheet.charts) rewriteChart(chart, note);
    for (const format of sheet.conditionalFormats) {
      if (format.formula !== null) format.formula = note(format.formula);
    }
    for (const validation of sheet.validations) {
      validation.rule = mapTexts(validation.rule, note) as Record<string, unknown>;
    }
    if (seen.change) noteSheet(sheet);
  }
}

function rewriteChart(chart: ChartModel, map: (reference: string) => string): void {
  if (chart.titleRef !== undefined) chart.titleRef = map(chart.titleRef);
  for (const series of chart.series) {
    series.valuesRef = map(series.valuesRef);
    if (series.nameRef !== null) series.nameRef = map(series.nameRef);
    if (series.categoriesRef !== null) series.categoriesRef = map(series.categoriesRef);
  }
}

/** Formulas begin with "="; a chart's references come without. */
function mapFormula(formula: string, home: SheetModel | null, rewrite: ReferenceRewrite): string {
  const replace = (reference: string): string => rewrite(reference, home);
  if (formula.startsWith("=")) return mapReferences(formula, replace);
  return formula.includes("!") ? mapReferences(`=${formula}`, replace).slice(1) : formula;
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
