import { cellAddress } from "../../cells/cell";
import type { Comparison, CourseYear, FieldChange } from "../../compare/comparison";
import { COMPARISON_SHEET } from "../../ledger/sheet-names";
import { predictCountifs } from "../../tally/countifs";
import { addChart, COUNT_LABELS } from "../charts";
import { CountFormulas, type CountCondition } from "../count-formulas";
import { addHeader, countColumns, countWidths, rowCells, statusSeries, type CountColumns } from "../count-table";
import { addDetailHeader, addDetailRow, type Clipped, type DetailColumn } from "../detail-table";
import { oneLine } from "../entry-list";
import { addNotes, addUnit } from "../notes";
import type { ChartPlan, PlanCell } from "../plan";
import type { ReportContext } from "../report-context";
import { clippedLabels, type PlannedSheet } from "../report-problem";
import { addHeading, addTitle, finishSheet, rowsHeight } from "../report-sheet";
import { SheetDraft } from "../sheet-draft";
import { numberedNotes, unitNote, WORDS } from "../words";
import { YEAR_WORDS, yearTexts } from "./words";

/** Columns of the comparison by field beside its label. */
const FIELD_COLUMNS = 6;

/** 前年度比較: counts by year with their change, the fields in both years, and which status became which. */
export function comparisonSheet(context: ReportContext, comparison: Comparison): PlannedSheet {
  const { tally, settings, plan } = context;
  const texts = yearTexts(comparison, tally, settings);
  const columns = yearColumns(context, comparison);
  const flow = flowTable(comparison);
  const all = 1 + Math.max(columns.all - 1, FIELD_COLUMNS, flow.header.length);
  const widths = countWidths({ ...columns, all }, tally.statuses);
  const points = [widths.label, ...new Array<number>(all - 1).fill(widths.count)];
  const width = points.reduce((sum, one) => sum + one, 0);
  const draft = new SheetDraft(all);
  const charts: ChartPlan[] = [];
  const clipped: Clipped[] = [];
  const sheet = { draft, context, comparison, texts, columns, points, clipped };

  addTitle(draft, texts.title, width);
  const course = addCourse(sheet, widths.count);
  addNotes(draft, numberedNotes(courseNotes(sheet)), width);
  if (course.rows > 1) {
    addChart(draft, charts, {
      name: "YearCounts",
      kind: "BarStacked",
      title: texts.chart,
      source: { row: course.header, column: 0, rows: course.rows + 1, columns: columns.total },
      series: statusSeries(tally.statuses, columns.outside !== null),
      labelFormat: COUNT_LABELS,
    });
  }
  if (comparison.isComparable) {
    addHeading(draft, texts.byField, width);
    addFields(sheet);
    addNotes(draft, numberedNotes([texts.rateOrigin]), width);
  }
  addHeading(draft, texts.flow, width);
  addUnit(draft, `（単位：${settings.unit}）`, flow.header.length + 1);
  addFlow(sheet, flow);
  addNotes(draft, numberedNotes(flowNotes(sheet)), width);
  const page = rowsHeight(points);
  const made = finishSheet(draft, {
    name: COMPARISON_SHEET,
    columns: points,
    charts,
    plan,
    rateDecimals: settings.decimals,
    printArea: draft.area(),
    breaks: draft.pageBreaks(page).breaks,
  });
  return { sheet: made, problems: clippedLabels(COMPARISON_SHEET, { clipped }) };
}

/** The columns of the years, 区分外 among them where it occurs in any year. */
function yearColumns({ tally }: ReportContext, { course }: Comparison): CountColumns {
  const outside = Math.max(...course.map(({ counts }) => counts?.outside ?? 0));
  return countColumns({ ...tally, total: { ...tally.total, outside } }, 0);
}

interface Sheet {
  readonly draft: SheetDraft;
  readonly context: ReportContext;
  readonly comparison: Comparison;
  readonly texts: ReturnType<typeof yearTexts>;
  readonly columns: CountColumns;
  readonly points: readonly number[];
  readonly clipped: Clipped[];
}

