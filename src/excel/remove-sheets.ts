import { ownSheets, REMOVED, type RecordColumns, type RecordEntry } from "../ledger/own-sheets";
import { HostError, hostProblem, throwIfCancelled, toHostError } from "./errors";
import type { ExcelHost } from "./host";
import { readWorkbook } from "./read-workbook";
import { uneditedSheets } from "./read-own-sheets";
import { appendEntries } from "./record-entries";
import { recordedMoment } from "./record-plan";
import { isOvertaken, leavingSheets, putAside, readAside, type LeavingSheet } from "./set-aside";
import { asideName, accountKey, newRunName, type UnfinishedRun } from "./run-notes";
import { settle, settleAll } from "./unfinished-run";

/** What 取り消し did: the sheets it deleted, and those of the run that it kept because somebody had edited them. */
export interface RemovedSheets {
  readonly removed: readonly string[];
  readonly kept: readonly string[];
}

/** Removals that are begun again because somebody changed the same sheets meanwhile. */
const ATTEMPTS = 3;

/**
 * 取り消し: deletes exactly the sheets that a run made, as far as they still are what was written, and adds that to
 * 作成記録. Sheets that a later run has replaced are that run's and stay. The sheets are put aside and read in one batch,
 * and deleted in the next: see `set-aside.ts`.
 *
 * @param run as `writeReport` returned it, or as 作成記録 says it
 * @throws HostError
 */
export async function removeSheets(
  host: ExcelHost,
  run: string,
  now: Date,
  signal?: AbortSignal,
): Promise<RemovedSheets> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await removeOnce(host, run, now, signal);
    } catch (error) {
      if (attempt === ATTEMPTS || !isOvertaken(error)) throw error;
    }
  }
}

async function removeOnce(
  host: ExcelHost,
  run: string,
  now: Date,
  signal: AbortSignal | undefined,
): Promise<RemovedSheets> {
  let workbook = await readWorkbook(host);
  if (await settleAll(host, workbook.stored)) workbook = await readWorkbook(host);
  const { record, made } = ownSheets(workbook);
  const entries = [...made.values()].filter((entry) => entry.run === run);
  const unedited = await uneditedSheets(host, entries);
  const removed = entries.filter(({ sheet }) => unedited.names.has(sheet));
  const recordId = record === null ? undefined : workbook.sheetIds.get(record.sheet);
  throwIfCancelled(signal);
  if (record !== null && recordId !== undefined && removed.length > 0) {
    const leaving = leavingSheets(removed, workbook);
    await deleteSheets(host, { ...record, id: recordId }, removed, leaving, unedited.inParts, now);
  }
  return {
    removed: removed.map(({ sheet }) => sheet),
    kept: entries.map(({ sheet }) => sheet).filter((sheet) => !unedited.names.has(sheet)),
  };
}

async function deleteSheets(
  host: ExcelHost,
  record: { readonly id: string; readonly sheet: string; readonly columns: RecordColumns },
  removed: readonly RecordEntry[],
  leaving: readonly LeavingSheet[],
  inParts: boolean,
  now: Date,
): Promise<void> {
  const account: UnfinishedRun = {
    run: newRunName(now),
    count: 0,
    built: [],
    aside: leaving,
    recordSheet: record.sheet,
  };
  try {
    const unedited = await host.run(async (context) => {
      const found = putAside(context, account, leaving, !inParts);
      await context.sync();
      return found();
    });
    if (!unedited || (inParts && !(await readAside(host, account, leaving)))) {
      throw new HostError(hostProblem("overtaken"));
    }
    await host.run(async (context) => {
      const { worksheets, settings } = context.workbook;
      const old = leaving.map((_sheet, index) => worksheets.getItem(asideName(account, index)));
      for (const sheet of old) sheet.load("id");
      const at = recordedMoment(now);
      appendEntries(
        worksheets.getItem(record.id),
        record.columns,
        removed.map((entry) => ({ ...entry, run: account.run, at, operation: REMOVED })),
      );
      for (const sheet of old) sheet.delete();
      settings.add(accountKey(account), "").delete();
      await context.sync();
    });
  } catch (error) {
    const { outcome } = await settle(host, account).catch((failure: unknown) => {
      throw toHostError(error, { unfinished: toHostError(failure).problem.unfinished === true });
    });
    if (outcome === "undone") throw toHostError(error);
  }
}
