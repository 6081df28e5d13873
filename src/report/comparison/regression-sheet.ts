import type { Comparison } from "../../compare/comparison";
import type { Measure } from "../../ledger/ledger";
import { REGRESSIONS_SHEET } from "../../ledger/sheet-names";
import { addDetailHeader, addDetailRow, dressRows, type Clipped, type DetailColumn } from "../detail-table";
import { oneLine } from "../entry-list";
import { listSheet } from "../list-sheet";
import { numberCell } from "../measure-list";
import { addNotes } from "../notes";
import { SAFE_WIDTH } from "../page-setup";
import type { ReportContext } from "../report-context";
import type { PlannedSheet } from "../report-problem";
import { addTitle, rowsHeight } from "../report-sheet";
import { SheetDraft } from "../sheet-draft";
import { numberedNotes, WORDS } from "../words";
import { YEAR_WORDS, yearTexts } from "./words";

const WIDTHS = { number: 36, field: 76, name: 144, status: 44, reason: 138 } as const;

/** 後退一覧: the measures whose status is worse than last year, with this year's reason. */
export function regressionSheet(context: ReportContext, comparison: Comparison): PlannedSheet {
  const { tally, settings, ledger } = context;
  const { last, now, isComparable } = comparison;
  const texts = yearTexts(comparison, tally, settings);
  const worse = comparison.changes.filter(({ direction }) => direction === "worse");
  const level = ledger.levels[ledger.levels.length - 1];
  const column = (title: string, width: number, role: DetailColumn["role"] = "tableText") => ({ title, width, role });
  const layout: readonly DetailColumn[] = [
    column(WORDS.number, WIDTHS.number, "tableStatus"),
    column(tally.fieldWord, WIDTHS.field),
    column(level?.name ?? WORDS.measuresHeading, WIDTHS.name),
    column(last.label, WIDTHS.status, "tableStatus"),
    column(now.label, WIDTHS.status, "tableStatus"),
    column(YEAR_WORDS.reason, WIDTHS.reason),
  ];
  const points = layout.map(({ width }) => width);
  const width = points.reduce((sum, one) => sum + one, 0);
  const draft = new SheetDraft(layout.length);
  addTitle(draft, texts.regressions(worse.length), width);
  const header = addDetailHeader(draft, layout);
  const first = draft.next;
  const clipped: Clipped[] = [];
  for (const { now: measure, from, to } of worse) {
    const row = draft.next;
    const reason = measure.reason.trim();
    const statusAt = (index: number): string => settings.statuses[index]!.name;
    clipped.push(
      ...addDetailRow(draft, layout, [
        numberCell(measure.number),
        fieldOf(measure),
        oneLine(measure.name),
        statusAt(from),
        statusAt(to),
        reason === "" ? YEAR_WORDS.missingReason : reason,
      ]),
    );
    if (reason === "") draft.role("missing", row, layout.length - 1, 1);
  }
  dressRows(draft, layout, first);
  addNotes(
    draft,
    worse.length === 0 ? [texts.noRegressions] : numberedNotes(isComparable ? [texts.regressionRule] : []),
    width,
  );
  const page = rowsHeight(points, SAFE_WIDTH.portrait) - draft.height(header);
  return listSheet(draft, context, { name: REGRESSIONS_SHEET, columns: points, page, header, clipped });
}

/** A measure's field in one line. */
export function fieldOf({ field }: Measure): string {
  return oneLine(field) || WORDS.noField;
}
