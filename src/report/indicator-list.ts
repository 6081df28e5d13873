import { cellAddress } from "../cells/cell";
import { actualOf, targetOf, type Indicator, type IndicatorCell } from "../ledger/indicators";
import { numberOf, shownValue } from "../ledger/indicator-value";
import type { Ledger } from "../ledger/ledger";
import { headerOf } from "../ledger/columns";
import { INDICATORS_SHEET } from "../ledger/sheet-names";
import { indicatorRate, type IndicatorRate, type RateFormula } from "../tally/indicator-rate";
import { detailTexts, shortYear } from "./detail-words";
import {
  addDetailHeader,
  addDetailRow,
  decimalsNeeded,
  dressRows,
  fittingWidth,
  shownNumber,
  valueRole,
  type Clipped,
  type DetailColumn,
} from "./detail-table";
import { oneLine } from "./entry-list";
import { ownerLevel, ownerName } from "./indicator-owner";
import { columnWord, ledgerCell, ledgerNumber } from "./ledger-cells";
import { addNotes } from "./notes";
import { SAFE_WIDTH } from "./page-setup";
import type { PlanCell, Role } from "./plan";
import type { ReportContext } from "./report-context";
import type { PlannedSheet } from "./report-problem";
import { addTitle, finishSheet, rowsHeight } from "./report-sheet";
import { SheetDraft } from "./sheet-draft";
import { numberedNotes, WORDS } from "./words";

/** Widths in points of the columns of text, and the narrowest and widest of the columns of values. */
const WIDTHS = {
  owner: 128,
  name: 142,
  narrow: 180,
  kind: 34,
  way: 36,
  unit: 36,
  status: 44,
  value: { least: 44, most: 66 },
} as const;

/** One row of the list, before it has a place. */
interface Row {
  readonly indicator: Indicator;
  readonly base: IndicatorCell | null;
  readonly target: IndicatorCell | undefined;
  readonly actual: IndicatorCell | undefined;
  /** 達成率 as the ledger says it. */
  readonly given: IndicatorCell | undefined;
  /** The same reckoned, where the ledger has no such column. */
  readonly rate: IndicatorRate | null;
}

/** The kinds of columns that a list may have after the names, in order. */
type ValueKind = "base" | "target" | "actual" | "rate";

/** 指標一覧: one row per indicator with base, target and actual value of the report's year, the rate, and the measure's status. */
export function indicatorList(
  context: ReportContext,
  indicators: readonly Indicator[],
): { readonly sheet: PlannedSheet; readonly columns: readonly number[] } {
  const { ledger, settings, plan, tally, asOf } = context;
  const texts = detailTexts(settings, asOf);
  const year = ledger.year?.year ?? null;
  const hasRates = ledger.indicators.some(({ rates }) => rates.length > 0);
  const rows = indicators.map((indicator): Row => {
    const target = targetOf(indicator, year);
    const actual = actualOf(indicator, year);
    return {
      indicator,
      base: indicator.base,
      target,
      actual,
      given: actualOf({ actuals: indicator.rates }, year),
      rate: hasRates ? null : rateOf(indicator, target, actual, settings),
    };
  });
  const level = ownerLevel(ledger);
  const layout = layOut(context, rows, level?.name ?? null);
  const points = layout.columns.map(({ width }) => width);
  const width = points.reduce((sum, one) => sum + one, 0);
  const draft = new SheetDraft(points.length);
  addTitle(draft, texts.indicators(indicators.length), width);
  const header = addDetailHeader(draft, layout.columns);
  const page = rowsHeight(points, SAFE_WIDTH.portrait) - draft.height(header);
  const first = draft.next;
  const clipped: Clipped[] = [];
  const fieldRows: number[] = [];
  const decimalRuns: { row: number; decimals: number }[] = [];
  let field = -1;
  let owner: Indicator["measure"] | null = null;
  for (const row of rows) {
    const { measure } = row.indicator;
    if (tally.fields.length > 1 && measure.fieldIndex !== field) {
      const at = draft.add([oneLine(measure.field) || WORDS.noField]);
      fieldRows.push(at);
      draft.bind(at);
    }
    field = measure.fieldIndex;
    const isFirst = measure !== owner;
    owner = measure;
    const at = draft.next;
    const cells = layout.columns.map(({ kind }): PlanCell => {
      switch (kind) {
        case "owner":
          return isFirst ? oneLine(ownerName(row.indicator, level)) : "";
        case "status":
          return isFirst ? measure.status.trim() : "";
        case "name":
          return oneLine(row.indicator.name);
        case "kind":
          return row.indicator.kind;
        case "way":
          return writtenWay(row.indicator);
        case "unit":
          return row.indicator.unit;
        case "rate":
          return rateCell(context, row, at, layout.at);
        default:
          return valueCell(context, row.indicator, row[kind] ?? undefined);
      }
    });
    decimalRuns.push({ row: at, decimals: decimalsOf(row) });
    clipped.push(...addDetailRow(draft, layout.columns, cells));
  }
  dressRows(draft, layout.columns, first);
  dressValues(draft, layout.at, decimalRuns);
  for (const at of fieldRows) draft.role("treeHeading", at, 0, draft.columns);
  addNotes(draft, numberedNotes(notesOf(context, rows, hasRates)), width);
  const sheet = finishSheet(draft, {
    name: INDICATORS_SHEET,
    columns: points,
    charts: [],
    plan,
    rateDecimals: settings.decimals,
    printArea: draft.area(),
    breaks: draft.pageBreaks(page).breaks,
    titleRow: header,
    widest: SAFE_WIDTH.portrait,
  });
  const problems = clipped.map(({ row, column, length }) => ({
    kind: "name-too-long" as const,
    sheet: INDICATORS_SHEET,
    cell: cellAddress(row, column),
    length,
  }));
  return { sheet: { sheet, problems }, columns: printed(ledger, rows) };
}

