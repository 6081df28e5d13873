import { cellAddress } from "../cells/cell";
import { SUMMARY_SHEET } from "../ledger/sheet-names";
import type { Status } from "../ledger/settings";
import type { FormulaNotice } from "../tally/countifs";
import type { Counts } from "../tally/tally";
import { addChart, COUNT_LABELS, MAX_BARS, shareLabels, titleFrom, type ChartDraft } from "./charts";
import {
  addCountTable,
  addHeader,
  countColumns,
  countWidths,
  shareFormula,
  statusSeries,
  type CountColumns,
  type CountTable,
} from "./count-table";
import { followCount } from "./live-text";
import { addNotes, addStaleLine, addUnit } from "./notes";
import type { ChartPlan, PlanCell } from "./plan";
import type { ReportContext } from "./report-context";
import { addTitle, finishSheet, rowsHeight } from "./report-sheet";
import { clippedLabels, type PlannedSheet } from "./report-problem";
import { SheetDraft } from "./sheet-draft";
import { besideTable, staleCell } from "./stale-line";
import {
  chartTitles,
  noticeLines,
  numberedNotes,
  shareNotes,
  statusLegend,
  summaryNotes,
  sharesHeading,
  summaryTitle,
  wholeTitle,
  unitNote,
  WORDS,
} from "./words";

/** Fields from which on the table is longer than a page, so that its header has to be repeated. */
const LONG_TABLE = 30;
/** Points that a repeated header takes of a page at most. */
const HEADER_HEIGHT = 60;

/**
 * 集計: field × status with totals and rates, the shares, and the whole plan, each with its chart. Below the printed part
 * stand the cells of the ledger that keep counts from being formulas.
 *
 * @param fieldSheets name of each field's own sheet, or null where it has none
 */
export function summarySheet(
  context: ReportContext,
  fieldSheets: readonly (string | null)[],
  notices: readonly FormulaNotice[],
): PlannedSheet {
  const { tally, settings, plan } = context;
  const { statuses } = tally;
  const columns = countColumns(tally, 0);
  const widths = countWidths(columns, statuses);
  const points = [widths.label, ...new Array<number>(columns.all - 1).fill(widths.count)];
  const width = points.reduce((sum, one) => sum + one, 0);
  const draft = new SheetDraft(columns.all);
  const charts: ChartPlan[] = [];
  const repeatsHeader = tally.fields.length > LONG_TABLE;
  const page = rowsHeight(points) - (repeatsHeader ? HEADER_HEIGHT : 0);

  const titleRows = addTitle(draft, summaryTitle(tally, context.asOf, settings), width);
  const unit = addUnit(draft, unitNote(settings));
  const table = addFields(draft, context, fieldSheets, columns, widths);
  addStaleLine(draft, unit, staleCell([...table.unchanged, ...besideTable(tally, context.formulas)]));
  const counted = { count: tally.total.total, reference: cellAddress(table.total, columns.total) };
  const titleRow = followCount(draft, { first: 0, count: titleRows }, counted, context.formulas, settings);
  addNotes(draft, [...numberedNotes(summaryNotes(tally, settings)), ...statusLegend(statuses)], width);
  const rows = table.last - table.first + 1;
  const outside = columns.outside !== null;
  const addBars = (chart: ChartDraft): void => {
    if (rows >= 1 && rows <= MAX_BARS) addChart(draft, charts, chart, page);
  };
  addBars({
    name: "SummaryCounts",
    kind: "BarStacked",
    title: chartTitles.fields(tally, settings),
    // One line of several would be half a title.
    ...titleFrom(draft, titleRows === 1 ? titleRow : null),
    source: { row: table.header, column: 0, rows: rows + 1, columns: columns.total },
    series: statusSeries(statuses, outside),
    labelFormat: COUNT_LABELS,
  });

  const shares = addShares(draft, context, table, widths.count);
  addNotes(draft, numberedNotes(shareNotes(tally, settings)), width);
  addBars({
    name: "SummaryShares",
    kind: "BarStacked100",
    title: chartTitles.shares(tally),
    source: { row: shares, column: 0, rows: rows + 1, columns: columns.status + statuses.length },
    series: statusSeries(statuses, false),
    labelFormat: shareLabels(settings.decimals),
  });

  const whole = addWhole(draft, context, table);
  const wholeRow = followCount(draft, { first: whole - 1, count: 1 }, counted, context.formulas, settings);
  const segments = statusSeries(statuses, outside);
  addChart(draft, charts, {
    name: "SummaryWhole",
    kind: "Doughnut",
    title: chartTitles.whole(tally.total.total, settings),
    ...titleFrom(draft, wholeRow),
    source: { row: whole, column: 0, rows: segments.length + 1, columns: 2 },
    series: segments.slice(0, 1).map((segment) => ({ ...segment, name: WORDS.count })),
    pointColors: segments,
    labelFormat: COUNT_LABELS,
  });
  const printArea = draft.area();
  const { breaks } = draft.pageBreaks(page);
  if (notices.length > 0) {
    draft.add([]);
    addNotes(draft, noticeLines(notices), width);
  }
  const sheet = finishSheet(draft, {
    name: SUMMARY_SHEET,
    columns: points,
    charts,
    plan,
    rateDecimals: settings.decimals,
    printArea,
    breaks,
    ...(repeatsHeader ? { titleRow: table.header } : {}),
  });
  return { sheet, problems: clippedLabels(SUMMARY_SHEET, table) };
}