/** A row for each year whose classes are this year's, and what changed from last year to this one. */
function addCourse(sheet: Sheet, countWidth: number): { readonly header: number; readonly rows: number } {
  const { draft, context, comparison, texts, columns } = sheet;
  const { tally, settings, formulas } = context;
  const { statuses } = tally;
  addHeading(
    draft,
    texts.byYear,
    sheet.points.reduce((sum, one) => sum + one, 0),
  );
  addUnit(draft, unitNote(settings), columns.all);
  const header = addHeader(draft, columns, { label: YEAR_WORDS.year }, tally, countWidth);
  const years = comparison.course.filter(({ counts }) => counts !== null);
  const first = draft.next;
  for (const { year, counts } of years) {
    const row = draft.next;
    const own = formulasOf(sheet, year);
    draft.add(
      rowCells(
        { formulas, statuses, settings, columns },
        row,
        year.label,
        counts!,
        (index) => {
          const condition: CountCondition = { column: "status", name: statuses[index]!.name };
          const count = counts!.byStatus[index]!;
          return own === null ? count : own.count([condition], count);
        },
        columns.outside === null ? null : counts!.outside,
      ),
    );
  }
  const rows = draft.next - first;
  draft.role("tableText", first, 0, 1, rows);
  draft.role("tableCount", first, columns.status, columns.total - columns.status + 1, rows);
  if (columns.rate !== null) draft.role("tableRate", first, columns.rate, 1, rows);
  if (comparison.isComparable) addChange(sheet);
  draft.role("tableLast", draft.next - 1, 0, columns.all);
  draft.bind(first, draft.next - first);
  for (const { year, counts, own } of comparison.course) if (counts === null) addOther(sheet, { year, counts, own });
  return { header, rows };
}

/** Formulas that count a year's ledger; null where it is not in this workbook. */
function formulasOf({ context, comparison }: Sheet, year: CourseYear["year"]): CountFormulas | null {
  if (year === comparison.now) return context.formulas;
  const { source, ledger } = year;
  if (source === undefined) return null;
  const count = ledger.measures.filter(({ relisted }) => relisted).length;
  return new CountFormulas(ledger, predictCountifs(source, ledger), { relisted: { count } }, context.settings);
}

/** What changed from the last row but one to the last row. */
function addChange({ draft, context, comparison, columns }: Sheet): void {
  const { formulas, settings } = context;
  const row = draft.next;
  const [last, now] = comparison.course.slice(-2).map(({ counts }) => counts!);
  const difference = (column: number, from: number, to: number): PlanCell =>
    formulas.derived(`${cellAddress(row - 1, column)}-${cellAddress(row - 2, column)}`, to - from);
  const cells = new Array<PlanCell>(columns.all).fill(null);
  cells[columns.label] = YEAR_WORDS.change;
  now!.byStatus.forEach((count, index) => {
    cells[columns.status + index] = difference(columns.status + index, last!.byStatus[index]!, count);
  });
  if (columns.outside !== null) cells[columns.outside] = difference(columns.outside, last!.outside, now!.outside);
  cells[columns.total] = difference(columns.total, last!.total, now!.total);
  if (columns.rate !== null) {
    const area = [cellAddress(row - 2, columns.rate), cellAddress(row - 1, columns.rate)] as const;
    cells[columns.rate] = pointCell(formulas, area, last!.rate, now!.rate, settings.decimals);
  }
  draft.add(cells);
  draft.role("tableText", row, 0, 1);
  draft.role("tableChange", row, columns.status, columns.total - columns.status + 1);
  if (columns.rate !== null) draft.role("tableRateChange", row, columns.rate, 1);
  draft.role("tableTotal", row, 0, columns.all);
}

/** The difference of two rates as shown, in points; "－" where one of them is none. */
function pointCell(
  formulas: CountFormulas,
  [from, to]: readonly [string, string],
  last: number | null,
  now: number | null,
  decimals: number,
): PlanCell {
  const value = pointsBetween(last, now, decimals) ?? WORDS.noRate;
  return formulas.derived(`IF(COUNT(${from},${to})=2,ROUND(${to}-${from},${decimals}),"${WORDS.noRate}")`, value);
}

/** In whole steps, because 73.5 and 71.1 are 2.3999… apart. */
function pointsBetween(last: number | null, now: number | null, decimals: number): number | null {
  if (last === null || now === null) return null;
  const scale = 10 ** decimals;
  return (Math.round(now * scale) - Math.round(last * scale)) / scale;
}

