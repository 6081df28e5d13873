import { cellAddress, columnLetters } from "../cells/cell";
import { indicatorValue, type IndicatorValue } from "../ledger/indicator-value";
import type { ColumnReading, Measure } from "../ledger/ledger";
import { matchKey } from "../ledger/match-key";
import { MONEY_SHEET } from "../ledger/sheet-names";
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
import { columnWord, ledgerCell, ledgerNumber } from "./ledger-cells";
import { addNotes } from "./notes";
import { NO_PART, type PartPlan } from "./part-plan";
import { SAFE_WIDTH } from "./page-setup";
import type { PlanCell } from "./plan";
import type { ReportContext } from "./report-context";
import { addTitle, finishSheet, rowsHeight } from "./report-sheet";
import { SheetDraft } from "./sheet-draft";
import { numberedNotes, WORDS } from "./words";

/** Columns of money at most: what a landscape page holds; of more, the latest years are shown. */
const MAX_COLUMNS = 9;
const WIDTHS = { name: { least: 140, most: 230 }, amount: { least: 50, most: 76 }, rate: 44 } as const;
/** Cells that are no number and are named at most; the number said is exact. */
const NAMED_CELLS = 5;
const MAX_ADDENDS = 500;

/** A column of the sheet: amounts of one column of the ledger, or what part of the budget of a year was spent. */
type MoneyColumn =
  | { readonly kind: "amount"; readonly header: ColumnReading }
  | { readonly kind: "rate"; readonly year: number | null; readonly budget: number; readonly settled: number };

