import { cellAddress } from "../cells/cell";
import type { ColumnKey, ColumnReading, Ledger, Measure } from "../ledger/ledger";
import { RESULTS_SHEET } from "../ledger/sheet-names";
import { addDetailHeader, addDetailRow, dressRows, type Clipped, type DetailColumn } from "./detail-table";
import { detailTexts } from "./detail-words";
import { measureEntry, oneLine } from "./entry-list";
import { columnWord, filledColumns, ledgerText } from "./ledger-cells";
import { numberCell } from "./measure-list";
import { BLOCK_WIDTH, SAFE_WIDTH } from "./page-setup";
import { NO_PART, type PartPlan } from "./part-plan";
import type { PlanCell } from "./plan";
import type { ReportContext } from "./report-context";
import type { PlannedSheet } from "./report-problem";
import { addTitle, BOLD, finishSheet, rowsHeight } from "./report-sheet";
import { SheetDraft } from "./sheet-draft";
import { breakLines, CELL_PADDING } from "./text-layout";
import { emsIn, textWidth } from "./text-width";
import { fontSize } from "./theme";
import { WORDS } from "./words";

/** What is told of a measure, in the order of the sheet. */
const TOLD: readonly ColumnKey[] = ["outline", "result", "reason", "issue", "next", "opinion", "department", "remarks"];
/** Kinds of text of which one is enough for the sheet: a department or a reason alone stands elsewhere. */
const ENOUGH: readonly (ColumnKey | null)[] = ["outline", "result", "issue", "next", "opinion", "remarks"];

/** Texts up to this length (characters) in at most so many columns are read best side by side. */
const SHORT = { length: 40, columns: 6 } as const;
const WIDTHS = { number: 34, name: 120, status: 50, least: 62, label: 66 } as const;
/** Most em that a label or a status takes in one line of a card. */
const END_EMS = 12;

/** 取組実績: what each measure's texts say, as a table where they are short and as a card each where they are long. */
export function resultPart(context: ReportContext): PartPlan {
  const { ledger } = context;
  const columns = filledColumns(context, toldColumns(ledger));
  if (!columns.some(({ key }) => ENOUGH.includes(key))) return NO_PART;
  const isShort =
    columns.length <= SHORT.columns &&
    ledger.measures.every((measure) =>
      columns.every(({ column }) => ledgerText(context, measure, column).length <= SHORT.length),
    );
  const sheet = isShort ? tableSheet(context, columns) : cardSheet(context, columns);
  return { sheets: [sheet], columns: columns.map(({ column }) => column) };
}

/** The columns of text of the report's year or of none; what is planned may be of a later one. */
function toldColumns({ headers, year }: Ledger): readonly ColumnReading[] {
  return TOLD.flatMap((wanted) =>
    headers.filter(
      ({ key, year: own }) =>
        key === wanted && (own === null || year === null || own === year.year || (key === "next" && own > year.year)),
    ),
  );
}

/** The measures field by field, in the plan's order. */
function byField({
  tally,
}: ReportContext): readonly { readonly field: string; readonly measures: readonly Measure[] }[] {
  const several = tally.fields.length > 1;
  return tally.fields
    .filter(({ measures }) => measures.length > 0)
    .map(({ name, measures }) => ({
      field: several ? oneLine(name) || WORDS.noField : "",
      measures,
    }));
}

function tableSheet(context: ReportContext, told: readonly ColumnReading[]): PlannedSheet {
  const { ledger, settings, plan, asOf } = context;
  const texts = detailTexts(settings, asOf);
  const hasNumbers = ledger.measures.some(({ number }) => number !== "");
  const fixed = (hasNumbers ? WIDTHS.number : 0) + WIDTHS.name + WIDTHS.status;
  const longest = told.map(({ column }) =>
    Math.max(1, ...ledger.measures.map((measure) => textWidth(ledgerText(context, measure, column)))),
  );
  const room = told.length <= 2 ? SAFE_WIDTH.portrait : SAFE_WIDTH.landscape;
  const all = longest.reduce((sum, one) => sum + one, 0);
  const columns: DetailColumn[] = [
    ...(hasNumbers ? [{ title: WORDS.number, width: WIDTHS.number, role: "tableStatus" } as const] : []),
    { title: texts.measureWord(ledger), width: WIDTHS.name, role: "tableText" },
    { title: WORDS.statusColumn, width: WIDTHS.status, role: "tableStatus" },
    ...told.map((header, at): DetailColumn => ({
      title: columnWord(header, header.key === "next"),
      width: Math.max(WIDTHS.least, Math.round(((room - fixed) * longest[at]!) / all)),
      role: "tableText",
    })),
  ];
  const points = columns.map(({ width }) => width);
  const draft = new SheetDraft(columns.length);
  addTitle(
    draft,
    texts.results(ledger.measures.length),
    points.reduce((sum, one) => sum + one, 0),
  );
  const header = addDetailHeader(draft, columns);
  const page = rowsHeight(points, SAFE_WIDTH.portrait) - draft.height(header);
  const first = draft.next;
  const clipped: Clipped[] = [];
  const fieldRows: number[] = [];
  for (const { field, measures } of byField(context)) {
    if (field !== "") {
      fieldRows.push(draft.add([field]));
      draft.bind(draft.next - 1);
    }
    for (const measure of measures) {
      const { name } = measureEntry(measure);
      const cells: PlanCell[] = [
        name,
        measure.status.trim(),
        ...told.map(({ column }) => ledgerText(context, measure, column)),
      ];
      clipped.push(...addDetailRow(draft, columns, hasNumbers ? [numberCell(measure.number), ...cells] : cells));
    }
  }
  dressRows(draft, columns, first);
  for (const row of fieldRows) draft.role("treeHeading", row, 0, draft.columns);
  const sheet = finishSheet(draft, {
    name: RESULTS_SHEET,
    columns: points,
    charts: [],
    plan,
    rateDecimals: settings.decimals,
    printArea: draft.area(),
    breaks: draft.pageBreaks(page).breaks,
    titleRow: header,
    widest: SAFE_WIDTH.portrait,
  });
  const problems = clipped.map(({ row, column, length }) => ({
    kind: "name-too-long" as const,
    sheet: RESULTS_SHEET,
    cell: cellAddress(row, column),
    length,
  }));
  return { sheet, problems };
}

