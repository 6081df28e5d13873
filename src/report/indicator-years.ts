import type { Indicator, IndicatorCell } from "../ledger/indicators";
import { numberOf, shownValue } from "../ledger/indicator-value";
import { INDICATOR_YEARS_SHEET } from "../ledger/sheet-names";
import { addChart, type ChartDraft } from "./charts";
import { decimalsNeeded, fittingWidth, valueLabels, valueRole } from "./detail-table";
import { detailTexts, shortYear } from "./detail-words";
import { oneLine } from "./entry-list";
import { ownerLevel, ownerName } from "./indicator-owner";
import { ledgerCell, ledgerNumber } from "./ledger-cells";
import { addNotes } from "./notes";
import { BLOCK_WIDTH } from "./page-setup";
import type { ChartPlan, PlanCell } from "./plan";
import type { ReportContext } from "./report-context";
import type { PlannedSheet } from "./report-problem";
import { addTitle, BOLD, finishSheet, rowsHeight } from "./report-sheet";
import { SheetDraft } from "./sheet-draft";
import { breakLines, CELL_PADDING } from "./text-layout";
import { emsIn } from "./text-width";
import { fontSize, INDICATOR_COLORS } from "./theme";
import { WORDS } from "./words";

/** Charts on the sheet at most: four pages of them. */
const MAX_CHARTS = 12;
/** Years shown at most, the latest. */
const MAX_YEARS = 10;
const WIDTHS = { label: 60, year: { least: 34, most: 58 } } as const;
const SPACE = 9;

/** 指標の推移: target and actual value of every year for each indicator, the first of them with a chart; null with one year only. */
export function indicatorYears(
  context: ReportContext,
  indicators: readonly Indicator[],
): { readonly sheet: PlannedSheet; readonly columns: readonly number[] } | null {
  const { ledger, plan, settings, asOf } = context;
  const all = [...new Set(indicators.flatMap(({ targets, actuals }) => [...yearsOf(targets), ...yearsOf(actuals)]))];
  const withActuals = new Set(indicators.flatMap(({ actuals }) => yearsOf(actuals)));
  if (withActuals.size < 2) return null;
  const years = all.sort((a, b) => a - b).slice(-MAX_YEARS);
  const shown = indicators.filter(({ actuals, targets }) =>
    [...actuals, ...targets].some((cell) => isSaid(cell, years)),
  );
  const texts = detailTexts(settings, asOf);
  const level = ownerLevel(ledger);
  const words = shown.flatMap(({ targets, actuals }) => [...targets, ...actuals].map(({ value }) => shownValue(value)));
  const room = Math.floor((BLOCK_WIDTH - WIDTHS.label) / years.length);
  const width = Math.max(WIDTHS.year.least, Math.min(room, fittingWidth(words, WIDTHS.year.least, WIDTHS.year.most)));
  const rest = BLOCK_WIDTH - WIDTHS.label - width * years.length;
  const points = [WIDTHS.label, ...years.map(() => width), ...(rest > 1 ? [rest] : [])];
  const whole = points.reduce((sum, one) => sum + one, 0);
  const draft = new SheetDraft(points.length);
  const charts: ChartPlan[] = [];
  const page = rowsHeight(points);
  const used = new Set<number>();
  addTitle(draft, texts.indicatorYears(shown.length), whole);
  let field = -1;
  for (const indicator of shown) {
    const { measure } = indicator;
    if (ledger.fields.length > 1 && measure.fieldIndex !== field) {
      const at = draft.add([oneLine(measure.field) || WORDS.noField], 27);
      draft.role("heading", at, 0, draft.columns);
      draft.bind(at);
    }
    field = measure.fieldIndex;
    const owner = oneLine(ownerName(indicator, level));
    const name = [owner, oneLine(indicator.name)].filter((text, at, both) => text !== "" && text !== both[1 - at]);
    const title = `${(name.length === 0 ? [owner] : name).join("　")}${indicator.unit === "" ? "" : `（${indicator.unit}）`}`;
    for (const line of breakLines(title, emsIn(whole - CELL_PADDING, fontSize("subheading")) / BOLD)) {
      const at = draft.add([line], 21);
      draft.role("subheading", at, 0, draft.columns);
      draft.bind(at);
    }
    const header = draft.add([null, ...years.map(shortYear)]);
    draft.role("tableHeader", header, 0, years.length + 1);
    const rows = [
      { label: "目標値", cells: indicator.targets },
      { label: "実績値", cells: indicator.actuals },
    ].filter(({ cells }) => cells.some((cell) => isSaid(cell, years)));
    const first = draft.next;
    for (const { label, cells } of rows) {
      const byYear = years.map((year) => cells.find((cell) => cell.year === year));
      for (const cell of byYear) if (cell !== undefined) used.add(cell.column);
      draft.add([label, ...byYear.map((cell) => valueCell(context, indicator, cell))]);
    }
    draft.role("tableText", first, 0, 1, rows.length);
    draft.role(valueRole(decimalsOf(indicator)), first, 1, years.length, rows.length);
    draft.role("tableLast", draft.next - 1, 0, years.length + 1);
    draft.bind(header, rows.length);
    const numbers = years.filter((year) =>
      indicator.actuals.some((cell) => cell.year === year && isNumber(context, indicator, cell)),
    );
    if (numbers.length > 1 && charts.length < MAX_CHARTS) {
      draft.bind(draft.next - 1);
      addChart(draft, charts, chartOf(indicator, charts.length, header, rows.length, years.length), page);
    }
    draft.add([], SPACE);
  }
  const last = shown.length > 0 && charts.length === MAX_CHARTS;
  if (last) addNotes(draft, [texts.firstCharts(MAX_CHARTS)], whole);
  const sheet = finishSheet(draft, {
    name: INDICATOR_YEARS_SHEET,
    columns: points,
    charts,
    plan,
    rateDecimals: settings.decimals,
    printArea: draft.area(),
    breaks: draft.pageBreaks(page).breaks,
  });
  return { sheet: { sheet, problems: [] }, columns: [...used] };
}