/** 予算・決算: budget and settled amounts by year, for each field and each measure, with 執行率 where a year has both. */
export function moneyPart(context: ReportContext): PartPlan {
  const { ledger, tally, settings, plan, asOf } = context;
  const measures = ledger.measures.filter(({ relisted }) => settings.relisted !== "exclude" || !relisted);
  const valueOf = (measure: Measure, { column }: ColumnReading): IndicatorValue =>
    indicatorValue(ledgerCell(context, measure.row, column));
  const headers = ledger.headers
    .filter(({ key }) => key === "budget" || key === "settled")
    .filter((header) => measures.some((measure) => valueOf(measure, header).kind === "number"))
    .sort((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity) || order(a) - order(b) || a.column - b.column)
    .slice(-MAX_COLUMNS);
  if (headers.length === 0) return NO_PART;
  const units = new Map(headers.map((header) => [header, unitOf(header, measures, valueOf)]));
  const common = new Set(units.values()).size === 1 ? [...units.values()][0]! : null;
  /** The number to add up; null for a text, a blank, or an amount of another unit. */
  const amountOf = (measure: Measure, header: ColumnReading): number | null => {
    const value = valueOf(measure, header);
    if (value.kind !== "number") return null;
    return value.unit === "" || matchKey(value.unit) === matchKey(units.get(header) ?? "") ? value.value : null;
  };
  const columns = moneyColumns(headers);
  const texts = detailTexts(settings, asOf);

  const rateAt = (column: MoneyColumn & { kind: "rate" }, of: readonly Measure[]): number | null => {
    const [budget, settled] = [headers[column.budget]!, headers[column.settled]!];
    if ((units.get(budget) ?? "") !== (units.get(settled) ?? "")) return null;
    const isText = (measure: Measure, header: ColumnReading): boolean =>
      amountOf(measure, header) === null && valueOf(measure, header).kind !== "blank";
    if (of.some((measure) => isText(measure, budget) || isText(measure, settled))) return null;
    return percentOf(sumOf(of, settled, amountOf), sumOf(of, budget, amountOf), settings);
  };

  const level = ledger.levels[ledger.levels.length - 1];
  const decimals = decimalsNeeded(
    headers.flatMap((header) => measures.flatMap((measure) => amountOf(measure, header) ?? [])),
  );
  const numbers = headers.flatMap((header) => [
    ...measures.map((measure) => {
      const amount = amountOf(measure, header);
      return amount === null ? "" : shownNumber(amount, decimals);
    }),
    shownNumber(sumOf(measures, header, amountOf), decimals),
  ]);
  const amountWidth = fittingWidth(numbers, WIDTHS.amount.least, WIDTHS.amount.most);
  const name: DetailColumn = {
    title: level?.name || WORDS.measuresHeading,
    width: fittingWidth(measures.map((measure) => oneLine(measure.name)), WIDTHS.name.least, WIDTHS.name.most), // prettier-ignore
    role: "tableText",
  };
  const layout: DetailColumn[] = [
    name,
    ...columns.map((column): DetailColumn => {
      if (column.kind === "rate") return { title: `${texts.spentRate}\n（％）`, width: WIDTHS.rate, role: "tableRate" };
      const { header } = column;
      const unit = common === null ? (units.get(header) ?? "") : "";
      return {
        title: amountTitle(header) + (unit === "" ? "" : `\n（${unit}）`),
        width: amountWidth,
        role: valueRole(decimals),
      };
    }),
  ];
  const points = layout.map(({ width }) => width);
  const width = points.reduce((sum, one) => sum + one, 0);
  const draft = new SheetDraft(layout.length);
  addTitle(draft, texts.money(measures.length), width);
  if (common !== null && common !== "") {
    const row = draft.add([...new Array<null>(layout.length - 1).fill(null), `（単位：${common}）`], 15);
    draft.role("note", row, 0, draft.columns);
    draft.role("lineEnd", row, layout.length - 1, 1);
    draft.bind(row);
  }
  const header = addDetailHeader(draft, layout);
  const page = rowsHeight(points, SAFE_WIDTH.portrait) - draft.height(header);
  const first = draft.next;
  const clipped: Clipped[] = [];
  const totals: number[] = [];
  const unadded: string[] = [];
  const cellsOf = (
    label: string,
    of: readonly Measure[],
    row: number,
    amount: (at: number) => PlanCell,
  ): PlanCell[] => [
    label,
    ...columns.map((column, at): PlanCell => {
      if (column.kind === "amount") return amount(at);
      const rate = rateAt(column, of);
      if (rate === null) return WORDS.noRate;
      const [top, bottom] = [column.settled, column.budget].map((one) =>
        cellAddress(row, 1 + columns.findIndex((other) => other.kind === "amount" && other.header === headers[one])),
      );
      return context.formulas.derived(
        `IF(${bottom!}=0,"${WORDS.noRate}",ROUND(${top!}*100/${bottom!},${settings.decimals}))`,
        rate,
      );
    }),
  ];
  for (const field of tally.fields) {
    const own = measures.filter((measure) => ledger.fields[measure.fieldIndex] === field.name);
    if (own.length === 0) continue;
    const at = draft.next;
    const sumRow = cellsOf(oneLine(field.name) || WORDS.noField, own, at, (column) => {
      const of = columns[column] as MoneyColumn & { kind: "amount" };
      const letters = columnLetters(1 + column);
      const sum = sumOf(own, of.header, amountOf);
      return context.formulas.derived(`SUM(${letters}${at + 2}:${letters}${at + 1 + own.length})`, sum);
    });
    clipped.push(...addDetailRow(draft, layout, sumRow));
    draft.bind(at);
    totals.push(at);
    for (const measure of own) {
      const row = draft.next;
      const cells = cellsOf(`　${oneLine(measure.name)}`, [measure], row, (column) => {
        const { header: of } = columns[column] as MoneyColumn & { kind: "amount" };
        const value = valueOf(measure, of);
        const amount = amountOf(measure, of);
        if (amount === null) {
          if (value.kind === "blank") return "";
          unadded.push(`${cellAddress(measure.row, of.column)}「${value.text}」`);
          return value.text;
        }
        return typeof ledgerCell(context, measure.row, of.column) === "number"
          ? ledgerNumber(context, measure.row, of.column, amount)
          : amount;
      });
      clipped.push(...addDetailRow(draft, layout, cells));
    }
  }
  const total = draft.next;
  const last = cellsOf(WORDS.total, measures, total, (column) => {
    const of = columns[column] as MoneyColumn & { kind: "amount" };
    const letters = columnLetters(1 + column);
    const sum = sumOf(measures, of.header, amountOf);
    // A formula holds 8,192 characters.
    if (totals.length > MAX_ADDENDS) return sum;
    return context.formulas.derived(totals.map((row) => `${letters}${row + 1}`).join("+"), sum);
  });
  draft.bind(total - 1);
  addDetailRow(draft, layout, last);
  dressRows(draft, layout, first);
  for (const row of totals) draft.role("treeHeading", row, 0, 1);
  for (const row of totals) draft.role("tableTotal", row, 0, draft.columns);
  draft.role("tableTotal", total, 0, draft.columns);
  addNotes(draft, numberedNotes(notes()), width);
  const sheet = finishSheet(draft, {
    name: MONEY_SHEET,
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
    sheet: MONEY_SHEET,
    cell: cellAddress(row, column),
    length,
  }));
  return { sheets: [{ sheet, problems }], columns: headers.map(({ column }) => column) };

  function notes(): string[] {
    const said: string[] = [];
    if (columns.some(({ kind }) => kind === "rate")) said.push(texts.spentRates);
    if (unadded.length > 0) said.push(texts.unaddedCells(unadded.length, unadded.slice(0, NAMED_CELLS)));
    const { count } = tally.relisted;
    if (count > 0) said.push(settings.relisted === "exclude" ? texts.moneyWithout(count) : texts.moneyWith(count));
    return said;
  }
}