/** A year of another vocabulary, by its own classes and without a rate. */
function addOther({ draft, texts, points }: Sheet, { year, own }: CourseYear): void {
  const heading = draft.add([texts.otherVocabulary(year)]);
  draft.role("subheading", heading, 0, draft.columns);
  draft.bind(heading);
  const { statuses } = year.settings;
  const classes = [
    ...statuses.map(({ name }, index) => ({ name, count: own.byStatus[index]! })),
    ...(own.outside > 0 ? [{ name: WORDS.outside, count: own.outside }] : []),
    { name: WORDS.total, count: own.total },
  ];
  const room = points.length - 1;
  for (let from = 0; from < classes.length; from += room) {
    const part = classes.slice(from, from + room);
    const layout = [{ title: YEAR_WORDS.year }, ...part.map(({ name }) => ({ title: name }))];
    addDetailHeader(
      draft,
      layout.map(({ title }, column) => ({ title, width: points[column]!, role: "tableText" })),
    );
    const row = draft.add([year.label, ...part.map(({ count }) => count)]);
    draft.role("tableText", row, 0, 1);
    draft.role("tableCount", row, 1, part.length);
    draft.role("tableLast", row, 0, layout.length);
  }
}

function courseNotes({ comparison, texts, columns, context }: Sheet): string[] {
  const notes = comparison.course
    .filter(({ year }) => year !== comparison.now)
    .map(({ year }) => texts.origin(year, year.source !== undefined && context.formulas.live));
  if (comparison.course.every(({ counts }) => counts !== null)) notes.push(texts.counting);
  if (comparison.isComparable && columns.rate !== null) notes.push(texts.pointNote);
  if (!comparison.isComparable) {
    const unknown = comparison.links.filter(({ count, index }) => count > 0 && index < 0).map(({ name }) => name);
    notes.push(texts.notComparable(unknown));
  }
  return notes;
}

/** Each field with its number of measures and its rate in both years. */
function addFields({ draft, context, comparison, texts, columns, points, clipped }: Sheet): void {
  const { tally, settings, formulas } = context;
  const hasRate = columns.rate !== null;
  addUnit(draft, unitNote(settings), hasRate ? 7 : 4);
  const titles = [tally.fieldWord, texts.lastCount, texts.nowCount, YEAR_WORDS.change];
  if (hasRate) titles.push(texts.lastRate, texts.nowRate, YEAR_WORDS.points);
  const layout = titles.map((title, at): DetailColumn => ({ title, width: points[at]!, role: "tableText" }));
  addDetailHeader(draft, layout);
  const first = draft.next;
  const total: FieldChange = { name: WORDS.total, last: comparison.course.slice(-2)[0]!.counts, now: tally.total };
  for (const field of [...comparison.fields, total]) {
    const row = draft.next;
    const [last, now] = [field.last?.total ?? 0, field.now?.total ?? 0];
    const label = field.name === "" ? WORDS.noField : oneLine(field.name);
    const count = (column: number, value: number): PlanCell =>
      field === total
        ? formulas.derived(`SUM(${cellAddress(first, column)}:${cellAddress(row - 1, column)})`, value)
        : column === 2 && field.now !== null && oneLine(field.name) === field.name
          ? formulas.count([{ column: "field", name: field.name }], value)
          : value;
    const cells: PlanCell[] = [
      label,
      count(1, last),
      count(2, now),
      formulas.derived(`${cellAddress(row, 2)}-${cellAddress(row, 1)}`, now - last),
    ];
    if (hasRate) {
      const [before, after] = [field.last?.rate ?? null, field.now?.rate ?? null];
      cells.push(before ?? WORDS.noRate, after ?? WORDS.noRate);
      cells.push(pointCell(formulas, [cellAddress(row, 4), cellAddress(row, 5)], before, after, settings.decimals));
    }
    clipped.push(...addDetailRow(draft, layout, cells));
  }
  const rows = draft.next - first;
  draft.role("tableText", first, 0, 1, rows);
  draft.role("tableCount", first, 1, 2, rows);
  draft.role("tableChange", first, 3, 1, rows);
  if (hasRate) {
    draft.role("tableRate", first, 4, 2, rows);
    draft.role("tableRateChange", first, 6, 1, rows);
  }
  draft.bind(Math.max(first, draft.next - 2));
  draft.role("tableTotal", draft.next - 1, 0, layout.length);
  draft.role("tableLast", draft.next - 1, 0, layout.length);
}

/** Which status became which, as numbers of pairs; the last row and column are sums. */
interface FlowTable {
  readonly header: readonly string[];
  readonly rows: readonly { readonly label: string; readonly counts: readonly number[] }[];
}

