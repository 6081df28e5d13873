import { withDigits, type BookletSource } from "../booklet/booklet";
import { MAX_BARS } from "../charts";
import {
  chartTitles,
  numberedNotes,
  shareNotes,
  sharesHeading,
  summaryNotes,
  summaryTitle,
  wholeHeading,
  WORDS,
} from "../words";
import type { Block } from "./blocks";
import { countsChart, sharesChart, wholeChart, type NamedCounts } from "./charts";
import { countsTable, sharesTable, wholeTable } from "./tables";
import { chartTitle, tableCaption } from "./words";

/** Gives tables and charts their numbers, in the order in which they are asked for. */
export class FigureNumbers {
  private tables = 0;
  private charts = 0;

  constructor(private readonly settings: BookletSource["settings"]) {}

  table(title: string): string {
    return tableCaption(withDigits(String(++this.tables), this.settings), title);
  }

  chart(title: string): string {
    return chartTitle(withDigits(String(++this.charts), this.settings), title);
  }
}

/** The counts of the whole plan by field: table, notes and chart. */
export function summaryBlocks({ tally, settings, asOf }: BookletSource, numbers: FigureNumbers): Block[] {
  const rows = fieldRows(tally);
  const without = settings.relisted === "both" && tally.relisted.count > 0 ? { without: tally.relisted.without } : {};
  const text = {
    caption: numbers.table(summaryTitle(tally, asOf, settings)),
    label: tally.fieldWord,
    notes: numberedNotes(summaryNotes(tally, settings)),
  };
  return [
    countsTable(text, rows, { total: tally.total, ...without }, tally, settings),
    ...(isDrawn(rows) ? [countsChart(numbers.chart(chartTitles.fields(tally, settings)), rows, tally)] : []),
  ];
}

/** The shares by field and the whole plan by status, each with its chart. */
export function shareBlocks({ tally, settings }: BookletSource, numbers: FigureNumbers): Block[] {
  const rows = fieldRows(tally);
  const text = {
    caption: numbers.table(sharesHeading(tally)),
    label: tally.fieldWord,
    notes: numberedNotes(shareNotes(tally, settings)),
  };
  return [
    sharesTable(text, rows, tally, settings),
    ...(isDrawn(rows) && tally.total.denominator > 0
      ? [sharesChart(numbers.chart(chartTitles.shares(tally)), rows, tally, settings)]
      : []),
    wholeTable(numbers.table(wholeHeading(tally)), tally, settings),
    ...(tally.total.total > 0
      ? [wholeChart(numbers.chart(chartTitles.whole(tally.total.total, settings)), tally)]
      : []),
  ];
}

/** Whether bars of these rows can be read. */
export function isDrawn(rows: readonly NamedCounts[]): boolean {
  return rows.length > 0 && rows.length <= MAX_BARS && rows.some(({ counts }) => counts.total > 0);
}

function fieldRows({ fields }: BookletSource["tally"]): NamedCounts[] {
  return fields.map(({ name, counts }) => ({ name: name === "" ? WORDS.noField : name, counts }));
}
