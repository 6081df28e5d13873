import type { Comparison } from "../compare/comparison";
import type { ColumnReading, Ledger } from "../ledger/ledger";
import { matchKey } from "../ledger/match-key";
import type { FieldProfile, PlanProfile, Settings } from "../ledger/settings";
import { COMPARISON_SHEETS, DETAIL_SHEETS, NARRATIVE_SHEET, RECORD_SHEET, SUMMARY_SHEET } from "../ledger/sheet-names";
import type { SheetSource } from "../ledger/source";
import type { Narrative } from "../narrative/narrative";
import { writeNarrative } from "../narrative/write-narrative";
import { formulaMismatches, predictCountifs, type FormulaNotice } from "../tally/countifs";
import type { Tally } from "../tally/tally";
import { tallyLedger } from "../tally/tally-ledger";
import { asOfText, isInterim } from "./as-of";
import type { BookletPart } from "./booklet/parts";
import { bookletSheetNames, planBooklet } from "./booklet/plan-booklet";
import { comparisonSheets } from "./comparison/plan-comparison";
import { shownChange } from "./comparison/shown-change";
import { CountFormulas } from "./count-formulas";
import { departmentPart } from "./department-sheet";
import { directionPart } from "./direction-sheet";
import { fieldSheet } from "./field-sheet";
import { indicatorPart } from "./indicator-sheets";
import { moneyPart } from "./money-sheet";
import { narrativeSheet } from "./narrative-sheet";
import { NO_PART, type PartPlan } from "./part-plan";
import { LEDGER_PARTS, REPORT_PARTS, type LedgerPart, type ReportPart } from "./parts";
import type { SheetPlan } from "./plan";
import type { ReportContext } from "./report-context";
import type { PlannedSheet, ReportProblem } from "./report-problem";
import { resultPart } from "./result-sheet";
import { reviewPart } from "./review-sheet";
import { fieldSheetNames } from "./sheet-names";
import { unusedColumns } from "./unused-columns";
import { PROVISIONAL_HEADER } from "./words";
import { summarySheet } from "./summary-sheet";

/** What a report is made from. */
export interface ReportInput {
  readonly ledger: Ledger;
  /** The sheet that the ledger was read from; formulas are checked against its cells. */
  readonly source: SheetSource;
  readonly settings: Settings;
  readonly fields: readonly FieldProfile[];
  readonly plan: PlanProfile;
  /** The tally of this ledger with these settings, where there is one already. */
  readonly tally?: Tally;
  /** The parts to make; where absent 集計, the field sheets, 評価, and of the others those that the ledger has columns for. */
  readonly parts?: readonly ReportPart[];
  /** The parts of the booklet to make; all but the annex where absent. */
  readonly chapters?: readonly BookletPart[];
  /** The ledger beside those of earlier years; without it there is no part 前年度比較. */
  readonly comparison?: Comparison;
  /** The day the report is made. */
  readonly today: Date;
  /** True where the vocabulary is only a proposal: every page says so. */
  readonly isProvisional?: boolean;
}

/** A whole report as data: plain JSON, to be written by the adapter. */
export interface ReportPlan {
  /** In reading order. */
  readonly sheets: readonly SheetPlan[];
  readonly tally: Tally;
  readonly narrative: Narrative;
  /** Cells of the ledger that keep counts from being live formulas. */
  readonly notices: readonly FormulaNotice[];
  readonly problems: readonly ReportProblem[];
  /** Parts to be made for which the ledger's cells hold nothing; they have no sheet. */
  readonly absent: readonly LedgerPart[];
  /** Columns of the ledger that no part prints. */
  readonly unused: readonly ColumnReading[];
}

const USUAL_PARTS = REPORT_PARTS.filter((part) => part !== "booklet");

/** The parts made from the ledger's further columns. */
const LEDGER_PART_PLANS: Readonly<Record<LedgerPart, (context: ReportContext) => PartPlan>> = {
  indicators: indicatorPart,
  departments: departmentPart,
  directions: directionPart,
  money: moneyPart,
  reviews: reviewPart,
  results: resultPart,
};

/** Plans the report: 集計, one sheet per field that has measures, 評価, or the booklet and behind it the former, which are its annex where that is chosen. */
export function planReport(input: ReportInput): ReportPlan {
  const plan = planSheets(input);
  return input.isProvisional === true ? { ...plan, sheets: plan.sheets.map(provisional) } : plan;
}