function flowTable({ last, now, links, isComparable, changes, gone, added, openLast, openNow }: Comparison): FlowTable {
  const [from, to] = [isComparable ? now.settings.statuses : last.settings.statuses, now.settings.statuses];
  const rowOf = (change: (typeof changes)[number]): number => {
    const index = isComparable ? change.from : change.last.statusIndex;
    return index < 0 ? from.length : index;
  };
  const statusRow = (statusIndex: number): number => {
    const index = isComparable ? (links[statusIndex]?.index ?? -1) : statusIndex;
    return index < 0 ? from.length : index;
  };
  const column = (index: number): number => (index < 0 ? to.length : index);
  const [goneAt, openAt] = [to.length + 1, to.length + 2];
  const [addedAt, openRow] = [from.length + 1, from.length + 2];
  const counts = Array.from({ length: from.length + 3 }, () => new Array<number>(to.length + 3).fill(0));
  for (const change of changes) counts[rowOf(change)]![column(change.to)]!++;
  for (const { statusIndex } of gone) counts[statusRow(statusIndex)]![goneAt]!++;
  for (const { statusIndex } of openLast) counts[statusRow(statusIndex)]![openAt]!++;
  for (const { statusIndex } of added) counts[addedAt]![column(statusIndex)]!++;
  for (const { statusIndex } of openNow) counts[openRow]![column(statusIndex)]!++;
  const sums = counts.map((row) => row.reduce((sum, one) => sum + one, 0));
  const columnSums = counts[0]!.map((_, at) => counts.reduce((sum, row) => sum + row[at]!, 0));
  // 区分外 and 確認待ち stand where something is in them.
  const shownColumns = columnSums.flatMap((sum, at) => (at < to.length || at === goneAt || sum > 0 ? [at] : []));
  const shownRows = sums.flatMap((sum, at) => (at < from.length || at === addedAt || sum > 0 ? [at] : []));
  const columnNames = [...to.map(({ name }) => name), WORDS.outside, YEAR_WORDS.gone, YEAR_WORDS.open];
  const rowNames = [...from.map(({ name }) => name), WORDS.outside, YEAR_WORDS.added, YEAR_WORDS.open];
  return {
    header: [...shownColumns.map((at) => columnNames[at]!), WORDS.total],
    rows: [
      ...shownRows.map((at) => ({
        label: rowNames[at]!,
        counts: [...shownColumns.map((one) => counts[at]![one]!), sums[at]!],
      })),
      // No sum in the corner: this year's measures and last year's are not to be added up.
      { label: WORDS.total, counts: shownColumns.map((one) => columnSums[one]!) },
    ],
  };
}

function addFlow({ draft, context, texts, points }: Sheet, { header, rows }: FlowTable): void {
  const { formulas } = context;
  const titles = [texts.flowLabel, ...header];
  addDetailHeader(
    draft,
    titles.map((title, at) => ({ title, width: points[at]!, role: "tableText" })),
  );
  const first = draft.next;
  const last = first + rows.length - 1;
  for (const { label, counts } of rows) {
    const row = draft.next;
    const cells = counts.map((count, at): PlanCell => {
      const column = at + 1;
      if (row === last) {
        return formulas.derived(`SUM(${cellAddress(first, column)}:${cellAddress(last - 1, column)})`, count);
      }
      if (at < counts.length - 1) return count;
      return formulas.derived(`SUM(${cellAddress(row, 1)}:${cellAddress(row, at)})`, count);
    });
    draft.add([label, ...cells]);
  }
  draft.role("tableText", first, 0, 1, rows.length);
  draft.role("tableCount", first, 1, header.length, rows.length);
  draft.role("tableTotal", last, 0, titles.length);
  draft.role("tableLast", last, 0, titles.length);
  draft.bind(first, rows.length);
}

function flowNotes({ comparison, texts }: Sheet): string[] {
  const { changes, openLast, openNow, matching, isComparable } = comparison;
  const notes: string[] = [texts.flowOrigin];
  if (openLast.length + openNow.length > 0) notes.push(texts.open(openLast.length, openNow.length));
  const isRepeated = (side: "last" | "now"): boolean =>
    new Set(matching.matches.map((match) => match[side])).size < matching.matches.length;
  if (isRepeated("last") || isRepeated("now")) notes.push(texts.manyToOne);
  if (isComparable) {
    const times = (direction: string): number => changes.filter((change) => change.direction === direction).length;
    const [better, worse] = [times("better"), times("worse")];
    notes.push(texts.directions(better, worse, changes.length - better - worse));
  }
  return notes;
}
