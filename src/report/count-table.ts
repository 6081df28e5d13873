import { cellAddress, type CellValue } from "../cells/cell";
import type { Settings, Status } from "../ledger/settings";
import type { Counts, Tally } from "../tally/tally";
import type { CountCondition, CountFormulas } from "./count-formulas";
import { BLOCK_WIDTH } from "./page-setup";
import type { ChartSeriesPlan, PlanCell } from "./plan";
import { ROUNDING_TEXTS } from "./rounding";
import type { SheetDraft } from "./sheet-draft";
import { areaUnchanged } from "./stale-line";
import { CELL_PADDING, MAX_ROW_HEIGHT, wrappedLines } from "./text-layout";
import { fontSize, OUTSIDE_COLORS, rowHeight, statusColors } from "./theme";
import { WORDS } from "./words";

/** A row of a table: its label, what it counts, and the conditions that its counts have besides the status. */
export interface CountRow {
  readonly label: string;
  /** Number shown in the column left of the label, where the table has one. */
  readonly number?: CellValue;
  readonly counts: Counts;
  readonly conditions: readonly CountCondition[];
}

/** Where a table of counts stands; rows and columns are zero-based. */
export interface CountTable {
  readonly header: number;
  readonly first: number;
  readonly last: number;
  readonly total: number;
  readonly columns: CountColumns;
  /** Formula texts that are true while every count of the table is what it was; none where counts are no formulas. */
  readonly unchanged: readonly string[];
  /** Labels too long for the tallest row: their ends do not show. */
  readonly clipped: readonly { readonly row: number; readonly column: number; readonly length: number }[];
}

/** The columns of a table: label, one per status, 区分外 where it occurs, 計, 達成率 where a status counts as achieved. */
export interface CountColumns {
  /** Column of the label. */
  readonly label: number;
  /** Column of the first status; the others follow. */
  readonly status: number;
  readonly outside: number | null;
  readonly total: number;
  readonly rate: number | null;
  /** Number of columns from A to the last. */
  readonly all: number;
}

/** Widths in points of a table's columns and what they mean for the page. */
interface CountWidths {
  readonly label: number;
  readonly count: number;
}

/** Narrowest column that shows "1,234" or "100.0", and the widest that still looks like a column of numbers. */
const COUNT_WIDTH = { least: 32, most: 50 } as const;
/** Narrowest label column that looks well, and the narrowest there may be. */
const LABEL_WIDTH = { comfortable: 150, least: 130 } as const;

/** Which columns a table has; the label stands in column `label`, the first status in `label + 1`. */
export function countColumns(tally: Tally, label: number): CountColumns {
  const status = label + 1;
  const outside = tally.total.outside > 0 ? status + tally.statuses.length : null;
  const total = status + tally.statuses.length + (outside === null ? 0 : 1);
  const rate = tally.statuses.some((one) => one.achieved && one.inDenominator) ? total + 1 : null;
  return { label, status, outside, total, rate, all: (rate ?? total) + 1 };
}

/**
 * Widths of a table that is as wide as the block, with count columns wide enough for their headings on two lines where there
 * is room. Only a table of very many classes is wider than the block. `left` are points of other columns left of the label.
 */
export function countWidths(columns: CountColumns, statuses: readonly Status[], left = 0): CountWidths {
  const numbers = columns.all - columns.status;
  const size = fontSize("tableHeader");
  const longest = statuses.reduce((most, status) => Math.max(most, Math.ceil(status.name.length / 2) * size + 8), 44);
  const room = Math.floor((BLOCK_WIDTH - left - LABEL_WIDTH.comfortable) / numbers);
  const count = Math.max(COUNT_WIDTH.least, Math.min(COUNT_WIDTH.most, longest, room));
  return { count, label: Math.max(LABEL_WIDTH.least, BLOCK_WIDTH - left - numbers * count) };
}

