import type { ExcelHost } from "../excel/host";
import { readPlanProfile } from "../ledger/read-plan";
import { tokyoDate } from "../ledger/wareki";
import type { WorkingMessages } from "../messages";
import { writeDocx } from "../publish/docx/write-docx";
import { USUAL_BOOKLET } from "../report/booklet/parts";
import { planDocument, type PlannedDocument } from "../report/document/plan-document";
import { LEDGER_PARTS, REPORT_PARTS, type ReportPart } from "../report/parts";
import { unusedColumns } from "../report/unused-columns";
import type { DocumentOutcome, LedgerChoice, Problem, ReportOptions, RunControl } from "./actions";
import { comparedYears } from "./earlier-years";
import { loadLedger, type LoadedWorkbook } from "./load-ledger";
import { readingRemarks, remarksOf } from "./make-report";

/**
 * Makes the report as a Word document, from the ledger as it is now. Nothing is written into the workbook.
 *
 * @throws HostError
 */
export async function makeDocument(
  host: ExcelHost,
  choice: LedgerChoice,
  options: ReportOptions,
  control: RunControl,
  messages: WorkingMessages,
): Promise<DocumentOutcome | Problem> {
  const chapters = options.chapters ?? USUAL_BOOKLET;
  const planned = await planFromWorkbook(host, choice, { ...options, chapters }, control, messages);
  if ("problem" in planned) return planned;
  return {
    fileName: `${messages.actions.documentFile}.docx`,
    bytes: await writeDocx(planned.document, dayOf(control)),
    ...outcomeOf(planned),
  };
}

/** A document planned from a workbook, with what has to be said of it. */
export interface PlannedFromWorkbook extends PlannedDocument {
  readonly loaded: LoadedWorkbook;
  readonly ledger: Extract<LoadedWorkbook["result"], { readonly fingerprint: string }>["ledger"];
  readonly isSettled: boolean;
  readonly remarks: readonly string[];
}

/** Reads the workbook and plans the document. @throws HostError */
export async function planFromWorkbook(
  host: ExcelHost,
  choice: LedgerChoice,
  options: ReportOptions,
  control: RunControl,
  messages: WorkingMessages,
): Promise<PlannedFromWorkbook | Problem> {
  control.onProgress?.("read");
  const loaded = await loadLedger(host, choice, {
    proposeVocabulary: true,
    ...(options.settings === undefined ? {} : { settings: options.settings }),
  });
  if ("problem" in loaded.result) return loaded.result;
  const { ledger } = loaded.result;
  const isCompared = (options.parts ?? REPORT_PARTS).includes("comparison");
  const against = isCompared ? options : {};
  const years = await comparedYears(host, { loaded, ledger, source: loaded.source }, against, messages);
  if (years !== null && "problem" in years) return years;
  control.onProgress?.("plan");
  const { plan, notices } = readPlanProfile(loaded.planSource);
  const { parts, chapters } = options;
  const planned = planDocument({
    ledger,
    settings: loaded.settings,
    fields: loaded.fields,
    plan,
    ...(parts === undefined ? {} : { parts }),
    ...(chapters === undefined ? {} : { chapters }),
    ...(years === null ? {} : { comparison: years.comparison }),
    today: control.today,
    isProvisional: loaded.isProvisional,
  });
  // Indicators, money and the like have no place in the document yet, so their columns are among those not used.
  const printed = (parts ?? REPORT_PARTS).filter((part) => !(LEDGER_PARTS as readonly ReportPart[]).includes(part));
  const figures = { ...planned, notices: [], problems: [], unused: unusedColumns(ledger, new Set(printed), []) };
  return {
    ...planned,
    loaded,
    ledger,
    isSettled: !loaded.isProvisional && planned.tally.total.denominator > 0,
    remarks: [
      ...(years?.remarks ?? []),
      ...readingRemarks(ledger, loaded, figures, messages),
      ...remarksOf({ ...loaded.notices, plan: notices }, figures, [], messages),
    ],
  };
}

/** What an outcome says of the figures. */
export function outcomeOf({ tally, narrative, isSettled, remarks }: PlannedFromWorkbook) {
  return { tally, narrative, isSettled, remarks };
}

/** The day of a run in Japan, YYYY-MM-DD. */
export function dayOf({ today }: RunControl): string {
  const { year, month, day } = tokyoDate(today);
  return [String(year), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}