interface ListColumn extends DetailColumn {
  readonly kind: ValueKind | "owner" | "name" | "kind" | "way" | "unit" | "status";
}

interface Layout {
  readonly columns: readonly ListColumn[];
  /** Column of each kind of value; absent where the list has none. */
  readonly at: Readonly<Partial<Record<ValueKind, number>>>;
}

/** The columns that have something to say. */
function layOut({ ledger, settings }: ReportContext, rows: readonly Row[], owner: string | null): Layout {
  const value = (kind: ValueKind, title: string, shown: readonly string[], role: Role = "tableValue"): ListColumn[] =>
    shown.every((text) => text === "")
      ? []
      : [
          {
            kind,
            title,
            width: fittingWidth([...shown, title.split("\n")[0]!], WIDTHS.value.least, WIDTHS.value.most),
            role,
          },
        ];
  const text = (kind: "kind" | "way" | "unit", title: string, of: (row: Row) => string): ListColumn[] =>
    rows.every((row) => of(row) === "") ? [] : [{ kind, title, width: WIDTHS[kind], role: "tableStatus" }];
  const shownOf = (row: Row, cell: IndicatorCell | null | undefined): string =>
    cell?.value.kind === "number" && cell.value.unit === ""
      ? shownNumber(cell.value.value, decimalsOf(row))
      : cell === null || cell === undefined
        ? ""
        : shownValue(cell.value);
  const rates = rows.map(({ given, rate }) =>
    given !== undefined ? shownValue(given.value) : rate === null ? "" : rate.percent.toFixed(settings.decimals),
  );
  const given = ledger.indicators.flatMap(({ rates: columns }) => columns)[0];
  const givenHeader = ledger.headers.find(({ column }) => column === given?.column);
  const rateTitle =
    givenHeader === undefined ? headerOf("rate") : columnWord(givenHeader).replace(/[（(][%％][)）]/, "");
  const columns: ListColumn[] = [
    ...(owner === null ? [] : [{ kind: "owner", title: owner, width: WIDTHS.owner, role: "tableText" } as const]),
    { kind: "name", title: "指標", width: WIDTHS.name, role: "tableText" },
    ...text("kind", "種別", ({ indicator }) => indicator.kind),
    ...text("unit", "単位", ({ indicator }) => indicator.unit),
    ...text("way", "方向", ({ indicator }) => writtenWay(indicator)),
    ...value("base", yearTitle("基準値", rows.map(({ base }) => base)), rows.map((row) => shownOf(row, row.base))), // prettier-ignore
    ...value("target", yearTitle("目標値", rows.map(({ target }) => target)), rows.map((row) => shownOf(row, row.target))), // prettier-ignore
    ...value("actual", yearTitle("実績値", rows.map(({ actual }) => actual)), rows.map((row) => shownOf(row, row.actual))), // prettier-ignore
    ...value("rate", `${rateTitle}\n（％）`, rates, "tableRate"),
    { kind: "status", title: WORDS.statusColumn, width: WIDTHS.status, role: "tableStatus" },
  ];
  const at = Object.fromEntries(columns.map(({ kind }, index) => [kind, index])) as Layout["at"];
  return { columns: fitted(columns.map((one) => (one.kind === "status" ? widened(one, rows) : one))), at };
}