function planSheets(input: ReportInput): ReportPlan {
  const { ledger, source, settings, plan } = input;
  const parts = new Set(input.parts ?? USUAL_PARTS);
  const tally = input.tally ?? tallyLedger(ledger, settings, input.fields, isInterim(plan, ledger));
  const narrative = writeNarrative(tally, settings, plan, shownChange(input.comparison, parts));
  const formulas = new CountFormulas(ledger, predictCountifs(source, ledger), tally, settings, source);
  const context: ReportContext = {
    ledger,
    source,
    tally,
    settings,
    plan,
    formulas,
    asOf: asOfText(plan, ledger, input.today),
  };
  const notices =
    settings.counts === "formula" ? formulaMismatches(tally, ledger, source, formulaScope(input, tally)) : [];

  const taken = [
    SUMMARY_SHEET,
    ...COMPARISON_SHEETS,
    ...DETAIL_SHEETS,
    NARRATIVE_SHEET,
    RECORD_SHEET,
    ledger.sheet,
    ...bookletSheetNames(),
  ];
  const names = fieldSheetNames(tally, taken);
  const sheetOf = names.map((name, index) =>
    parts.has("fields") && tally.fields[index]!.measures.length > 0 ? name : null,
  );
  const partPlans = new Map(
    LEDGER_PARTS.flatMap((part) => (parts.has(part) ? [[part, LEDGER_PART_PLANS[part](context)] as const] : [])),
  );
  const sheetsOf: Readonly<Record<Exclude<ReportPart, "booklet" | LedgerPart>, () => readonly PlannedSheet[]>> = {
    summary: () => [summarySheet(context, sheetOf, notices)],
    fields: () => sheetOf.flatMap((name, index) => (name === null ? [] : [fieldSheet(context, index, name)])),
    comparison: () => (input.comparison === undefined ? [] : comparisonSheets(context, input.comparison)),
    narrative: () => (parts.has("booklet") ? [] : [{ sheet: narrativeSheet(context, narrative), problems: [] }]),
  };
  const made = REPORT_PARTS.flatMap((part) => {
    if (part === "booklet" || !parts.has(part)) return [];
    return isLedgerPart(part) ? (partPlans.get(part) ?? NO_PART).sheets : sheetsOf[part]();
  });
  const sheets = made.map(({ sheet }) => besideLedger(sheet, ledger));
  const problems = made.flatMap((one) => one.problems);
  const planned = {
    tally,
    narrative,
    notices,
    absent: [...partPlans].flatMap(([part, plan]) => (plan.sheets.length === 0 ? [part] : [])),
    unused: unusedColumns(
      ledger,
      parts,
      [...partPlans.values()].flatMap(({ columns }) => columns),
    ),
  };
  if (!parts.has("booklet")) return { ...planned, sheets, problems };
  const { fields } = input;
  const { asOf } = context;
  const booklet = planBooklet(
    { tally, settings, fields, plan, asOf, narrative, formulas, annex: sheets },
    input.chapters,
  );
  return { ...planned, sheets: booklet.sheets, problems: [...problems, ...booklet.problems] };
}

/**
 * The sheet under another name where the ledger itself is called like it (指標一覧): a formula over the ledger would else seem
 * to mean the new sheet.
 */
function besideLedger(sheet: SheetPlan, ledger: Ledger): SheetPlan {
  return matchKey(sheet.name) === matchKey(ledger.sheet) ? { ...sheet, name: `${sheet.name} (2)` } : sheet;
}

function isLedgerPart(part: ReportPart): part is LedgerPart {
  return (LEDGER_PARTS as readonly ReportPart[]).includes(part);
}

function formulaScope(
  { settings, parts = USUAL_PARTS }: Pick<ReportInput, "settings" | "parts">,
  tally: Tally,
): { groups: boolean; withoutRelisted: boolean } {
  return {
    groups: parts.includes("fields"),
    withoutRelisted: settings.relisted !== "include" && tally.relisted.count > 0,
  };
}

/** The sheet with a header on every page that says what its figures stand on. */
function provisional(sheet: SheetPlan): SheetPlan {
  return { ...sheet, page: { ...sheet.page, header: `&9${PROVISIONAL_HEADER}` } };
}
