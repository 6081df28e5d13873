import { HostError, hostProblem, toHostError } from "./errors";
import type { ExcelHost } from "./host";
import { parseRecord } from "./own-sheets";
import { readContents } from "./read-own-sheets";
import { contentFingerprint, withSheetNames } from "./sheet-content";
import { freeSheetName, MAX_SHEET_NAME, sheetNameKey } from "./sheet-name";
import { untracked } from "./support";

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
}

/** The accounts of runs found in a workbook. */
export interface FoundNotes {
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

/** Reads the workbook's settings of ours. */
export function findNotes(settings: readonly { readonly key: string; readonly value: unknown }[]): FoundNotes {
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
  const { run, count, built, aside, recordSheet } = account;
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
    isSheetName(recordSheet);
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

/** A worksheet as the adapter tells it apart: by Excel's id. */
export interface SheetIdentity {
  readonly id: string;
  readonly name: string;
}

/** What settling came to. */
export interface Settled {
  /** "completed" where 作成記録 already named the run, so that only clearing away was left; otherwise "undone". */
  readonly outcome: "completed" | "undone";
  readonly sheets: readonly SheetIdentity[];
}

/** Where an account was found; without it, it is the caller's own of a moment ago and needs no proof. */
export interface FoundAccount {
  readonly key: string;
}

const ATTEMPTS = 3;
const PAUSE_MILLISECONDS = 40;

/**
 * Brings a workbook that a run left half-way to a clean state, in two round trips (one more where sheets of an account that
 * was found have to be compared): sheets are recognised by Excel's ids and by temporary names, never by the names that the
 * user sees. Tries again when Excel refuses.
 *
 * @throws HostError with `unfinished` when Excel refuses every time; the account stays in the workbook for the next run
 */
export async function settle(host: ExcelHost, run: UnfinishedRun, found?: FoundAccount): Promise<Settled> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await settleOnce(host, run, found);
    } catch (error) {
      if (attempt === ATTEMPTS) throw toHostError(error, { unfinished: true });
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS * attempt));
    }
  }
}

interface PresentSheet extends SheetIdentity {
  readonly visible: boolean;
}

interface State {
  readonly sheets: readonly PresentSheet[];
  /** Whether 作成記録 names the run. */
  readonly isRecorded: boolean;
  /** Whether the account still is in the workbook. */
  readonly isNoted: boolean;
}

async function settleOnce(host: ExcelHost, run: UnfinishedRun, found: FoundAccount | undefined): Promise<Settled> {
  const key = found?.key ?? accountKey(run);
  const { sheets, isRecorded, isNoted } = await readState(host, run, key);
  const aside = run.aside.flatMap((old, index) => {
    const sheet = sheets.find(({ id, name }) => id === old.id && name === asideName(run, index));
    return sheet === undefined ? [] : [{ ...old, sheet }];
  });
  const temporary = new Set(temporaryNames(run));
  const built = new Set((found === undefined ? run.built : await provenSheets(host, run, sheets)).map(({ id }) => id));
  const surplus = new Set(
    isRecorded
      ? // Somebody who made it visible may have written on it.
        aside.filter(({ sheet }) => !sheet.visible).map(({ id }) => id)
      : sheets.filter(({ id, name }) => built.has(id) || temporary.has(name)).map(({ id }) => id),
  );
  const left = aside.filter(({ id }) => !surplus.has(id));
  const taken = new Set(
    sheets
      .filter(({ id }) => !surplus.has(id) && !left.some((old) => old.id === id))
      .map(({ name }) => sheetNameKey(name)),
  );
  const names = new Map(
    left.map(({ id, name }) => {
      const free = freeSheetName(name, taken);
      taken.add(sheetNameKey(free));
      return [id, free];
    }),
  );
  await host.run(async (context) => {
    const { worksheets, settings } = context.workbook;
    for (const id of surplus) worksheets.getItem(id).delete();
    for (const { id, visible, active } of left) {
      const sheet = worksheets.getItem(id);
      sheet.name = names.get(id)!;
      if (visible) sheet.visibility = "Visible";
      if (visible && active) sheet.activate();
    }
    if (isNoted) settings.add(key, "").delete();
    await context.sync();
  });
  return {
    outcome: isRecorded ? "completed" : "undone",
    sheets: sheets.filter(({ id }) => !surplus.has(id)).map(({ id, name }) => ({ id, name: names.get(id) ?? name })),
  };
}

async function readState(host: ExcelHost, run: UnfinishedRun, key: string): Promise<State> {
  return host.run(async (context) => {
    const { worksheets, settings } = context.workbook;
    worksheets.load("items/id,items/name,items/visibility");
    const account = settings.getItemOrNullObject(key);
    account.load("key");
    const recordCells = untracked(worksheets.getItemOrNullObject(run.recordSheet).getUsedRangeOrNullObject(true));
    recordCells.load("rowIndex,columnIndex,values");
    await context.sync();
    const record = recordCells.isNullObject
      ? null
      : parseRecord({
          name: run.recordSheet,
          row: recordCells.rowIndex,
          column: recordCells.columnIndex,
          values: recordCells.values as (string | number | boolean)[][],
        });
    return {
      sheets: worksheets.items.map(({ id, name, visibility }) => ({ id, name, visible: visibility === "Visible" })),
      isRecorded: record?.entries.some((entry) => entry.run === run.run) ?? false,
      isNoted: !account.isNullObject,
    };
  });
}

/** The sheets with final names that still are what a run wrote; one round trip where there are any to look at. */
async function provenSheets(
  host: ExcelHost,
  run: UnfinishedRun,
  sheets: readonly SheetIdentity[],
): Promise<readonly BuiltSheet[]> {
  const named = run.built.filter((one) => sheets.some(({ id, name }) => id === one.id && name === one.name));
  if (named.length === 0) return [];
  // Until all of them have their final names, their formulas look at the temporary ones.
  const temporary = temporaryNames(run);
  const finals = new Map(run.built.map(({ name }, index) => [temporary[index] ?? "", name]));
  const { contents } = await readContents(
    host,
    named.map(({ name }) => name),
  );
  return named.filter(({ content }, index) => {
    const now = contents[index];
    return now !== null && now !== undefined && contentFingerprint(withSheetNames(now, finals)) === content;
  });
}

/**
 * Settles every account found in a workbook; what was read of it before no longer holds then.
 *
 * @returns whether there was one
 * @throws HostError
 */
export async function settleAll(host: ExcelHost, { runs }: FoundNotes): Promise<boolean> {
  for (const { key, run } of runs) await settle(host, run, { key });
  return runs.length > 0;
}

/** Takes settings that are no account of a run out of the workbook. */
export function dropUnreadable(settings: Excel.SettingCollection, notes: FoundNotes): void {
  // Written first, because what is no longer there cannot be deleted.
  for (const key of notes.unreadable) settings.add(key, "").delete();
}

/** Refuses to go on where another run is at work in the same workbook. @throws HostError "overtaken" */
export function refuseOthers(notes: FoundNotes): void {
  if (notes.runs.length > 0) throw new HostError(hostProblem("overtaken"));
}
