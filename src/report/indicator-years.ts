import { cellAddress } from "../cells/cell";
import { numberOf, shownValue } from "../ledger/indicator-value";
import type { Indicator, IndicatorCell } from "../ledger/indicators";
import { INDICATOR_YEARS_SHEET } from "../ledger/sheet-names";
import { addChart } from "./charts";
import {
  addDetailHeader,
  addDetailRow,
  decimalsNeeded,
  dressRows,
  fittingWidth,
  shownNumber,
  valueLabels,
  valueRole,
  type Clipped,
  type DetailColumn,
} from "./detail-table";
import { detailTexts, shortYear } from "./detail-words";
import { oneLine } from "./entry-list";
import { ownerLevel, ownerName } from "./indicator-owner";
import { ledgerCell, ledgerNumber } from "./ledger-cells";
import { addNotes } from "./notes";
import { BLOCK_WIDTH } from "./page-setup";
import type { ChartPlan, PlanCell } from "./plan";
import type { ReportContext } from "./report-context";
import type { PlannedSheet } from "./report-problem";
import { addTitle, finishSheet, rowsHeight } from "./report-sheet";
import { SheetDraft } from "./sheet-draft";
import { breakLines, CELL_PADDING } from "./text-layout";
import { emsIn } from "./text-width";
import { fontSize, INDICATOR_COLORS } from "./theme";
import { WORDS } from "./words";

/** Charts on the sheet at most, and the years that make a course of values. */
const MAX_CHARTS = 12;
const COURSE = 3;
/** Years shown at most, the latest. */
const MAX_YEARS = 8;
const WIDTHS = { label: 36, unit: 34, least: 100, year: { least: 32, most: 52 } } as const;
const SPACE = 9;
const LABELS = { target: "目標", actual: "実績" } as const;

/**
 * 指標の推移: the target and actual values of every year as one table, and for the first indicators with a course of at least
 * three years a chart. Null where the actual values are of one year only.
 */
export function indicatorYears(
  context: ReportContext,
  indicators: readonly Indicator[],
): { readonly sheet: PlannedSheet; readonly columns: readonly number[] } | null {
  const { ledger, plan, settings, asOf } = context;
  if (new Set(indicators.flatMap(({ actuals }) => yearsOf(actuals))).size < 2) return null;
  const all = new Set(indicators.flatMap(({ targets, actuals }) => [...yearsOf(targets), ...yearsOf(actuals)]));
  const years = [...all].sort((a, b) => a - b).slice(-MAX_YEARS);
  const shown = indicators.filter(({ actuals, targets }) =>
    [...actuals, ...targets].some((cell) => isSaid(cell, years)),
  );
  const texts = detailTexts(settings, asOf);
  const columns = layOut(shown, years);
  const points = columns.map(({ width }) => width);
  const width = points.reduce((sum, one) => sum + one, 0);
  const draft = new SheetDraft(columns.length);
  addTitle(draft, texts.indicatorYears(shown.length), width);
  const header = addDetailHeader(draft, columns);
  const page = rowsHeight(points) - draft.height(header);
  const first = draft.next;
  const clipped: Clipped[] = [];
  const fieldRows: number[] = [];
  const used = new Set<number>();
  const dress: (() => void)[] = [];
  const level = ownerLevel(ledger);
  const nameRoom = emsIn(points[0]! - CELL_PADDING, fontSize("tableText"));
  let field = -1;
  for (const indicator of shown) {
    const { measure } = indicator;
    if (ledger.fields.length > 1 && measure.fieldIndex !== field) {
      fieldRows.push(draft.add([oneLine(measure.field) || WORDS.noField]));
      draft.bind(draft.next - 1);
    }
    field = measure.fieldIndex;
    const rows = rowsOf(indicator, years);
    const top = draft.next;
    // A long name goes on beside the second line of values.
    const names = breakLines(nameOf(indicator, ownerName(indicator, level)), nameRoom);
    rows.forEach(({ label, cells }, at) => {
      for (const cell of cells) if (cell !== undefined) used.add(cell.column);
      const name = at < rows.length - 1 ? (names[at] ?? "") : names.slice(at).join("");
      const unit = at === 0 ? indicator.unit : "";
      const values = cells.map((cell) => valueCell(context, indicator, cell));
      clipped.push(...addDetailRow(draft, columns, [name, unit, label, ...values]));
      if (at < rows.length - 1) draft.bind(draft.next - 1);
    });
    dress.push(() => {
      draft.role(valueRole(decimalsOf(indicator)), top, 3, years.length, rows.length);
    });
  }
  dressRows(draft, columns, first);
  for (const one of dress) one();
  for (const row of fieldRows) draft.role("treeHeading", row, 0, draft.columns);

  const charts: ChartPlan[] = [];
  const courses = shown.filter((indicator) => numbersIn(indicator, years) >= COURSE);
  for (const indicator of courses.slice(0, MAX_CHARTS)) addCourse(context, draft, charts, { indicator, years, page });
  if (courses.length > MAX_CHARTS) addNotes(draft, [texts.firstCharts(MAX_CHARTS)], width);
  const sheet = finishSheet(draft, {
    name: INDICATOR_YEARS_SHEET,
    columns: points,
    charts,
    plan,
    rateDecimals: settings.decimals,
    printArea: draft.area(),
    breaks: draft.pageBreaks(page).breaks,
    // Over the charts the header of the table would say nothing.
    ...(charts.length === 0 ? { titleRow: header } : {}),
  });
  const problems = clipped.map(({ row, column, length }) => ({
    kind: "name-too-long" as const,
    sheet: INDICATOR_YEARS_SHEET,
    cell: cellAddress(row, column),
    length,
  }));
  return { sheet: { sheet, problems }, columns: [...used] };
}