/** Adds the header row of a table: the label's heading, the statuses exactly as they are called, 計 and 達成率. */
export function addHeader(
  draft: SheetDraft,
  columns: CountColumns,
  headings: { readonly label: string; readonly number?: string },
  { statuses, wording }: Pick<Tally, "statuses" | "wording">,
  countWidth: number,
  withTotals = true,
): number {
  const cells = new Array<PlanCell>(columns.all).fill(null);
  if (headings.number !== undefined) cells[0] = headings.number;
  cells[columns.label] = headings.label;
  statuses.forEach((status, index) => (cells[columns.status + index] = status.name));
  if (withTotals) {
    if (columns.outside !== null) cells[columns.outside] = WORDS.outside;
    cells[columns.total] = WORDS.total;
    if (columns.rate !== null) cells[columns.rate] = wording.rate;
  }
  const size = fontSize("tableHeader");
  const names = statuses.map(({ name }) => name);
  if (withTotals && columns.rate !== null) names.push(wording.rate);
  const lines = names.reduce((most, name) => Math.max(most, wrappedLines(name, countWidth, size)), 1);
  const row = draft.add(cells, Math.min(MAX_ROW_HEIGHT, Math.max(24, rowHeight("tableHeader", lines))));
  const used = withTotals ? columns.all : columns.status + statuses.length;
  draft.role("tableHeader", row, 0, used);
  draft.bind(row);
  return row;
}

/**
 * Adds a table of counts: header, one row per entry, the total row, and with 併記 a last row without the re-listed measures.
 *
 * @param widths in points, to know which labels wrap
 */
export function addCountTable(
  draft: SheetDraft,
  formulas: CountFormulas,
  table: {
    readonly headings: { readonly label: string; readonly number?: string };
    readonly rows: readonly CountRow[];
    readonly total: Counts;
    /** True where the rows may hold a measure more than once, so that the total row counts the ledger instead of adding them up. */
    readonly overlaps?: boolean;
    /** Counts without re-listed measures and their conditions besides the status; shown where given. */
    readonly without?: { readonly counts: Counts; readonly conditions: readonly CountCondition[] };
  },
  tally: Tally,
  settings: Settings,
  columns: CountColumns,
  widths: CountWidths,
): CountTable {
  const { statuses } = tally;
  const header = addHeader(draft, columns, table.headings, tally, widths.count);
  const statusAt = (index: number): CountCondition => ({
    column: "status",
    name: statuses[index]!.name,
  });
  const context: TableContext = { formulas, statuses, settings, columns };
  const size = fontSize("tableText");
  const clipped: { row: number; column: number; length: number }[] = [];
  const first = draft.next;
  for (const entry of table.rows) {
    const { label, number = "", counts, conditions } = entry;
    const row = draft.next;
    const cells = rowCells(
      context,
      row,
      label,
      counts,
      (index) => formulas.count([...conditions, statusAt(index)], counts.byStatus[index]!),
      columns.outside === null
        ? null
        : formulas.rest(conditions, counts.total, statusCells(columns, statuses, row), counts.outside),
    );
    if (number !== "") cells[0] = number;
    const long = label.length * size > widths.label - CELL_PADDING || label.includes("\n");
    const height = rowHeight("tableText", long ? wrappedLines(label, widths.label, size) : 1);
    if (height > MAX_ROW_HEIGHT) clipped.push({ row, column: columns.label, length: label.length });
    draft.add(cells, Math.min(height, MAX_ROW_HEIGHT));
  }
  const last = draft.next - 1;

  const sum = (column: number, value: number): PlanCell =>
    last < first ? value : formulas.derived(`SUM(${cellAddress(first, column)}:${cellAddress(last, column)})`, value);
  const { byStatus, outside } = table.total;
  const at = draft.next;
  const total = draft.add(
    table.overlaps === true
      ? rowCells(
          context,
          at,
          WORDS.total,
          table.total,
          (index) => formulas.count([statusAt(index)], byStatus[index]!),
          outside,
        )
      : rowCells(
          context,
          at,
          WORDS.total,
          table.total,
          (index) => sum(columns.status + index, byStatus[index]!),
          columns.outside === null ? null : sum(columns.outside, outside),
          sum(columns.total, table.total.total),
        ),
  );
  if (table.without !== undefined) {
    const { counts, conditions } = table.without;
    const status = (index: number): PlanCell =>
      formulas.countWithoutRelisted([...conditions, statusAt(index)], counts.byStatus[index]!);
    draft.add(rowCells(context, draft.next, WORDS.totalWithoutRelisted, counts, status, counts.outside));
  }

  const end = draft.next;
  // The total never stands alone at the top of a page, nor do the notes that follow it.
  draft.bind(Math.max(first, last), end - Math.max(first, last));
  draft.role("tableText", first, 0, columns.status, end - first);
  draft.role("tableCount", first, columns.status, columns.total - columns.status + 1, end - first);
  if (columns.rate !== null) draft.role("tableRate", first, columns.rate, 1, end - first);
  draft.role("tableTotal", total, 0, columns.all);
  draft.role("tableLast", end - 1, 0, columns.all);
  const shown = [...table.rows, { counts: table.total }, ...(table.without === undefined ? [] : [table.without])];
  const numbers = shown.map(({ counts }) => [
    ...counts.byStatus,
    ...(columns.outside === null ? [] : [counts.outside]),
    counts.total,
  ]);
  const unchanged = formulas.live ? areaUnchanged(first, columns.status, numbers) : [];
  return { header, first, last, total, columns, unchanged, clipped };
}

