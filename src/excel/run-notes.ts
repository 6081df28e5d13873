import { MAX_SHEET_NAME } from "../cells/cell";

/*
 * While a run is at work the workbook's settings say so: which sheets it has added under temporary names and which sheets
 * of an earlier run it has put aside. Whatever stops the run (an error, a crash, the pane closed), this is enough to bring
 * the workbook back to what it was, or forward to what it was to become once 作成記録 names the run.
 *
 * Whoever opens the workbook can have written such a note, or copied it from another workbook. So a note that is read is
 * believed only as far as the workbook bears it out: names that nobody but a run gives, sheets that still are hidden as the
 * run left them, contents that still are what the run wrote.
 */

/** Begins the key of the workbook setting that holds the account of a run at work; the run's name follows. */
export const UNFINISHED_KEY = "MeasureLedger.unfinishedRun";
/** Begins the name of a sheet on its way out. */
const ASIDE_PREFIX = "旧_";
const TEMPORARY_PREFIX = "作成中_";

/** A sheet that a run has added. */
export interface BuiltSheet {
  /** Excel's id. */
  readonly id: string;
  /** Name that it has in the end. */
  readonly name: string;
  /** Fingerprint of what the run wrote on it, with every sheet under its name of the end. */
  readonly content: string;
}

/** A sheet of an earlier run on its way out: hidden, so that nobody edits it any more. */
export interface AsideSheet {
  /** Excel's id. */
  readonly id: string;
  /** The name it had. */
  readonly name: string;
  /** Whether it was visible. */
  readonly visible: boolean;
  /** Whether it was in front. */
  readonly active: boolean;
}

/** The account of a run at work; stored as JSON. */
export interface UnfinishedRun {
  readonly run: string;
  /** Number of sheets added; see `temporaryNames`. */
  readonly count: number;
  /** The same sheets once they are there: from then on they may have their final names. */
  readonly built: readonly BuiltSheet[];
  /** Sheets of an earlier run that leave, in the order of `asideName`. */
  readonly aside: readonly AsideSheet[];
  /** Name that 作成記録 has in the end. */
  readonly recordSheet: string;
  /** Excel's id of the sheet that was in front; absent where none of the worksheets was. */
  readonly front?: string;
}

/** The accounts of runs found in a workbook. */
interface FoundNotes {
  readonly runs: readonly { readonly key: string; readonly run: UnfinishedRun }[];
  /** Keys of settings that are no account at all. */
  readonly unreadable: readonly string[];
}

/** A name no other run has, short enough for a sheet's name and readable on 作成記録. */
export function newRunName(now: Date): string {
  const random = Math.floor(Math.random() * 36 ** 4).toString(36);
  return `${now.getTime().toString(36)}${random.padStart(4, "0")}`;
}

/** Key of a run's account. */
export function accountKey({ run }: Pick<UnfinishedRun, "run">): string {
  return `${UNFINISHED_KEY}.${run}`;
}

/** Temporary names of the sheets that a run adds; they contain the run's name and nobody else uses them. */
export function temporaryNames({ run, count }: Pick<UnfinishedRun, "run" | "count">): string[] {
  return Array.from({ length: count }, (_, index) => `${TEMPORARY_PREFIX}${run}_${index + 1}`);
}

/** Name of the run's sheet `index` on its way out; it contains the run's name and nobody else uses it. */
export function asideName({ run }: Pick<UnfinishedRun, "run">, index: number): string {
  return `${ASIDE_PREFIX}${run}_${index + 1}`;
}

const RUN_NAME = /^[0-9a-z]{1,20}$/;
const MOST_SHEETS = 10_000;

/** A setting of the workbook as it is stored. */
export interface StoredNote {
  readonly key: string;
  readonly value: unknown;
}

/** Reads the workbook's settings of ours. */
export function findNotes(settings: readonly StoredNote[]): FoundNotes {
  const runs: { key: string; run: UnfinishedRun }[] = [];
  const unreadable: string[] = [];
  for (const { key, value } of settings) {
    if (!key.startsWith(UNFINISHED_KEY)) continue;
    const run = parseAccount(value);
    if (run === null) unreadable.push(key);
    else runs.push({ key, run });
  }
  return { runs, unreadable };
}

function parseAccount(value: unknown): UnfinishedRun | null {
  let account: unknown;
  try {
    account = JSON.parse(String(value));
  } catch {
    return null;
  }
  if (!isRecord(account)) return null;
  const { run, count, built, aside, recordSheet, front } = account;
  const isAccount =
    typeof run === "string" &&
    RUN_NAME.test(run) &&
    Number.isInteger(count) &&
    (count as number) >= 0 &&
    (count as number) <= MOST_SHEETS &&
    isList(built, ({ id, name, content }) => isText(id) && isSheetName(name) && isText(content)) &&
    isList(
      aside,
      ({ id, name, visible, active }) =>
        isText(id) && isSheetName(name) && typeof visible === "boolean" && typeof active === "boolean",
    ) &&
    isSheetName(recordSheet) &&
    (front === undefined || isText(front));
  return isAccount ? (account as unknown as UnfinishedRun) : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: unknown, isItem: (item: Record<string, unknown>) => boolean): boolean {
  return Array.isArray(value) && value.every((item: unknown) => isRecord(item) && isItem(item));
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isSheetName(value: unknown): boolean {
  return typeof value === "string" && value !== "" && value.length <= MAX_SHEET_NAME;
}
