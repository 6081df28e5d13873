import { cellAddress } from "../cells/cell";
import type { FieldTally, GroupTally } from "../tally/tally";
import { addChart, COUNT_LABELS, MAX_BARS, titleFrom } from "./charts";
import type { CountCondition } from "./count-formulas";
import { addCountTable, countColumns, countWidths, statusSeries } from "./count-table";
import { groupLabel } from "./document/field";
import { followCount } from "./live-text";
import { addMeasureList, NAME_COLUMN, numberCell, NUMBER_COLUMN } from "./measure-list";
import { addNotes, addStaleLine, addUnit } from "./notes";
import type { ChartPlan } from "./plan";
import type { ReportContext } from "./report-context";
import { clippedLabels, type PlannedSheet } from "./report-problem";
import { addTitle, finishSheet, rowsHeight } from "./report-sheet";
import { SheetDraft } from "./sheet-draft";
import { endUnchanged, staleCell } from "./stale-line";
import { CELL_PADDING } from "./text-layout";
import { textWidth } from "./text-width";
import { fontSize } from "./theme";
import { chartTitles, fieldNotes, fieldSubtitle, groupWord, numberedNotes, unitNote, WORDS } from "./words";

/** Widths in points that set a 施策 in from its 大項目, and a measure from its 施策. */
const INDENTS = [9, 18] as const;
/** Width in points of the column of numbers. */
const NUMBER_WIDTH = { least: 30, most: 110 } as const;

/** One field: its table of 大項目 (or 施策) × status with a chart, and the list of its measures with status and reasons. */
export function fieldSheet(context: ReportContext, fieldIndex: number, name: string): PlannedSheet {
  const { tally, settings } = context;
  const field = tally.fields[fieldIndex]!;
  const columns = countColumns(tally, NAME_COLUMN);
  const number = numberWidth(field);
  const widths = countWidths(columns, tally.statuses, number + INDENTS[0] + INDENTS[1]);
  const numbers = columns.all - columns.status;
  const points = [number, ...INDENTS, widths.label, ...new Array<number>(numbers).fill(widths.count)];
  const width = points.reduce((sum, one) => sum + one, 0);
  const draft = new SheetDraft(columns.all);
  const charts: ChartPlan[] = [];
  const page = rowsHeight(points);

  addTitle(draft, field.name === "" ? WORDS.noField : field.name, width);
  const subtitle = draft.add([fieldSubtitle(field, tally, context.asOf, settings)]);
  draft.role("subtitle", subtitle, 0, columns.all);
  draft.bind(subtitle);
  const unit = addUnit(draft, unitNote(settings));
  const table = addCountTable(
    draft,
    context.formulas,
    {
      headings: { label: groupWord(field) },
      rows: field.groups.map((group) => ({
        label: groupLabel(group, field),
        number: numberCell(group.number),
        counts: group.counts,
        conditions: groupConditions(group, field),
      })),
      total: field.counts,
    },
    tally,
    settings,
    columns,
    widths,
  );
  addStaleLine(draft, unit, staleCell([...table.unchanged, ...endUnchanged(context.formulas)]));
  const counted = { count: field.counts.total, reference: cellAddress(table.total, columns.total) };
  const titleRow = followCount(draft, { first: subtitle, count: 1 }, counted, context.formulas, settings);
  draft.role("tableStatus", table.first, NUMBER_COLUMN, 1, table.total - table.first);
  const relisted = field.measures.reduce((count, measure) => count + (measure.relisted ? 1 : 0), 0);
  const without = tally.relisted.withoutByField[fieldIndex]!;
  addNotes(draft, numberedNotes(fieldNotes(field.counts, without, relisted, tally, settings)), width);

  const bars = field.groups.length;
  if (bars >= 1 && bars <= MAX_BARS) {
    const withOutside = columns.outside !== null;
    addChart(
      draft,
      charts,
      {
        name: `Field${fieldIndex + 1}Counts`,
        kind: "BarStacked",
        title: chartTitles.groups(field, settings),
        ...titleFrom(draft, titleRow),
        source: { row: table.header, column: NAME_COLUMN, rows: bars + 1, columns: columns.total - NAME_COLUMN },
        series: statusSeries(tally.statuses, withOutside),
        labelFormat: COUNT_LABELS,
      },
      page,
    );
  }
  const list = addMeasureList(draft, context, field, points, page);
  return {
    sheet: finishSheet(draft, {
      name,
      columns: points,
      charts,
      plan: context.plan,
      rateDecimals: settings.decimals,
      printArea: draft.area(),
      breaks: list.breaks,
      titleRow: list.header,
    }),
    problems: [
      ...clippedLabels(name, table),
      ...(list.rows === null ? [] : [{ kind: "too-many-rows" as const, sheet: name, rows: list.rows }]),
    ],
  };
}

function groupConditions(group: GroupTally, field: FieldTally): CountCondition[] {
  return [
    { column: "field", name: field.name },
    { column: field.groupedBy, name: group.name },
  ];
}

function numberWidth(field: FieldTally): number {
  let longest = "";
  for (const { number } of field.measures) if (number.length > longest.length) longest = number;
  for (const { number } of field.groups) if (number.length > longest.length) longest = number;
  const needed = textWidth(longest) * fontSize("tableText") + CELL_PADDING + 2;
  return Math.min(NUMBER_WIDTH.most, Math.max(NUMBER_WIDTH.least, Math.ceil(needed)));
}