/** The series of a chart over the statuses of a table, in vocabulary order, 区分外 last. */
export function statusSeries(statuses: readonly Status[], withOutside: boolean): ChartSeriesPlan[] {
  const colors = statusColors(statuses);
  const series = statuses.map((status, index) => ({ name: status.name, ...colors[index]! }));
  return withOutside ? [...series, { name: WORDS.outside, ...OUTSIDE_COLORS }] : series;
}

/**
 * Formula text for the share in percent of the classes that `belongs` chooses, from the counts of a row and rounded as the
 * settings say; null where no formula gives it.
 */
export function shareFormula(
  columns: CountColumns,
  statuses: readonly Status[],
  row: number,
  belongs: (status: Status) => boolean,
  { rounding, decimals }: Settings,
): string | null {
  const counted = statuses.flatMap((status, index) => (status.inDenominator ? [{ status, index }] : []));
  const denominator = denominatorText(columns, statuses, row);
  const share = ROUNDING_TEXTS[rounding].formula({
    counts: counted.map(({ index }) => cellAddress(row, columns.status + index)),
    denominator,
    chosen: counted.flatMap(({ status }, at) => (belongs(status) ? [at] : [])),
    numerator: sumText(columns, statuses, row, (status) => status.inDenominator && belongs(status)),
    decimals,
  });
  return share === null ? null : `IF(${denominator}=0,"${WORDS.noRate}",${share})`;
}

/** Formula text for the denominator of a row's rates: 計 where every class belongs to it, else the classes that do. */
function denominatorText(columns: CountColumns, statuses: readonly Status[], row: number): string {
  if (columns.outside === null && statuses.every((status) => status.inDenominator))
    return cellAddress(row, columns.total);
  return sumText(columns, statuses, row, (status) => status.inDenominator);
}

/** What every row of one table is made with. */
export interface TableContext {
  readonly formulas: CountFormulas;
  readonly statuses: readonly Status[];
  readonly settings: Settings;
  readonly columns: CountColumns;
}

/** The cells of a row; its total adds the row up where no other is given, and its rate follows from its counts. */
export function rowCells(
  { formulas, statuses, settings, columns }: TableContext,
  row: number,
  label: string,
  counts: Counts,
  status: (index: number) => PlanCell,
  outside: PlanCell,
  total?: PlanCell,
): PlanCell[] {
  const cells = new Array<PlanCell>(columns.all).fill(null);
  cells[columns.label] = label;
  statuses.forEach((_, index) => (cells[columns.status + index] = status(index)));
  if (columns.outside !== null) cells[columns.outside] = outside;
  cells[columns.total] = total ?? formulas.derived(`SUM(${countedCells(columns, row)})`, counts.total);
  if (columns.rate !== null) {
    const value = counts.rate ?? WORDS.noRate;
    const formula = shareFormula(columns, statuses, row, ({ achieved }) => achieved, settings);
    cells[columns.rate] = formula === null ? value : formulas.derived(formula, value);
  }
  return cells;
}

/** "B6", "SUM(B6:D6)" or "(B6+D6)". */
function sumText(
  columns: CountColumns,
  statuses: readonly Status[],
  row: number,
  belongs: (status: Status) => boolean,
): string {
  const chosen = statuses.flatMap((status, index) => (belongs(status) ? [index] : []));
  const at = (index: number): string => cellAddress(row, columns.status + index);
  const [first] = chosen;
  const last = chosen[chosen.length - 1];
  if (first === undefined || last === undefined) return "0";
  if (chosen.length === 1) return at(first);
  if (last - first + 1 === chosen.length) return `SUM(${at(first)}:${at(last)})`;
  return `(${chosen.map(at).join("+")})`;
}

function statusCells(columns: CountColumns, statuses: readonly Status[], row: number): string {
  return `${cellAddress(row, columns.status)}:${cellAddress(row, columns.status + statuses.length - 1)}`;
}

/** Everything of a row that 計 adds up: the statuses and 区分外. */
function countedCells(columns: CountColumns, row: number): string {
  return `${cellAddress(row, columns.status)}:${cellAddress(row, columns.total - 1)}`;
}
