import { parseRecord } from "../ledger/own-sheets";
import { HostError, hostProblem, toHostError } from "./errors";
import type { ExcelHost } from "./host";
import { persist } from "./patience";
import { readContents } from "./read-own-sheets";
import {
  accountKey,
  asideName,
  type BuiltSheet,
  findNotes,
  type StoredNote,
  temporaryNames,
  type UnfinishedRun,
} from "./run-notes";
import { contentFingerprint, withSheetNames } from "./sheet-content";
import { freeSheetName, sheetNameKey } from "./sheet-name";
import { untracked } from "./support";

/*
 * Bringing a workbook back to what it was, or forward to what it was to become, by the note of a run; see run-notes.ts.
 */

/** A worksheet as the adapter tells it apart: by Excel's id. */
export interface SheetIdentity {
  readonly id: string;
  readonly name: string;
}

/** What settling came to. */
interface Settled {
  /** "completed" where 作成記録 already named the run, so that only clearing away was left; otherwise "undone". */
  readonly outcome: "completed" | "undone";
  readonly sheets: readonly SheetIdentity[];
}

/** Where an account was found; without it, it is the caller's own of a moment ago and needs no proof. */
interface FoundAccount {
  readonly key: string;
}

/**
 * Brings a workbook that a run left half-way to a clean state, in two round trips (one more where sheets of an account that
 * was found have to be compared): sheets are recognised by Excel's ids and by temporary names, never by the names that the
 * user sees. Waits for Excel where it refuses.
 *
 * @param onWait told whenever it has to wait
 * @throws HostError with `unfinished` when Excel refuses every time; the account stays in the workbook for the next run
 */
export async function settle(
  host: ExcelHost,
  run: UnfinishedRun,
  found?: FoundAccount,
  onWait?: () => void,
): Promise<Settled> {
  const settled = await persist(host, () => settleOnce(host, run, found), onWait).catch((error: unknown) => {
    throw toHostError(error, { unfinished: true });
  });
  if (settled.outcome === "undone") await bringBack(host, run, settled.sheets);
  return settled;
}

/** Brings to the front again what was there: freezing rows may have brought the run's sheets there. */
async function bringBack(host: ExcelHost, { front }: UnfinishedRun, sheets: readonly SheetIdentity[]): Promise<void> {
  if (front === undefined || !sheets.some(({ id }) => id === front)) return;
  await host
    .run(async (context) => {
      context.workbook.worksheets.getItem(front).activate();
      await context.sync();
    })
    // It is a courtesy: what is in front is no reason to say that something is left.
    .catch(() => undefined);
}

interface PresentSheet extends SheetIdentity {
  readonly visible: boolean;
  /** Only from VBA, and Excel does not delete it so. */
  readonly veryHidden: boolean;
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
    for (const { id, veryHidden } of sheets.filter((sheet) => surplus.has(sheet.id))) {
      const sheet = worksheets.getItem(id);
      if (veryHidden) sheet.visibility = "Hidden";
      sheet.delete();
    }
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
      sheets: worksheets.items.map(({ id, name, visibility }) => ({
        id,
        name,
        visible: visibility === "Visible",
        veryHidden: visibility === "VeryHidden",
      })),
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
export async function settleAll(host: ExcelHost, stored: readonly StoredNote[]): Promise<boolean> {
  const { runs } = findNotes(stored);
  for (const { key, run } of runs) await settle(host, run, { key });
  return runs.length > 0;
}

/** Takes settings that are no account of a run out of the workbook. */
export function dropUnreadable(settings: Excel.SettingCollection, stored: readonly StoredNote[]): void {
  // Written first, because what is no longer there cannot be deleted.
  for (const key of findNotes(stored).unreadable) settings.add(key, "").delete();
}

/** Refuses to go on where another run is at work in the same workbook. @throws HostError "overtaken" */
export function refuseOthers(stored: readonly StoredNote[]): void {
  if (findNotes(stored).runs.length > 0) throw new HostError(hostProblem("overtaken"));
}