/* A card's columns: number, labels, texts, and the status at the right edge. No cell wraps: each printed line is a row. */
const CARD = [
  WIDTHS.number,
  WIDTHS.label,
  BLOCK_WIDTH - WIDTHS.number - WIDTHS.label - 2 * WIDTHS.status + 90,
  WIDTHS.status,
];

function cardSheet(context: ReportContext, told: readonly ColumnReading[]): PlannedSheet {
  const { ledger, settings, plan, asOf } = context;
  const texts = detailTexts(settings, asOf);
  const width = CARD.reduce((sum, one) => sum + one, 0);
  const draft = new SheetDraft(CARD.length);
  const page = rowsHeight(CARD);
  addTitle(draft, texts.results(ledger.measures.length), width);
  const size = fontSize("treeMeasure");
  const nameRoom = emsIn(width - WIDTHS.number - CELL_PADDING, size) / BOLD;
  const labelRoom = emsIn(WIDTHS.label - CELL_PADDING, size);
  const textRoom = emsIn(CARD[2]! + CARD[3]! - CELL_PADDING, size);
  for (const { field, measures } of byField(context)) {
    if (field !== "") {
      for (const line of breakLines(field, emsIn(width - CELL_PADDING, fontSize("heading")) / BOLD)) {
        const row = draft.add([line], 27);
        draft.role("heading", row, 0, CARD.length);
        draft.bind(row);
      }
    }
    for (const measure of measures) {
      const { number, name, end, marked } = measureEntry(measure);
      const ends = breakLines(end, END_EMS);
      const names = breakLines(name, nameRoom - Math.max(...ends.map(textWidth)) - 1);
      const first = draft.next;
      for (let i = 0; i < Math.max(names.length, ends.length); i++) {
        const at = draft.add([i === 0 ? numberCell(number) : null, names[i] ?? null, null, ends[i] ?? null]);
        if (marked) draft.role("missing", at, CARD.length - 1, 1);
        draft.bind(at);
      }
      const heading = draft.next - first;
      draft.role("tableHeader", first, 0, CARD.length, heading);
      draft.role("tableStatus", first, 0, 1, heading);
      draft.role("treeHeading", first, 1, 2, heading);
      draft.role("treeStatus", first, 3, 1, heading);
      const body = draft.next;
      for (const header of told) {
        const text = ledgerText(context, measure, header.column);
        if (text === "") continue;
        const labels = breakLines(columnWord(header, header.key === "next"), labelRoom);
        const lines = breakLines(text, textRoom);
        const rows = Math.max(labels.length, lines.length);
        for (let i = 0; i < rows; i++) {
          const at = draft.add([null, labels[i] ?? null, lines[i] ?? null], 15);
          // The first two lines of a text stay together, and so do the last two.
          if (i === 0 || i === rows - 2) draft.bind(at);
        }
        draft.role("cardLast", draft.next - 1, 1, CARD.length - 1);
      }
      draft.role("cardLabel", body, 1, 1, draft.next - body);
      draft.role("cardText", body, 2, 2, draft.next - body);
      if (draft.next === body) draft.add([]);
    }
  }
  const sheet = finishSheet(draft, {
    name: RESULTS_SHEET,
    columns: CARD,
    charts: [],
    plan,
    rateDecimals: settings.decimals,
    printArea: draft.area(),
    breaks: draft.pageBreaks(page).breaks,
  });
  return { sheet, problems: [] };
}