/** Budget before what was spent of it. */
function order({ key }: ColumnReading): number {
  return key === "budget" ? 0 : 1;
}

/** The amounts in their order, and behind a year that has one budget and one settled amount what part of it was spent. */
function moneyColumns(headers: readonly ColumnReading[]): readonly MoneyColumn[] {
  return headers.flatMap((header, at): MoneyColumn[] => {
    const amount = { kind: "amount", header } as const;
    const same = headers.filter(({ year }) => year === header.year);
    const isLast = headers[at + 1]?.year !== header.year;
    const [budgets, settled] = [
      same.filter(({ key }) => key === "budget"),
      same.filter(({ key }) => key === "settled"),
    ];
    if (!isLast || budgets.length !== 1 || settled.length !== 1) return [amount];
    return [
      amount,
      {
        kind: "rate",
        year: header.year,
        budget: headers.indexOf(budgets[0]!),
        settled: headers.indexOf(settled[0]!),
      },
    ];
  });
}

/** 「R6\n予算」, in the ledger's own word where no year is known. */
function amountTitle(header: ColumnReading): string {
  const { year, key } = header;
  if (year === null) return columnWord(header).replace(/[（(][^（()）]*円[)）]/, "");
  return `${shortYear(year)}\n${key === "budget" ? "予算" : "決算"}`;
}

/** Unit in the header or of the whole table, else the one beside most of the amounts. */
function unitOf(
  header: ColumnReading,
  measures: readonly Measure[],
  valueOf: (measure: Measure, header: ColumnReading) => IndicatorValue,
): string {
  if (header.unit !== "") return header.unit;
  const counts = new Map<string, number>();
  for (const measure of measures) {
    const value = valueOf(measure, header);
    if (value.kind === "number") counts.set(value.unit, (counts.get(value.unit) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "";
}

function sumOf(
  measures: readonly Measure[],
  header: ColumnReading,
  amountOf: (measure: Measure, header: ColumnReading) => number | null,
): number {
  const sum = measures.reduce((all, measure) => all + (amountOf(measure, header) ?? 0), 0);
  return Number(sum.toPrecision(15));
}

function percentOf(part: number, whole: number, { decimals }: ReportContext["settings"]): number | null {
  if (whole <= 0) return null;
  const scale = 10 ** decimals;
  return Math.floor(Number(((part * 100 * scale) / whole + 0.5).toPrecision(15))) / scale;
}
