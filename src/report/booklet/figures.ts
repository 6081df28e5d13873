import { cellAddress } from "../../cells/cell";
import { addChart, COUNT_LABELS, MAX_BARS, titleFrom, type ChartDraft } from "../charts";
import type { CountFormulas } from "../count-formulas";
import { addCountTable, countColumns, statusSeries, type CountRow, type CountTable } from "../count-table";
import type { ChartPlan, PlanCell } from "../plan";
import { SheetDraft } from "../sheet-draft";
import { followingCount } from "../live-text";
import { besideTable, staleCell } from "../stale-line";
import { breakLines, lineHeight } from "../text-layout";
import { emsIn } from "../text-width";
import { fontSize } from "../theme";
import { chartTitles, figureMention, numberedNotes, summaryNotes, summaryTitle, WORDS } from "../words";
import { chartTitle, tableCaption } from "../document/words";
import { withDigits, type BookletSource } from "./booklet";
import { PAGE_HEIGHT, type FlowCell, type FlowLine, type FlowSheet } from "./flow";
import { columnsOf, SPARE, TEXT_WIDTH } from "./grid";
import { headingLines, LABEL_WIDTH } from "./lines";

/** The summary table and the chart over it, as lines that can be set into text. */
export interface Figures {
  /** Widths in points of all columns of the sheet that the table stands on. */
  readonly columns: readonly number[];
  /** The line above the chapter that says that counts have changed; null where there is no table. */
  readonly stale: FlowCell["value"];
  /** A sentence that names table and chart; "" where there is no table. */
  readonly mention: string;
  readonly table: readonly FlowLine[];
  readonly chart: readonly FlowLine[];
  /** The table's header where it goes over several pages: such a table ends its sheet, so that nothing else has its header above. */
  readonly repeated: FlowSheet["repeated"];
}

/** Widths in points: a count of four digits, a rate with its decimals, and what is left for names. */
const COUNT_WIDTHS = { most: 44, least: 27 } as const;
const RATE_WIDTH = 40;
const LABEL_WIDTHS = { comfortable: 140, least: 75 } as const;

/** Unique in the workbook. */
const CHART_NAME = "BookletFields";

/**
 * The counts by field with their live formulas, the notes they need, and one chart of them; nothing where the vocabulary has
 * more classes (ten and more) than columns fit between the margins.
 */
