import { throwIfCancelled, toHostError } from "./errors";
import type { ExcelHost } from "./host";
import { findRecord, ownedSheets, REMOVED, type FoundRecord, type RecordEntry } from "./own-sheets";
import { readWorkbook, type OpenWorkbook } from "./read-workbook";
import { uneditedSheets } from "./read-own-sheets";
import { appendEntries } from "./record-entries";
import { recordedMoment } from "./record-plan";
import { settle, UNFINISHED_KEY, type UnfinishedRun } from "./unfinished-run";

/** What 取り消し did: the sheets it deleted, and those of the run that it kept because somebody had edited them. */
export interface RemovedSheets {
  readonly removed: readonly string[];
  readonly kept: readonly string[];
}

/**
 * 取り消し: deletes exactly the sheets that a run made, as far as they still are what was written, and adds that to
 * 作成記録. Sheets that a later run has replaced are that run's and stay.
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
  const workbook = await readWorkbook(host);
  const found = findRecord(workbook.read);
  const settled = workbook.unfinished === null ? null : await settle(host, workbook.unfinished);
  const names = (settled?.sheets ?? workbook.sheets).map(({ name }) => name);
  const entries = [...ownedSheets(found?.record ?? null, names).values()].filter((entry) => entry.run === run);
  const unedited = await uneditedSheets(host, entries);
  const removed = entries.filter(({ sheet }) => unedited.has(sheet));
  throwIfCancelled(signal);
  if (found !== null && removed.length > 0) await deleteSheets(host, workbook, found, removed, now);
  return {
    removed: removed.map(({ sheet }) => sheet),
    kept: entries.map(({ sheet }) => sheet).filter((sheet) => !unedited.has(sheet)),
  };
}

/**
 * Sheets of a run look at one another: with one of them gone, the others no longer are what was written. So what has begun
 * is completed, here or, from the account in the workbook, by the next run.
 */
async function deleteSheets(
  host: ExcelHost,
  workbook: OpenWorkbook,
  { sheet, record }: FoundRecord,
  removed: readonly RecordEntry[],
  now: Date,
): Promise<void> {
  const account: UnfinishedRun = {
    run: `${removed[0]?.run ?? ""}_${now.getTime().toString(36)}`,
    count: 0,
    built: removed.flatMap((entry) => workbook.sheetIds.get(entry.sheet) ?? []),
    aside: [],
    recordSheet: sheet,
  };
  try {
    await host.run(async (context) => {
      const { worksheets, settings } = context.workbook;
      const setting = settings.add(UNFINISHED_KEY, JSON.stringify(account));
      const at = recordedMoment(now);
      appendEntries(
        worksheets.getItem(sheet),
        record,
        removed.map((entry) => ({ ...entry, at, operation: REMOVED })),
      );
      for (const id of account.built) worksheets.getItem(id).delete();
      setting.delete();
      await context.sync();
    });
  } catch (error) {
    await settle(host, account).catch((failure: unknown) => {
      throw toHostError(error, { unfinished: toHostError(failure).problem.unfinished === true });
    });
  }
}
