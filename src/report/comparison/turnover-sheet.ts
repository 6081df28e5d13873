import type { Comparison } from "../../compare/comparison";
import type { Measure } from "../../ledger/ledger";
import { TURNOVER_SHEET } from "../../ledger/sheet-names";
import { addDetailHeader, addDetailRow, dressRows, type Clipped, type DetailColumn } from "../detail-table";
import { oneLine } from "../entry-list";
import { numberCell } from "../measure-list";
import { addNotes } from "../notes";
import { SAFE_WIDTH } from "../page-setup";
import type { ReportContext } from "../report-context";
import { clippedLabels, type PlannedSheet } from "../report-problem";
import { addHeading, addTitle, finishSheet, rowsHeight } from "../report-sheet";
import { SheetDraft } from "../sheet-draft";
import { numberedNotes, WORDS } from "../words";
import { fieldOf } from "./regression-sheet";
import { yearTexts } from "./words";

const WIDTHS = { number: 40, field: 130, name: 252, status: 60 } as const;

/** 新規・廃止: the measures that only one of the years has. */
export function turnoverSheet(context: ReportContext, comparison: Comparison): PlannedSheet {
  const { tally, settings, ledger, plan } = context;
  const { added, gone, openLast, openNow } = comparison;
  const texts = yearTexts(comparison, tally, settings);
  const level = ledger.levels[ledger.levels.length - 1];
  const layout: readonly DetailColumn[] = [
    { title: WORDS.number, width: WIDTHS.number, role: "tableStatus" },
    { title: tally.fieldWord, width: WIDTHS.field, role: "tableText" },
    { title: level?.name ?? WORDS.measuresHeading, width: WIDTHS.name, role: "tableText" },
    { title: WORDS.statusColumn, width: WIDTHS.status, role: "tableStatus" },
  ];
  const points = layout.map(({ width }) => width);
  const width = points.reduce((sum, one) => sum + one, 0);
  const draft = new SheetDraft(layout.length);
  const clipped: Clipped[] = [];
  addTitle(draft, texts.turnover(added.length, gone.length), width);
  const addList = (heading: string, measures: readonly Measure[]): void => {
    addHeading(draft, heading, width);
    if (measures.length === 0) {
      addNotes(draft, [texts.none], width);
      return;
    }
    addDetailHeader(draft, layout);
    const first = draft.next;
    for (const measure of measures) {
      const cells = [numberCell(measure.number), fieldOf(measure), oneLine(measure.name), measure.status.trim()];
      clipped.push(...addDetailRow(draft, layout, cells));
    }
    dressRows(draft, layout, first);
  };
  addList(texts.addedHeading(added.length), added);
  addList(texts.goneHeading(gone.length), gone);
  const open = openLast.length + openNow.length;
  if (open > 0) addNotes(draft, numberedNotes([texts.open(openLast.length, openNow.length)]), width);
  const sheet = finishSheet(draft, {
    name: TURNOVER_SHEET,
    columns: points,
    charts: [],
    plan,
    rateDecimals: settings.decimals,
    printArea: draft.area(),
    breaks: draft.pageBreaks(rowsHeight(points, SAFE_WIDTH.portrait)).breaks,
    widest: SAFE_WIDTH.portrait,
  });
  return { sheet, problems: clippedLabels(TURNOVER_SHEET, { clipped }) };
}
