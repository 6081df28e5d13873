import { toHostError } from "../excel/errors";
import type { ExcelHost } from "../excel/host";
import { readCandidates, readWorkbook, type OpenWorkbook, type ReadOptions } from "../excel/read-workbook";
import { findLedger, type LedgerSearch } from "../ledger/find-ledger";
import { Fingerprint } from "../ledger/fingerprint";
import type { Ledger } from "../ledger/ledger";
import { readFieldProfiles, type FieldsNotice } from "../ledger/read-fields";
import { readLedger, type LedgerContext } from "../ledger/read-ledger";
import { readSettings, type SettingsNotice } from "../ledger/read-settings";
import type { FieldProfile, Settings } from "../ledger/settings";
import { FIELDS_SHEET, LEDGER_SHEET, PLAN_SHEET, SETTINGS_SHEET } from "../ledger/sheet-names";
import type { SheetSource } from "../ledger/source";
import { proposeVocabulary } from "../validation/propose-vocabulary";
import type { LedgerChoice, Problem, Survey } from "./actions";

/** A workbook as read for one action, with everything its sheets say. */
export interface LoadedWorkbook {
  readonly workbook: OpenWorkbook;
  readonly settings: Settings;
  readonly fields: readonly FieldProfile[];
  /** The 計画 sheet, to be read by who needs its prose. */
  readonly planSource: SheetSource | undefined;
  /** True where `settings` holds a vocabulary taken from the ledger's own statuses, because nobody has set one. */
  readonly isProvisional: boolean;
  /** What of 設定 and 分野 was not taken as it stands. */
  readonly notices: {
    readonly settings: readonly SettingsNotice[];
    readonly fields: readonly FieldsNotice[];
  };
  /** The sheet taken as the ledger; undefined where none could be chosen. */
  readonly source: SheetSource | undefined;
  readonly result: { readonly ledger: Ledger; readonly fingerprint: string } | Problem;
  /** Whether the ledger's sheet, read once more, has the same ledger in the same rows, whatever stands around it. */
  readonly isSameLedger: (now: SheetSource) => boolean;
}

/** How an action wants the workbook read. */
interface LoadOptions {
  /** Also what only a check needs to know. */
  readonly structure?: boolean;
  /** Read error values as text instead of stopping at the first. */
  readonly errorValues?: LedgerContext["errorValues"];
  /** Overrides of the 設定 sheet for this action. */
  readonly settings?: Partial<Settings>;
  /** Count with a vocabulary taken from the ledger where nobody has set one and its statuses follow another than the usual. */
  readonly proposeVocabulary?: boolean;
}

/**
 * Reads the workbook and finds its ledger: the chosen sheet, else the only sheet with a ledger's header. One round trip for
 * a chosen sheet or where 台帳 is the only candidate.
 *
 * @throws HostError
 */
export async function loadLedger(
  host: ExcelHost,
  choice: LedgerChoice,
  options: LoadOptions = {},
): Promise<LoadedWorkbook> {
  const { workbook, search } = await openLedger(host, choice, options.structure === true ? { structure: true } : {});
  const fromSheet = readSettings(workbook.read.get(SETTINGS_SHEET));
  const given: Settings = { ...fromSheet.settings, ...options.settings };
  const fields = readFieldProfiles(workbook.read.get(FIELDS_SHEET));
  const planSource = workbook.read.get(PLAN_SHEET);
  const year = yearOf(choice, given);
  const contextOf = (statuses: Settings["statuses"]): LedgerContext => ({
    statuses,
    fieldOrder: fields.fields,
    mapping: [...(choice.mapping ?? []), ...(given.columns ?? [])],
    ...(year === null ? {} : { year }),
    ...(choice.columns === undefined ? {} : { columns: choice.columns }),
    ...(options.errorValues === undefined ? {} : { errorValues: options.errorValues }),
  });
  const read = (statuses: Settings["statuses"]): LoadedWorkbook["result"] =>
    search.source === undefined ? { problem: search.problem } : fingerprinted(search.source, contextOf(statuses));
  const first = read(given.statuses);
  const proposal = options.proposeVocabulary && "ledger" in first ? proposeVocabulary(first.ledger, given) : null;
  const settings = proposal === null ? given : { ...given, statuses: proposal };
  const result = proposal === null ? first : read(proposal);
  return {
    workbook,
    settings,
    fields: fields.fields,
    planSource,
    isProvisional: proposal !== null,
    notices: { settings: fromSheet.notices, fields: fields.notices },
    source: search.source,
    result,
    isSameLedger: (now) => isSame(result, fingerprinted(now, contextOf(settings.statuses))),
  };
}

