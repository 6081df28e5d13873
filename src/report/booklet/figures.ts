import { cellAddress } from "../../cells/cell";
import { addChart, COUNT_LABELS, MAX_BARS, type ChartDraft } from "../charts";
import type { CountFormulas } from "../count-formulas";
import { addCountTable, countColumns, statusSeries, type CountRow, type CountTable } from "../count-table";
import type { ChartPlan, PlanCell } from "../plan";
import { SheetDraft } from "../sheet-draft";
import { followingCount } from "../live-text";
import { besideTable, staleCell } from "../stale-line";
import { breakLines, lineHeight } from "../text-layout";
import { emsIn } from "../text-width";
import { fontSize } from "../theme";
import { chartTitles, numberedNotes, summaryNotes, summaryTitle, WORDS } from "../words";
import type { BookletSource } from "./booklet";
import type { FlowCell, FlowLine } from "./flow";
import { columnsOf, SPARE, TEXT_WIDTH } from "./grid";
import { headingLines, LABEL_WIDTH } from "./lines";

/** The summary table and the chart over it, as lines that can be set into text. */
export interface Figures {
  /** Widths in points of all columns of the sheet that the table stands on. */
  readonly columns: readonly number[];
  /** The line above the chapter that says that counts have changed; null where there is no table. */
  readonly stale: FlowCell["value"];
  readonly lines: readonly FlowLine[];
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
  const columns = countColumns(tally, 0);
  const counts = (columns.rate ?? columns.all) - columns.status;
  const room = TEXT_WIDTH - (columns.rate === null ? 0 : RATE_WIDTH);
  const { most, least } = COUNT_WIDTHS;
  const count = Math.max(least, Math.min(most, (room - LABEL_WIDTHS.comfortable) / counts));
  const widths = { count, label: room - count * counts };
  if (widths.label < LABEL_WIDTHS.least) return { columns: columnsOf([LABEL_WIDTH]), stale: null, lines: [] };
  const table = {
    headings: { label: tally.fieldWord },
    rows: fieldRows(source),
    total: tally.total,
    ...(settings.relisted === "both" && tally.relisted.count > 0
      ? { without: { counts: tally.relisted.without, conditions: [] } }
      : {}),
  };
  let written: CountTable | undefined;
  const write = (draft: SheetDraft): readonly ChartPlan[] => {
    written = addCountTable(draft, formulas, table, tally, settings, columns, widths);
    return [];
  };
  const size = fontSize("note");
  const live = (cell: FlowCell): FlowCell => ({
    ...cell,
    value: () => {
      const { value } = cell;
      if (typeof value !== "string" || written === undefined || !formulas.live) return value as PlanCell;
      const counted = { count: tally.total.total, reference: cellAddress(written.total, columns.total) };
      return followingCount(value, counted, settings) ?? value;
    },
  });
  return {
    stale: () => staleCell([...(written?.unchanged ?? []), ...besideTable(tally, formulas)]),
    columns: [
      widths.label,
      ...new Array<number>(counts).fill(count),
      ...(columns.rate === null ? [] : [RATE_WIDTH]),
      SPARE,
    ],
    lines: [
      ...headingLines(`表　${summaryTitle(tally, asOf, settings)}`, "subheading").map((line) => ({
        ...line,
        cells: line.cells.map(live),
      })),
      ...writtenLines(columns.all, write, "if-few"),
      ...numberedNotes(summaryNotes(tally, settings))
        .flatMap((note) => breakLines(note, emsIn(TEXT_WIDTH, size)))
        .map((line, i): FlowLine => ({
          cells: [{ column: 0, value: line, roles: ["note"] }],
          height: lineHeight(size),
          spaceBefore: i === 0 ? 3 : 0,
        })),
      ...(tally.fields.length === 0 || tally.fields.length > MAX_BARS || tally.total.total === 0
        ? []
        : chartLines(source, columns.all, () => written!)),
    ],
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

function chartLines({ tally, settings }: BookletSource, all: number, table: () => CountTable): FlowLine[] {
  const write = (draft: SheetDraft): readonly ChartPlan[] => {
    const { header, last, columns } = table();
    const charts: ChartPlan[] = [];
    const withOutside = columns.outside !== null;
    const chart: ChartDraft = {
      name: CHART_NAME,
      kind: "BarStacked",
      title: chartTitles.fields(tally, settings),
      source: { row: header, column: columns.label, rows: last - header + 1, columns: columns.total - columns.label },
      series: statusSeries(tally.statuses, withOutside),
      labelFormat: COUNT_LABELS,
    };
    addChart(draft, charts, chart);
    return charts.map((one) => ({ ...one, place: { ...one.place, columns: all } }));
  };
  return writtenLines(all, write, "always");
}

/** Tables up to this height (points, half a page) are kept on one page. */
const KEPT_HEIGHT = 342;

/**
 * Lines for rows that are written together: kept on one page where they are to stay `whole` or are few, otherwise with two
 * of them at least on each page.
 */
function writtenLines(
  columns: number,
  write: (draft: SheetDraft) => readonly ChartPlan[],
  whole: "always" | "if-few",
): FlowLine[] {
  const trial = new SheetDraft(columns);
  write(trial);
  const heights = Array.from({ length: trial.next }, (_, row) => trial.height(row, row + 1));
  const kept = whole === "always" || trial.height(0, trial.next) <= KEPT_HEIGHT;
  return heights.map((height, row) => ({
    cells: [],
    height,
    keepWithNext: row < heights.length - 1 && (kept || row === 0 || row === heights.length - 2),
    ...(row === 0 ? { write } : { written: true as const }),
  }));
}