/** The names as wide as an upright page leaves them, where that is not too narrow; else as a lying one does. */
function fitted(columns: readonly ListColumn[]): readonly ListColumn[] {
  const isName = ({ kind }: ListColumn): boolean => kind === "owner" || kind === "name";
  const widthOf = (some: readonly ListColumn[]): number => some.reduce((sum, { width }) => sum + width, 0);
  const names = columns.filter(isName);
  const rest = widthOf(columns) - widthOf(names);
  const upright = SAFE_WIDTH.portrait - rest;
  const room = upright >= (WIDTHS.narrow * names.length) / 2 ? upright : SAFE_WIDTH.landscape - rest;
  const factor = Math.min(1.5, room / widthOf(names));
  return columns.map((one) => (isName(one) ? { ...one, width: Math.floor(one.width * factor) } : one));
}

/** The way an indicator is to go, as far as the ledger has a column that says it. */
function writtenWay({ improvement, improvementBy }: Indicator): string {
  return improvementBy === "column" ? improvement : "";
}

/** A status column as wide as its longest status, within bounds. */
function widened(column: ListColumn, rows: readonly Row[]): ListColumn {
  const texts = rows.map(({ indicator }) => indicator.measure.status.trim());
  return { ...column, width: fittingWidth(texts, WIDTHS.status, 90), role: "tableStatus" };
}

/** 「実績値」 with the year below it where all values are of that year. */
function yearTitle(word: string, cells: readonly (IndicatorCell | null | undefined)[]): string {
  const years = new Set(cells.flatMap((cell) => (cell === null || cell === undefined ? [] : [cell.year])));
  const [year] = years;
  return years.size === 1 && typeof year === "number" ? `${word}\n（${shortYear(year)}）` : word;
}

function rateOf(
  indicator: Indicator,
  target: IndicatorCell | undefined,
  actual: IndicatorCell | undefined,
  settings: ReportContext["settings"],
): IndicatorRate | null {
  const units = [target, actual].flatMap((cell) =>
    cell?.value.kind === "number" && cell.value.unit !== "" ? [cell.value.unit] : [],
  );
  // 1,200千円 and 1百万円 are not to be divided.
  if (new Set(units).size > 1) return null;
  return indicatorRate(
    {
      improvement: indicator.improvement,
      base: numberOf(indicator.base?.value),
      target: numberOf(target?.value),
      actual: numberOf(actual?.value),
    },
    settings,
  );
}

/** A value as the ledger has it: its number by reference, its text as written. */
function valueCell(context: ReportContext, { row }: Indicator, cell: IndicatorCell | undefined): PlanCell {
  if (cell === undefined) return "";
  if (!isPlainNumber(context, row, cell)) return shownValue(cell.value);
  return ledgerNumber(context, row, cell.column, numberOf(cell.value)!);
}

function isPlainNumber(context: ReportContext, row: number, cell: IndicatorCell): boolean {
  return typeof ledgerCell(context, row, cell.column) === "number";
}

/** The rate: the ledger's own, else a formula over this row's values, else what was reckoned. */
function rateCell(context: ReportContext, row: Row, at: number, columns: Layout["at"]): PlanCell {
  const { given, rate, indicator } = row;
  if (given !== undefined) return valueCell(context, indicator, given);
  if (rate === null) {
    return row.actual?.value.kind === "number" || row.target?.value.kind === "number" ? WORDS.noRate : "";
  }
  const used = rate.formula === "from-base" ? [row.base, row.target, row.actual] : [row.target, row.actual];
  const live = used.every((cell) => cell !== null && cell !== undefined && isPlainNumber(context, indicator.row, cell));
  const formula = live ? rateFormulaText(rate, row, at, columns, context.settings) : null;
  return formula === null ? rate.percent : context.formulas.derived(formula, rate.percent);
}