function yearsOf(cells: readonly IndicatorCell[]): number[] {
  return cells.flatMap(({ year, value }) => (year === null || value.kind === "blank" ? [] : [year]));
}

function isSaid({ year, value }: IndicatorCell, years: readonly number[]): boolean {
  return year !== null && years.includes(year) && value.kind !== "blank";
}

function isNumber(context: ReportContext, { row }: Indicator, cell: IndicatorCell): boolean {
  return typeof ledgerCell(context, row, cell.column) === "number";
}

function valueCell(context: ReportContext, indicator: Indicator, cell: IndicatorCell | undefined): PlanCell {
  if (cell === undefined) return "";
  const number = numberOf(cell.value);
  if (number === null || !isNumber(context, indicator, cell)) return shownValue(cell.value);
  return ledgerNumber(context, indicator.row, cell.column, number);
}

/** Decimals that all numbers of an indicator need. */
function decimalsOf({ targets, actuals }: Indicator): number {
  return decimalsNeeded([...targets, ...actuals].flatMap(({ value }) => numberOf(value) ?? []));
}

/** Standing bars of target and actual value by year: a value that is not there has no bar, as a line could not show it. */
function chartOf(indicator: Indicator, at: number, header: number, rows: number, years: number): ChartDraft {
  return {
    name: `Indicator${at + 1}Years`,
    kind: "ColumnClustered",
    title: `${oneLine(indicator.name) || oneLine(indicator.measure.name)}${indicator.unit === "" ? "" : `（${indicator.unit}）`}`,
    source: { row: header, column: 0, rows: rows + 1, columns: years + 1 },
    series: (rows === 2 ? ["目標値", "実績値"] : ["実績値"]).map((name) => ({
      name,
      ...INDICATOR_COLORS[name === "実績値" ? 0 : 1],
    })),
    seriesBy: "Rows",
    labelFormat: valueLabels(decimalsOf(indicator)),
  };
}
