import type { Ledger } from "../ledger/ledger";
import type { FieldProfile, PlanProfile, Settings } from "../ledger/settings";
import { NARRATIVE_SHEET, RECORD_SHEET, SUMMARY_SHEET } from "../ledger/sheet-names";
import type { SheetSource } from "../ledger/source";
import type { Narrative } from "../narrative/narrative";
import { writeNarrative } from "../narrative/write-narrative";
import { formulaMismatches, predictCountifs } from "../tally/countifs";
import type { Tally } from "../tally/tally";
import { tallyLedger } from "../tally/tally-ledger";
import { asOfText, isInterim } from "./as-of";
import type { BookletPart } from "./booklet/parts";
import { bookletSheetNames, planBooklet } from "./booklet/plan-booklet";
import { CountFormulas } from "./count-formulas";
import { fieldSheet } from "./field-sheet";
import { narrativeSheet } from "./narrative-sheet";
import type { FormulaNotice, SheetPlan } from "./plan";
import { REPORT_PARTS, type ReportPart } from "./parts";
import type { ReportContext } from "./report-context";
import type { PlannedSheet, ReportProblem } from "./report-problem";
import { fieldSheetNames } from "./sheet-names";
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
  /** The parts to make; 集計, the field sheets and 評価 where absent. */
  readonly parts?: readonly ReportPart[];
  /** The booklet's own sheets to make; all of them where absent. */
  readonly chapters?: readonly BookletPart[];
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
}

const USUAL_PARTS: readonly ReportPart[] = ["summary", "fields", "narrative"];

/** Plans the report: 集計, one sheet per field that has measures, 評価, or the booklet with the former as its annex. */
export function planReport(input: ReportInput): ReportPlan {
  const plan = planSheets(input);
  return input.isProvisional === true ? { ...plan, sheets: plan.sheets.map(provisional) } : plan;
}

function planSheets(input: ReportInput): ReportPlan {
  const { ledger, source, settings, plan } = input;
  const parts = new Set(input.parts ?? USUAL_PARTS);
  const tally = input.tally ?? tallyLedger(ledger, settings, input.fields, isInterim(plan, ledger));
  const narrative = writeNarrative(tally, settings, plan);
  const formulas = new CountFormulas(ledger, predictCountifs(source, ledger), tally, settings);
  const context: ReportContext = { ledger, tally, settings, plan, formulas, asOf: asOfText(plan, ledger, input.today) };
  const notices =
    settings.counts === "formula" ? formulaMismatches(tally, ledger, source, formulaScope(input, tally)) : [];

  const taken = [SUMMARY_SHEET, NARRATIVE_SHEET, RECORD_SHEET, ledger.sheet, ...bookletSheetNames()];
  const names = fieldSheetNames(tally, taken);
  const sheetOf = names.map((name, index) =>
    parts.has("fields") && tally.fields[index]!.measures.length > 0 ? name : null,
  );
  const sheetsOf: Readonly<Record<Exclude<ReportPart, "booklet">, () => readonly PlannedSheet[]>> = {
    summary: () => [summarySheet(context, sheetOf, notices)],
    fields: () => sheetOf.flatMap((name, index) => (name === null ? [] : [fieldSheet(context, index, name)])),
    narrative: () => (parts.has("booklet") ? [] : [{ sheet: narrativeSheet(context, narrative), problems: [] }]),
  };
  const made = REPORT_PARTS.flatMap((part) => (part === "booklet" || !parts.has(part) ? [] : sheetsOf[part]()));
  const sheets = made.map(({ sheet }) => sheet);
  const problems = made.flatMap((one) => one.problems);
  const planned = { tally, narrative, notices };
  if (!parts.has("booklet")) return { ...planned, sheets, problems };
  const { fields } = input;
  const { asOf } = context;
  const booklet = planBooklet(
    { tally, settings, fields, plan, asOf, narrative, formulas, annex: sheets },
    input.chapters,
  );
  return { ...planned, sheets: booklet.sheets, problems: [...problems, ...booklet.problems] };
}

function formulaScope(
  { settings, parts = USUAL_PARTS }: ReportInput,
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