export function summaryFigures(source: BookletSource, formulas: CountFormulas): Figures {
  const { tally, settings, asOf } = source;
  // The only table and the only chart of the chapters.
  const number = withDigits("1", settings);
  const columns = countColumns(tally, 0);
  const counts = (columns.rate ?? columns.all) - columns.status;
  const room = TEXT_WIDTH - (columns.rate === null ? 0 : RATE_WIDTH);
  const { most, least } = COUNT_WIDTHS;
  const count = Math.max(least, Math.min(most, (room - LABEL_WIDTHS.comfortable) / counts));
  const widths = { count, label: room - count * counts };
  if (widths.label < LABEL_WIDTHS.least) {
    return { columns: columnsOf([LABEL_WIDTH]), stale: null, mention: "", table: [], chart: [], repeated: undefined };
  }
  const table = {
    headings: { label: tally.fieldWord },
    rows: fieldRows(source),
    total: tally.total,
    ...(settings.relisted === "both" && tally.relisted.count > 0
      ? { without: { counts: tally.relisted.without, conditions: [] } }
      : {}),
  };
  let written: CountTable | undefined;
  const write = (draft: SheetDraft) => {
    written = addCountTable(draft, formulas, table, tally, settings, columns, widths);
    return () => [];
  };
  const live = (text: string): PlanCell => {
    if (written === undefined || !formulas.live) return text;
    const counted = { count: tally.total.total, reference: cellAddress(written.total, columns.total) };
    return followingCount(text, counted, settings) ?? text;
  };
  const trial = new SheetDraft(columns.all);
  const { header } = addCountTable(trial, formulas, table, tally, settings, columns, widths);
  const isLong = trial.height(0, trial.next) > KEPT_HEIGHT;
  const size = fontSize("note");
  const tableLines = [
    ...headingLines(tableCaption(number, summaryTitle(tally, asOf, settings)), "subheading").map((line) => ({
      ...line,
      cells: line.cells.map(({ value, ...cell }): FlowCell => ({
        ...cell,
        value: typeof value === "string" ? () => live(value) : value,
      })),
    })),
    ...writtenLines(columns.all, write, !isLong),
    ...numberedNotes(summaryNotes(tally, settings))
      .flatMap((note) => breakLines(note, emsIn(TEXT_WIDTH, size)))
      .map((line, i): FlowLine => ({
        cells: [{ column: 0, value: line, roles: ["note"] }],
        height: lineHeight(size),
        spaceBefore: i === 0 ? 3 : 0,
      })),
  ];
  const isDrawn = tally.fields.length > 0 && tally.fields.length <= MAX_BARS && tally.total.total > 0;
  return {
    stale: () => staleCell([...(written?.unchanged ?? []), ...besideTable(tally, formulas)]),
    columns: [
      widths.label,
      ...new Array<number>(counts).fill(count),
      ...(columns.rate === null ? [] : [RATE_WIDTH]),
      SPARE,
    ],
    mention: figureMention(tally, number, isDrawn ? number : null),
    table: tableLines,
    chart: isDrawn ? chartLines(source, number, columns.all, () => written!, live) : [],
    repeated: isLong ? { row: () => written!.header, height: trial.height(header) } : undefined,
  };
}

/** One row a field; a field's name is the criterion of its own counts. */
function fieldRows({ tally }: BookletSource): CountRow[] {
  return tally.fields.map(({ name, counts }) => ({
    label: name === "" ? WORDS.noField : name,
    counts,
    conditions: [{ column: "field", name }],
  }));
}

/** The chart with its title, which stands in a cell behind it and follows the table's total. */
function chartLines(
  { tally, settings }: BookletSource,
  number: string,
  all: number,
  table: () => CountTable,
  live: (text: string) => PlanCell,
): FlowLine[] {
  const title = chartTitle(number, chartTitles.fields(tally, settings));
  const write = (draft: SheetDraft) => {
    const charts: ChartPlan[] = [];
    const series = statusSeries(tally.statuses, tally.total.outside > 0);
    const rows = tally.fields.length + 1;
    const chart: ChartDraft = {
      name: CHART_NAME,
      kind: "BarStacked",
      title,
      source: { row: 0, column: 0, rows, columns: series.length + 1 },
      series,
      labelFormat: COUNT_LABELS,
    };
    addChart(draft, charts, chart);
    return (): readonly ChartPlan[] => {
      const { header, columns } = table();
      return charts.map((one) => {
        draft.set(one.place.row, 0, live(title));
        return {
          ...one,
          ...titleFrom(draft, one.place.row),
          source: { ...one.source, row: header, column: columns.label },
          place: { ...one.place, columns: all },
        };
      });
    };
  };
  return writtenLines(all, write, true);
}

/** Tables up to this height in points are kept on one page, with their caption and notes; longer ones end the chapter. */
const KEPT_HEIGHT = PAGE_HEIGHT - 90;

/**
 * Lines for rows that are written together: kept on one page where they are to stay `whole`, otherwise with two of them at
 * least on each page.
 */
function writtenLines(columns: number, write: NonNullable<FlowLine["write"]>, whole: boolean): FlowLine[] {
  const trial = new SheetDraft(columns);
  write(trial);
  const heights = Array.from({ length: trial.next }, (_, row) => trial.height(row, row + 1));
  return heights.map((height, row) => ({
    cells: [],
    height,
    keepWithNext: row < heights.length - 1 && (whole || row === 0 || row === heights.length - 2),
    ...(row === 0 ? { write } : { written: true as const }),
  }));
}
