import type { Finding } from "../validation/finding";
import { resultRows } from "../validation/result-rows";
import type { RuleWords } from "../validation/rule";
import { CHECK_SHEET } from "../ledger/sheet-names";
import { formatEraDate, tokyoDate } from "../ledger/wareki";
import { summarise } from "../validation/validate";
import { CHECK_WORDS } from "./check-words";
import { fitToPage, headerAndFooter, MARGINS } from "./page-setup";
import { columnPoints } from "./lengths";
import type { SheetPlan } from "./plan";
import { SheetDraft } from "./sheet-draft";
import { breakLines } from "./text-layout";
import { emsIn } from "./text-width";
import { fontSize, rowHeight } from "./theme";
import type { PlanProfile } from "../ledger/settings";

/** Rows that the sheet lists; the counts above them are always of all findings. */
const MOST_ROWS = 5_000;
/** Cells that become links: each costs a call of its own, and a sheet takes 65,530 (Excel specifications and limits). */
const MOST_LINKS = 1_000;

/** Width of each column in characters: severity, rule, cell, department, value, message, suggestion, method, basis, done. */
const WIDTHS = [8, 18, 9, 12, 18, 40, 26, 8, 36, 10];
const CELL_COLUMN = 2;

/** What a 検査結果 may have besides its findings. */
interface CheckSheetOptions {
  /** The department that a finding is for; "" where none is. */
  readonly departmentOf?: (finding: Finding) => string;
  readonly name?: string;
}

/**
 * The sheet 検査結果: one sentence, exact counts, and a row for each finding with a link to its cell, its department, and a
 * place to note what was done.
 */
export function checkSheet(
  findings: readonly Finding[],
  ledgerSheet: string,
  plan: PlanProfile,
  today: Date,
  words: RuleWords,
  { departmentOf = () => "", name = CHECK_SHEET }: CheckSheetOptions = {},
): SheetPlan {
  const { counts, submittable } = summarise(findings);
  const columns = WIDTHS.length;
  const draft = new SheetDraft(columns);
  draft.role("title", draft.add([name], rowHeight("title")), 0, columns);
  draft.role("subtitle", draft.add([CHECK_WORDS.checked(formatEraDate(tokyoDate(today)), ledgerSheet)]), 0, columns);
  const sentence = submittable ? CHECK_WORDS.submittable : CHECK_WORDS.blocked(counts.error);
  draft.role("heading", draft.add([sentence], rowHeight("heading")), 0, columns);
  const countHeader = draft.add(CHECK_WORDS.counts);
  draft.role("tableHeader", countHeader, 0, CHECK_WORDS.counts.length);
  const countRow = draft.add([counts.error, counts.warning, counts.info, findings.length]);
  draft.role("tableCount", countRow, 0, CHECK_WORDS.counts.length);
  draft.role("tableLast", countRow, 0, CHECK_WORDS.counts.length);
  draft.add([]);

  const rows = resultRows(findings, words, departmentOf).slice(0, MOST_ROWS);
  const header = draft.add(CHECK_WORDS.header, rowHeight("tableHeader"));
  draft.role("tableHeader", header, 0, columns);
  for (const [index, row] of rows.entries()) {
    const { severity, title, department, value, message, suggestion, fix, basis } = row;
    const texts = [severity, title, "", department, value, message, suggestion, fix, basis, ""];
    const isLinked = row.cell !== "" && index < MOST_LINKS;
    const place = row.cell === "" ? CHECK_WORDS.wholeSheet : row.cell;
    const at = draft.add(
      texts.map((text, column) => (column === CELL_COLUMN ? place : text)),
      rowHeight("tableText", linesOf(texts)),
    );
    if (isLinked) {
      draft.links.push({ row: at, column: CELL_COLUMN, text: place, sheet: row.sheet, cell: row.cell });
      draft.role("link", at, CELL_COLUMN, 1);
    }
  }
  if (rows.length > 0) {
    draft.role("tableText", header + 1, 0, columns, rows.length);
    draft.role("tableLast", header + rows.length, 0, columns);
  }
  const rest = findings.length - rows.length;
  if (rest > 0) draft.role("note", draft.add([CHECK_WORDS.rest(rest)]), 0, columns);

  const width = WIDTHS.reduce((sum, characters) => sum + columnPoints(characters), 0);
  const { scale } = fitToPage(width);
  return {
    name,
    kind: "report",
    blocks: draft.blocks(),
    roles: draft.roles("body"),
    columnWidths: WIDTHS,
    rowHeights: draft.rowHeights(),
    charts: [],
    links: draft.links,
    freezeRows: header + 1,
    page: {
      orientation: "Landscape",
      margins: MARGINS,
      printArea: draft.area(),
      titleRows: { first: header, last: header },
      scale,
      ...headerAndFooter(plan),
    },
  };
}

/** Lines that the fullest cell of a row needs. */
function linesOf(texts: readonly string[]): number {
  return texts.reduce((most, text, column) => {
    const ems = emsIn(columnPoints(WIDTHS[column] ?? 10), fontSize("tableText"));
    return Math.max(most, breakLines(text, ems).length);
  }, 1);
}