/** Which of 設定, 分野 and 計画 the workbook has. */
export function sheetsBeside({ read }: Pick<OpenWorkbook, "read">): Survey["has"] {
  return { settings: read.has(SETTINGS_SHEET), fields: read.has(FIELDS_SHEET), plan: read.has(PLAN_SHEET) };
}

function yearOf({ year }: LedgerChoice, settings: Settings): NonNullable<LedgerContext["year"]> | null {
  if (year !== undefined) return { year, by: "choice" };
  return settings.year === undefined ? null : { year: settings.year, by: "settings" };
}

function isSame(former: LoadedWorkbook["result"], now: LoadedWorkbook["result"]): boolean {
  return (
    "ledger" in former &&
    "ledger" in now &&
    former.fingerprint === now.fingerprint &&
    former.ledger.headerRow === now.ledger.headerRow &&
    former.ledger.firstRow === now.ledger.firstRow &&
    former.ledger.lastRow === now.ledger.lastRow
  );
}

function fingerprinted(source: SheetSource, context: LedgerContext): LoadedWorkbook["result"] {
  const fingerprint = new Fingerprint();
  const { ledger, problem } = readLedger(source, context, fingerprint);
  return problem === undefined ? { ledger, fingerprint: fingerprint.digest() } : { problem };
}

/** Reads the workbook with 台帳, which most ledgers are called while the report is in front after a run, else with the sheet in front. */
async function readLikeliest(host: ExcelHost, read: ReadOptions): Promise<OpenWorkbook> {
  return (await orNull(readWorkbook(host, { ...read, sheet: LEDGER_SHEET }))) ?? readWorkbook(host, read);
}

/** Reads the workbook with a sheet, or without it where it is not there; then its structure costs a second round trip. */
async function readIfPresent(host: ExcelHost, sheet: string, read: ReadOptions): Promise<OpenWorkbook> {
  const whole = read.structure === true ? await orNull(readWorkbook(host, { ...read, sheet })) : null;
  return whole ?? readWorkbook(host, { sheet, ifPresent: true });
}

/** What was read, or null where its sheet is not there. */
async function orNull(reading: Promise<OpenWorkbook>): Promise<OpenWorkbook | null> {
  try {
    return await reading;
  } catch (error) {
    if (toHostError(error).problem.kind !== "not-found") throw error;
    return null;
  }
}

interface OpenLedger {
  readonly workbook: OpenWorkbook;
  readonly search: LedgerSearch;
}

async function openLedger(host: ExcelHost, choice: LedgerChoice, read: ReadOptions): Promise<OpenLedger> {
  const { sheet, columns } = choice;
  if (sheet !== undefined) {
    const workbook = await readIfPresent(host, sheet, read);
    return { workbook, search: findLedger(workbook, sheet, columns) };
  }
  const first = await readLikeliest(host, read);
  const whole = first.read.has(LEDGER_SHEET) ? LEDGER_SHEET : first.activeSheet;
  let workbook = await readCandidates(host, first);
  const search = findLedger(workbook, undefined, columns);
  if (search.source === undefined || search.source.name === whole) return { workbook, search };
  // Only the first rows of a candidate were read so far.
  workbook = await readWorkbook(host, { ...read, sheet: search.source.name });
  return { workbook, search: findLedger(workbook, search.source.name, columns) };
}
