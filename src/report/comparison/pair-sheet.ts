import type { Comparison } from "../../compare/comparison";
import type { Match, Pair, Proposal } from "../../compare/matching";
import { CLASS_HEADERS, PAIR_COLUMNS, PAIR_HEADERS, VERDICTS, type PairColumn } from "../../compare/pair-table";
import { matchKey } from "../../ledger/match-key";
import { PAIRS_SHEET } from "../../ledger/sheet-names";
import { addDetailHeader, addDetailRow, dressRows, type Clipped, type DetailColumn } from "../detail-table";
import { oneLine } from "../entry-list";
import { listSheet } from "../list-sheet";
import { numberCell } from "../measure-list";
import { addNotes } from "../notes";
import { SAFE_WIDTH } from "../page-setup";
import type { ListValidationPlan, PlanCell, Role } from "../plan";
import type { ReportContext } from "../report-context";
import type { PlannedSheet } from "../report-problem";
import { addHeading, addTitle, rowsHeight } from "../report-sheet";
import { SheetDraft } from "../sheet-draft";
import { fieldOf } from "./regression-sheet";
import { basisWord, changedWords, proposalWord, YEAR_WORDS, yearTexts } from "./words";

const COLUMNS: Readonly<Record<PairColumn, { readonly width: number; readonly role: Role }>> = {
  verdict: { width: 34, role: "tableStatus" },
  manner: { width: 72, role: "tableText" },
  lastNumber: { width: 36, role: "tableStatus" },
  lastField: { width: 66, role: "tableText" },
  lastName: { width: 112, role: "tableText" },
  lastStatus: { width: 40, role: "tableStatus" },
  lastRow: { width: 36, role: "tableStatus" },
  nowNumber: { width: 36, role: "tableStatus" },
  nowField: { width: 66, role: "tableText" },
  nowName: { width: 112, role: "tableText" },
  nowStatus: { width: 40, role: "tableStatus" },
  nowRow: { width: 36, role: "tableStatus" },
};
/** A list of Excel's validation holds 255 characters. */
const MAX_LIST = 255;

/** A row of the table. */
interface PairRow extends Pair {
  readonly verdict: string;
  readonly manner: string;
  /** Whether a person has to decide it. */
  readonly isOpen: boolean;
}

/**
 * 対応表: every pair of measures, how it was found, and what a person says of it. What is to be decided stands first; the next
 * run reads it again.
 */
export function pairSheet(context: ReportContext, comparison: Comparison): PlannedSheet {
  const { tally, settings } = context;
  const { last, now } = comparison;
  const texts = yearTexts(comparison, tally, settings);
  const layout = PAIR_COLUMNS.map((key): DetailColumn => ({
    title: inTwoLines(PAIR_HEADERS[key][0]!),
    ...COLUMNS[key],
  }));
  const points = layout.map(({ width }) => width);
  const width = points.reduce((sum, one) => sum + one, 0);
  const rows = pairRows(comparison);
  const open = rows.filter(({ isOpen }) => isOpen).length;
  const draft = new SheetDraft(layout.length);
  const validations: ListValidationPlan[] = [];
  addTitle(draft, texts.pairs(rows.length, open), width);
  if (comparison.links.some(({ by, count }) => by !== "vocabulary" && count > 0)) {
    addClasses(draft, context, comparison, points, validations);
    addHeading(draft, YEAR_WORDS.pairs, width);
  }
  addNotes(draft, [texts.howTo], width);
  const header = addDetailHeader(draft, layout);
  const first = draft.next;
  const clipped: Clipped[] = [];
  const attention: number[] = [];
  for (const row of rows) {
    if (row.isOpen) attention.push(draft.next);
    const [former, present] = [last.ledger.measures[row.last]!, now.ledger.measures[row.now]!];
    const cells: Readonly<Record<PairColumn, PlanCell>> = {
      verdict: row.verdict,
      manner: row.manner,
      lastNumber: numberCell(former.number),
      lastField: fieldOf(former),
      lastName: oneLine(former.name),
      lastStatus: former.status.trim(),
      lastRow: former.row + 1,
      nowNumber: numberCell(present.number),
      nowField: fieldOf(present),
      nowName: oneLine(present.name),
      nowStatus: present.status.trim(),
      nowRow: present.row + 1,
    };
    clipped.push(
      ...addDetailRow(
        draft,
        layout,
        PAIR_COLUMNS.map((key) => cells[key]),
      ),
    );
  }
  dressRows(draft, layout, first);
  for (const at of attention) draft.role("missing", at, 0, 1);
  if (rows.length > 0) {
    validations.push({
      area: { row: first, column: 0, rows: rows.length, columns: 1 },
      source: `${VERDICTS.same},${VERDICTS.other}`,
      promptTitle: YEAR_WORDS.decide,
      prompt: "同じものなら「採」、違うものなら「否」",
      errorTitle: YEAR_WORDS.decide,
      error: "「採」か「否」を選んでください。",
    });
  }
  const page = rowsHeight(points, SAFE_WIDTH.portrait) - draft.height(header);
  const made = listSheet(draft, context, { name: PAIRS_SHEET, columns: points, page, header, clipped });
  return { ...made, sheet: { ...made.sheet, validations } };
}