/** Name, unit, 目標 or 実績, and the years; the name takes what the others leave. */
function layOut(indicators: readonly Indicator[], years: readonly number[]): readonly DetailColumn[] {
  const shown = indicators.flatMap((indicator) =>
    [...indicator.targets, ...indicator.actuals].map(({ value }) =>
      value.kind === "number" && value.unit === ""
        ? shownNumber(value.value, decimalsOf(indicator))
        : shownValue(value),
    ),
  );
  const year = fittingWidth(shown, WIDTHS.year.least, WIDTHS.year.most);
  const name = Math.max(WIDTHS.least, BLOCK_WIDTH - WIDTHS.unit - WIDTHS.label - year * years.length);
  return [
    { title: "指標", width: name, role: "tableText" },
    { title: "単位", width: WIDTHS.unit, role: "tableStatus" },
    { title: "", width: WIDTHS.label, role: "tableStatus" },
    ...years.map((one): DetailColumn => ({ title: shortYear(one), width: year, role: "tableValue" })),
  ];
}

/** The lines of an indicator that say something in these years. */
function rowsOf({ targets, actuals }: Indicator, years: readonly number[]) {
  return [
    { label: LABELS.target, all: targets },
    { label: LABELS.actual, all: actuals },
  ]
    .filter(({ all }) => all.some((cell) => isSaid(cell, years)))
    .map(({ label, all }) => ({ label, cells: years.map((year) => all.find((cell) => cell.year === year)) }));
}

/** 「太陽光発電の導入補助：補助件数」 */
function nameOf(indicator: Indicator, owner: string): string {
  const [above, own] = [oneLine(owner), oneLine(indicator.name)];
  return above === "" || own === "" || above === own ? above || own : `${above}：${own}`;
}

/**
 * Adds an indicator's chart and, above it, the values it draws: standing bars by year, in which a text (未集計) simply has no
 * bar; a line would have to go somewhere.
 */
function addCourse(
  context: ReportContext,
  draft: SheetDraft,
  charts: ChartPlan[],
  {
    indicator,
    years,
    page,
  }: { readonly indicator: Indicator; readonly years: readonly number[]; readonly page: number },
): void {
  const level = ownerLevel(context.ledger);
  const unit = indicator.unit === "" ? "" : `（${indicator.unit}）`;
  draft.add([], SPACE);
  const rows = rowsOf(indicator, years);
  const header = draft.add([
    `${oneLine(indicator.name) || ownerName(indicator, level)}${unit}`,
    null,
    "",
    ...years.map(shortYear),
  ]);
  draft.role("tableHeader", header, 2, years.length + 1);
  draft.role("subheading", header, 0, 2);
  const drawn = (cell: IndicatorCell | undefined): PlanCell => {
    const value = cell?.value;
    // 306人 is drawn as 306: a chart sees no number in a text.
    const isAmount = value?.kind === "number" && value.unit !== "" && value.unit === indicator.unit;
    return isAmount ? value.value : valueCell(context, indicator, cell);
  };
  for (const { label, cells } of rows) draft.add([null, null, label, ...cells.map(drawn)]);
  draft.role("tableStatus", header + 1, 2, 1, rows.length);
  draft.role(valueRole(decimalsOf(indicator)), header + 1, 3, years.length, rows.length);
  draft.role("tableLast", header + rows.length, 2, years.length + 1);
  draft.bind(header, rows.length + 1);
  addChart(
    draft,
    charts,
    {
      name: `Indicator${charts.length + 1}Years`,
      kind: "ColumnClustered",
      title: nameOf(indicator, ownerName(indicator, level)) + unit,
      source: { row: header, column: 2, rows: rows.length + 1, columns: years.length + 1 },
      seriesBy: "Rows",
      series: rows.map(({ label }) => ({ name: label, ...INDICATOR_COLORS[label === LABELS.actual ? 0 : 1] })),
      labelFormat: valueLabels(decimalsOf(indicator)),
    },
    page,
  );
}

function yearsOf(cells: readonly IndicatorCell[]): number[] {
  return cells.flatMap(({ year, value }) => (year === null || value.kind === "blank" ? [] : [year]));
}

function isSaid({ year, value }: IndicatorCell, years: readonly number[]): boolean {
  return year !== null && years.includes(year) && value.kind !== "blank";
}

/** How many of these years have an actual value that is a number. */
function numbersIn({ actuals }: Indicator, years: readonly number[]): number {
  return actuals.filter((cell) => isSaid(cell, years) && cell.value.kind === "number").length;
}

/** Decimals that all numbers of an indicator need. */
function decimalsOf({ targets, actuals }: Indicator): number {
  return decimalsNeeded([...targets, ...actuals].flatMap(({ value }) => numberOf(value) ?? []));
}

/** A value as the ledger has it: its number by reference, its text as written. */
function valueCell(context: ReportContext, indicator: Indicator, cell: IndicatorCell | undefined): PlanCell {
  if (cell === undefined) return "";
  const number = numberOf(cell.value);
  const written = ledgerCell(context, indicator.row, cell.column);
  if (number === null || typeof written !== "number") return shownValue(cell.value);
  return ledgerNumber(context, indicator.row, cell.column, number);
}
