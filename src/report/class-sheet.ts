import type { ColumnKey } from "../ledger/ledger";
import { predictCountifs } from "../tally/countifs";
import type { ClassTally } from "../tally/tally-classes";
import { cellAddress } from "../cells/cell";
import { addChart, COUNT_LABELS, MAX_BARS, titleFrom } from "./charts";
import { CountFormulas } from "./count-formulas";
import { addCountTable, countColumns, countWidths, statusSeries, type CountTable } from "./count-table";
import { fittingWidth } from "./detail-table";
import { addEntryList, type ListGroup } from "./entry-list";
import { followCount } from "./live-text";
import { addNotes, addStaleLine, addUnit } from "./notes";
import type { ChartPlan } from "./plan";
import type { ReportContext } from "./report-context";
import { clippedLabels, type PlannedSheet } from "./report-problem";
import { addHeading, addTitle, finishSheet, rowsHeight } from "./report-sheet";
import { SheetDraft } from "./sheet-draft";
import { endUnchanged, staleCell } from "./stale-line";
import { numberedNotes, unitNote } from "./words";

/** Width in points of the column of numbers; the narrower one stands in from the edge where the ledger has none. */
const NUMBER_WIDTH = { none: 12, least: 30, most: 90 } as const;
/** Rows up to which a table stays on one page. */
const SHORT_TABLE = 20;
/** Points that a repeated header takes of a page at most. */
const REPEATED_HEADER = 21;

/** Measures by one of the ledger's further columns. */
export interface ClassSection {
  /** Stands above the table where the sheet has several sections; "" where its title says it all. */
  readonly heading: string;
  /** What a class is called: 担当課. */
  readonly word: string;
  /** The ledger's column that is counted, zero-based on its sheet, and its kind. */
  readonly column: number;
  readonly key: ColumnKey;
  readonly classes: readonly ClassTally[];
  /** Label of the measures that name no class. */
  readonly noClass: string;
  /** True where a measure may stand in several classes. */
  readonly overlaps: boolean;
  readonly chart: { readonly name: string; readonly title: string } | null;
  readonly notes: readonly string[];
  /** What is listed below the table; null where nothing is. */
  readonly list: {
    readonly heading: string;
    readonly titles: { readonly name: string; readonly end: string };
    readonly groups: readonly ListGroup[];
  } | null;
}

/** A sheet of tables class × status, each with its chart, notes and list of measures. */
export function classSheet(
  context: ReportContext,
  name: string,
  title: string,
  sections: readonly ClassSection[],
): PlannedSheet {
  const { tally, settings, plan } = context;
  const columns = countColumns(tally, 1);
  const numbers = context.ledger.measures.map(({ number }) => number);
  const number = numbers.every((text) => text === "")
    ? NUMBER_WIDTH.none
    : fittingWidth(numbers, NUMBER_WIDTH.least, NUMBER_WIDTH.most);
  const widths = countWidths(columns, tally.statuses, number);
  const points = [number, widths.label, ...new Array<number>(columns.all - columns.status).fill(widths.count)];
  const width = points.reduce((sum, one) => sum + one, 0);
  const draft = new SheetDraft(columns.all);
  const charts: ChartPlan[] = [];
  const page = rowsHeight(points) - REPEATED_HEADER;
  const tables: CountTable[] = [];
  const titleRows = addTitle(draft, title, width);
  let staleRow: number | null = null;
  let titleRow: number | null = null;
  let listHeader: number | null = null;
  for (const section of sections) {
    if (section.heading !== "") addHeading(draft, section.heading, width);
    const unit = addUnit(draft, unitNote(settings));
    staleRow ??= unit;
    const formulas = formulasOver(context, section);
    const table = addCountTable(
      draft,
      formulas,
      {
        headings: { label: section.word, number: "" },
        rows: section.classes.map(({ name: label, counts }) => ({
          label: label === "" ? section.noClass : label,
          counts,
          conditions: [{ column: section.key, name: label }],
        })),
        total: tally.total,
        overlaps: section.overlaps,
      },
      tally,
      settings,
      columns,
      widths,
    );
    tables.push(table);
    const counted = { count: tally.total.total, reference: cellAddress(table.total, columns.total) };
    titleRow ??= followCount(draft, { first: 0, count: titleRows }, counted, formulas, settings);
    if (section.classes.length <= SHORT_TABLE) draft.bind(table.header, table.total - table.header);
    addNotes(draft, numberedNotes(section.notes), width);
    const bars = section.classes.length;
    if (section.chart !== null && bars > 1 && bars <= MAX_BARS) {
      addChart(
        draft,
        charts,
        {
          ...section.chart,
          kind: "BarStacked",
          ...titleFrom(draft, sections.length === 1 && titleRows === 1 ? titleRow : null),
          source: { row: table.header, column: 1, rows: bars + 1, columns: columns.total - 1 },
          series: statusSeries(tally.statuses, columns.outside !== null),
          labelFormat: COUNT_LABELS,
        },
        page,
      );
    }
    if (section.list !== null) {
      addHeading(draft, section.list.heading, width);
      listHeader = addEntryList(draft, section.list.titles, section.list.groups, points);
    }
  }
  if (staleRow !== null)
    addStaleLine(
      draft,
      staleRow,
      staleCell([...tables.flatMap(({ unchanged }) => unchanged), ...endUnchanged(context.formulas)]),
    );
  const sheet = finishSheet(draft, {
    name,
    columns: points,
    charts,
    plan,
    rateDecimals: settings.decimals,
    printArea: draft.area(),
    breaks: draft.pageBreaks(page).breaks,
    // The header of one list would be wrong over another.
    ...(sections.length === 1 && listHeader !== null ? { titleRow: listHeader } : {}),
  });
  return { sheet, problems: tables.flatMap((table) => clippedLabels(name, table)) };
}

/** The same counts where the column that is meant is not the first of its kind. */
function formulasOver(context: ReportContext, { key, column }: ClassSection): CountFormulas {
  const { ledger, source, tally, settings, formulas } = context;
  if (ledger.columns[key] === column) return formulas;
  const seen = { ...ledger, columns: { ...ledger.columns, [key]: column } };
  return new CountFormulas(seen, predictCountifs(source, seen), tally, settings);
}

/** What a class without a name is called: 「（担当課の記載なし）」. */
export function noClassLabel(word: string): string {
  return `（${word}の記載なし）`;
}