/** `IF(F5=0,"－",ROUND(G5*100/F5,1))`; null where Excel's binary fractions would round another way. */
function rateFormulaText(
  { formula, percent }: IndicatorRate,
  row: Row,
  at: number,
  columns: Layout["at"],
  { rounding, decimals }: ReportContext["settings"],
): string | null {
  const [base, target, actual] = (["base", "target", "actual"] as const).map((kind) => ({
    address: cellAddress(at, columns[kind] ?? 0),
    value: numberOf(row[kind]?.value) ?? 0,
  })) as [Operand, Operand, Operand];
  const [top, bottom, value] = quotient(formula, base, target, actual);
  const round = rounding === "truncate" ? "ROUNDDOWN" : "ROUND";
  const scale = 10 ** decimals;
  const scaled = Number((Math.abs(value) * scale).toPrecision(15));
  const steps = rounding === "truncate" ? Math.floor(scaled) : Math.floor(scaled + 0.5);
  if (steps !== Math.round(Math.abs(percent) * scale)) return null;
  return `IF(${bottom}=0,"${WORDS.noRate}",${round}(${top}*100/${bottom},${decimals}))`;
}

interface Operand {
  readonly address: string;
  readonly value: number;
}

function quotient(formula: RateFormula, base: Operand, target: Operand, actual: Operand): [string, string, number] {
  switch (formula) {
    case "of-target":
      return [actual.address, target.address, (actual.value * 100) / target.value];
    case "of-actual":
      return [target.address, actual.address, (target.value * 100) / actual.value];
    case "from-base":
      return [
        `(${actual.address}-${base.address})`,
        `(${target.address}-${base.address})`,
        ((actual.value - base.value) * 100) / (target.value - base.value),
      ];
  }
}

/** Decimals that all numbers of a row need. */
function decimalsOf({ base, target, actual }: Row): number {
  return decimalsNeeded([base, target, actual].flatMap((cell) => numberOf(cell?.value) ?? []));
}

/** Gives runs of rows with decimals the format that shows them. */
function dressValues(
  draft: SheetDraft,
  at: Layout["at"],
  runs: readonly { readonly row: number; readonly decimals: number }[],
): void {
  const columns = (["base", "target", "actual"] as const).flatMap((kind) => at[kind] ?? []);
  const [first] = columns;
  if (first === undefined) return;
  for (let start = 0; start < runs.length;) {
    const { row, decimals } = runs[start]!;
    let end = start + 1;
    while (runs[end]?.decimals === decimals && runs[end]!.row === runs[end - 1]!.row + 1) end++;
    if (decimals > 0) draft.role(valueRole(decimals), row, first, columns.length, end - start);
    start = end;
  }
}

function notesOf({ ledger, settings, asOf }: ReportContext, rows: readonly Row[], hasRates: boolean): string[] {
  const texts = detailTexts(settings, asOf);
  if (hasRates) return [texts.givenRates];
  const formulas = new Set(rows.flatMap(({ rate }) => (rate === null ? [] : [rate.formula])));
  if (formulas.size === 0) return [];
  const notes = [texts.rateFormulas([...formulas])];
  const inferred = rows.filter(({ rate, indicator }) => rate !== null && indicator.improvementBy === "inferred").length;
  if (inferred > 0) notes.push(texts.inferredWays(inferred));
  const unknown = rows.filter(({ rate, indicator }) => rate !== null && indicator.improvement === "").length;
  if (unknown > 0) notes.push(texts.unknownWays(unknown));
  const targets = new Set(rows.flatMap(({ target }) => target?.year ?? []));
  const [only] = targets;
  if (targets.size === 1 && only !== undefined && ledger.year !== null && only > ledger.year.year) {
    notes.push(texts.laterTarget(only));
  }
  return notes;
}

/** The ledger's columns that stand in the list. */
function printed({ indicators }: Ledger, rows: readonly Row[]): readonly number[] {
  const used = new Set<number>();
  for (const { indicator, base, target, actual, given } of rows) {
    const { name, unit, kindColumn, improvement } = indicators[indicator.group - 1]!;
    for (const column of [
      name,
      unit,
      kindColumn,
      improvement,
      base?.column,
      target?.column,
      actual?.column,
      given?.column,
    ]) {
      if (typeof column === "number") used.add(column);
    }
  }
  return [...used];
}
