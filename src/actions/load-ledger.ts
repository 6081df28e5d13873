import { HostError } from "../excel/errors";
import type { ExcelHost } from "../excel/host";
import { readWorkbook, type OpenWorkbook, type ReadOptions } from "../excel/read-workbook";
import { findLedger } from "../ledger/find-ledger";
import { fingerprintLedger } from "../ledger/fingerprint";
import type { Ledger, LedgerProblem } from "../ledger/ledger";
import { readFieldProfiles } from "../ledger/read-fields";
import { readLedger, type LedgerContext } from "../ledger/read-ledger";
import { readPlanProfile } from "../ledger/read-plan";
import { readSettings } from "../ledger/read-settings";
import type { FieldProfile, PlanProfile, Settings } from "../ledger/settings";
import { FIELDS_SHEET, PLAN_SHEET, SETTINGS_SHEET } from "../ledger/sheet-names";
import type { SheetSource } from "../ledger/source";
import type { Messages } from "../messages";
import type { LedgerChoice } from "./actions";

/** A workbook as read for one action, with everything its sheets say. */
export interface LoadedWorkbook {
  readonly workbook: OpenWorkbook;
  readonly settings: Settings;
  readonly fields: readonly FieldProfile[];
  readonly plan: PlanProfile;
  readonly planSource: SheetSource | undefined;
  /** What of 設定, 分野 and 計画 was not taken as it stands, in words. */
  readonly remarks: readonly string[];
  /** The sheet taken as the ledger; undefined where none could be chosen. */
  readonly source: SheetSource | undefined;
  readonly result: { readonly ledger: Ledger; readonly fingerprint: string } | { readonly problem: LedgerProblem };
}

/** How an action wants the workbook read. */
export interface LoadOptions {
  /** Also what only a check needs to know. */
  readonly structure?: boolean;
  /** Read error values as text instead of stopping at the first. */
  readonly errorValues?: LedgerContext["errorValues"];
  /** Overrides of the 設定 sheet for this action. */
  readonly settings?: Partial<Settings>;
}

/**
 * Reads the workbook and finds its ledger: the chosen sheet, else the active one where that is the only ledger, else the
 * only other sheet with a ledger's header.
 *
 * @throws HostError
 */
export async function loadLedger(
  host: ExcelHost,
  choice: LedgerChoice,
  messages: Messages,
  options: LoadOptions = {},
): Promise<LoadedWorkbook> {
  const read: ReadOptions = options.structure === true ? { structure: true } : {};
  let workbook: OpenWorkbook;
  try {
    workbook = await readWorkbook(
      host,
      choice.sheet === undefined ? { ...read, candidates: true } : { ...read, sheet: choice.sheet },
    );
  } catch (error) {
    if (!(error instanceof HostError) || error.problem.kind !== "not-found" || choice.sheet === undefined) throw error;
    // Asked for a sheet that is not there: the answer names the sheets that are.
    workbook = await readWorkbook(host);
  }
  let search = findLedger(workbook, choice.sheet, choice.columns);
  if (search.source !== undefined && choice.sheet === undefined && search.source.name !== workbook.activeSheet) {
    // Only the first rows of a candidate were read so far.
    workbook = await readWorkbook(host, { ...read, sheet: search.source.name });
    search = findLedger(workbook, search.source.name, choice.columns);
  }
  const fromSheet = readSettings(workbook.read.get(SETTINGS_SHEET));
  const settings: Settings = { ...fromSheet.settings, ...options.settings };
  const fields = readFieldProfiles(workbook.read.get(FIELDS_SHEET));
  const planSource = workbook.read.get(PLAN_SHEET);
  const plan = readPlanProfile(planSource);
  return {
    workbook,
    settings,
    fields: fields.fields,
    plan: plan.plan,
    planSource,
    remarks: [
      ...fromSheet.notices.map((notice) => messages.ledger.settingsNotice(notice)),
      ...fields.notices.map((notice) => messages.ledger.fieldsNotice(notice)),
      ...plan.notices.map((notice) => messages.ledger.planNotice(notice)),
    ],
    source: search.source,
    result:
      search.source === undefined
        ? { problem: search.problem }
        : fingerprinted(search.source, {
            statuses: settings.statuses,
            fieldOrder: fields.fields,
            ...(choice.columns === undefined ? {} : { columns: choice.columns }),
            ...(options.errorValues === undefined ? {} : { errorValues: options.errorValues }),
          }),
  };
}

function fingerprinted(source: SheetSource, context: LedgerContext): LoadedWorkbook["result"] {
  const { ledger, problem } = readLedger(source, context);
  return problem === undefined ? { ledger, fingerprint: fingerprintLedger(source, ledger) } : { problem };
}