/** 「前年度の」 above 「番号」; what reads the table again takes no notice of the break. */
function inTwoLines(header: string): string {
  return header.replace("年度の", "年度の\n");
}

/** 区分の対応: which class of this year each class of last year is. */
function addClasses(
  draft: SheetDraft,
  { tally, settings }: ReportContext,
  comparison: Comparison,
  points: readonly number[],
  validations: ListValidationPlan[],
): void {
  const texts = yearTexts(comparison, tally, settings);
  const width = points.reduce((sum, one) => sum + one, 0);
  addHeading(draft, YEAR_WORDS.classes, width);
  addNotes(draft, [texts.classHowTo], width);
  const titles = [CLASS_HEADERS.last[0], CLASS_HEADERS.count[0], CLASS_HEADERS.now[0]];
  // In the columns of number, field and name: the first two are too narrow for a class.
  const at = 2;
  const row = draft.add([...new Array<null>(at).fill(null), ...titles.map(inTwoLines)], 33);
  draft.role("tableHeader", row, at, titles.length);
  draft.bind(row);
  const first = row + 1;
  const open: number[] = [];
  for (const { name, count, index } of comparison.links) {
    const class_ = settings.statuses[index]?.name ?? "";
    if (class_ === "" && count > 0) open.push(draft.next);
    draft.add([...new Array<null>(at).fill(null), name, count, class_]);
  }
  const rows = draft.next - first;
  draft.role("tableText", first, at, 1, rows);
  draft.role("tableCount", first, at + 1, 1, rows);
  draft.role("tableStatus", first, at + 2, 1, rows);
  for (const one of open) draft.role("missing", one, at + 2, 1);
  draft.role("tableLast", draft.next - 1, at, 3);
  const source = settings.statuses.map(({ name }) => name).join(",");
  if (source.length > MAX_LIST || settings.statuses.some(({ name }) => name.includes(","))) return;
  validations.push({
    area: { row: first, column: at + 2, rows, columns: 1 },
    source,
    promptTitle: YEAR_WORDS.classes,
    prompt: texts.classHowTo,
    errorTitle: YEAR_WORDS.classes,
    error: "今年度の区分から選んでください。",
  });
}

/** To be decided, decided, found by itself; within each in the order of this year's ledger. */
function pairRows({ matching, last, now }: Comparison): readonly PairRow[] {
  const changed = (pair: Pair): string => {
    const [former, present] = [last.ledger.measures[pair.last]!, now.ledger.measures[pair.now]!];
    const differs = (key: "number" | "name" | "field"): boolean => matchKey(former[key]) !== matchKey(present[key]);
    return changedWords([
      ...(differs("number") ? (["番号"] as const) : []),
      ...(differs("name") ? (["名称"] as const) : []),
      ...(differs("field") ? (["分野"] as const) : []),
    ]);
  };
  const proposed = (proposal: Proposal): PairRow => ({
    ...proposal,
    verdict: "",
    manner: proposalWord(proposal.kind),
    isOpen: true,
  });
  const matched = (match: Match): PairRow => ({
    ...match,
    verdict: match.by === "decision" ? VERDICTS.same : "",
    manner: basisWord(match.by) + changed(match),
    isOpen: false,
  });
  return [
    ...matching.proposals.map(proposed),
    ...matching.matches.filter(({ by }) => by === "decision").map(matched),
    ...matching.rejected.map((pair): PairRow => ({
      ...pair,
      verdict: VERDICTS.other,
      manner: basisWord("decision"),
      isOpen: false,
    })),
    ...matching.matches.filter(({ by }) => by !== "decision").map(matched),
  ];
}