/** Field × status table; the field names link to their sheets. */
function addFields(
  draft: SheetDraft,
  { tally, settings, formulas }: ReportContext,
  fieldSheets: readonly (string | null)[],
  columns: ReturnType<typeof countColumns>,
  widths: ReturnType<typeof countWidths>,
): CountTable {
  const table = addCountTable(
    draft,
    formulas,
    {
      headings: { label: tally.fieldWord },
      rows: tally.fields.map(({ name, counts }) => ({
        label: name === "" ? WORDS.noField : name,
        counts,
        conditions: [{ column: "field", name }],
      })),
      total: tally.total,
      ...(settings.relisted === "both" && tally.relisted.count > 0
        ? { without: { counts: tally.relisted.without, conditions: [] } }
        : {}),
    },
    tally,
    settings,
    columns,
    widths,
  );
  tally.fields.forEach(({ name }, index) => {
    const sheet = fieldSheets[index] ?? null;
    if (sheet === null || name === "") return;
    const row = table.first + index;
    draft.links.push({ row, column: 0, text: name, sheet, cell: "A1" });
    draft.role("link", row, 0, 1);
  });
  return table;
}

/** 分野別の構成比: the share of every status in each field and in the whole. Returns the header's row. */
function addShares(draft: SheetDraft, context: ReportContext, table: CountTable, countWidth: number): number {
  const { tally } = context;
  const { columns } = table;
  const { statuses } = tally;
  const heading = draft.add([sharesHeading(tally)], 27);
  draft.role("heading", heading, 0, draft.columns);
  draft.bind(heading);
  addUnit(draft, WORDS.shareUnit, columns.status + statuses.length);
  const header = addHeader(draft, columns, { label: tally.fieldWord }, tally, countWidth, false);
  const used = columns.status + statuses.length;
  const first = draft.next;
  const offset = table.first - first;
  const addRow = (label: string, { shares }: Counts): void => {
    const source = draft.next + offset;
    const cells = statuses.map((status, index) => shareCell(shares[index] ?? null, status, source, context, columns));
    draft.add([label, ...cells], draft.height(source));
  };
  for (const { name, counts } of tally.fields) addRow(name === "" ? WORDS.noField : name, counts);
  const total = draft.next;
  // A table that is not long stays whole; of a long one at least the last field stays with the total.
  const kept = tally.fields.length > LONG_TABLE ? Math.max(first, total - 1) : first;
  draft.bind(kept, total - kept + 1);
  addRow(WORDS.total, tally.total);
  draft.role("tableText", first, 0, 1, draft.next - first);
  draft.role("tableRate", first, columns.status, statuses.length, draft.next - first);
  draft.role("tableTotal", total, 0, used);
  draft.role("tableLast", total, 0, used);
  return header;
}

/** 全体の達成状況: one row per status with count and share, read from the total row above. Returns the header's row. */
function addWhole(draft: SheetDraft, context: ReportContext, table: CountTable): number {
  const { tally, settings, formulas } = context;
  const { columns, total } = table;
  const { statuses } = tally;
  const counts = tally.total;
  const heading = draft.add([wholeTitle(tally, settings)], 27);
  draft.role("heading", heading, 0, draft.columns);
  const header = draft.add([WORDS.status, WORDS.count, WORDS.share], 24);
  draft.role("tableHeader", header, 0, 3);
  const first = draft.next;
  const addRow = (label: string, column: number, count: number, share: PlanCell): void => {
    draft.add([label, formulas.derived(cellAddress(total, column), count), share]);
  };
  statuses.forEach((status, index) => {
    const share = shareCell(counts.shares[index] ?? null, status, total, context, columns);
    addRow(status.name, columns.status + index, counts.byStatus[index]!, share);
  });
  if (columns.outside !== null) addRow(WORDS.outside, columns.outside, counts.outside, WORDS.noRate);
  const last = draft.add([WORDS.total, formulas.derived(cellAddress(total, columns.total), counts.total), null]);
  const rows = draft.next - first;
  draft.role("tableText", first, 0, 1, rows);
  draft.role("tableCount", first, 1, 1, rows);
  draft.role("tableRate", first, 2, 1, rows);
  draft.role("tableTotal", last, 0, 3);
  draft.role("tableLast", last, 0, 3);
  draft.bind(heading, draft.next - heading);
  return header;
}

/** The share of one status, from the counts of a row; "－" where it has none. */
function shareCell(
  share: number | null,
  status: Status,
  row: number,
  { tally, settings, formulas }: ReportContext,
  columns: CountColumns,
): PlanCell {
  if (share === null) return WORDS.noRate;
  const formula = shareFormula(columns, tally.statuses, row, (one) => one === status, settings);
  return formula === null ? share : formulas.derived(formula, share);
}
