import type { RecordEntry } from "../ledger/own-sheets";
import { toHostError } from "./errors";
import type { ExcelHost } from "./host";
import type { OpenWorkbook } from "./read-workbook";
import { loadContent, readContents } from "./read-own-sheets";
import { contentFingerprint, withSheetNames } from "./sheet-content";
import { accountKey, asideName, type AsideSheet, type UnfinishedRun } from "./run-notes";
import { type SheetIdentity } from "./unfinished-run";

/*
 * A sheet that is to go is first given another name and hidden, and read in the same batch. From then on nobody edits it, so
 * that what was read is what there is to lose, and a later batch can delete it in good faith.
 */

/** A sheet on its way out, with what 作成記録 says was written on it. */
export interface LeavingSheet extends AsideSheet {
  /** Fingerprint. */
  readonly content: string;
}

/**
 * Ends a batch before anything has happened where a sheet no longer is there under its name. A batch cannot branch, but it
 * stops at the first call that fails: asking for the name fails where nobody has it, and giving a sheet the name that it has
 * fails where it is another's.
 */
function requireSheet({ workbook }: Excel.RequestContext, { id, name }: SheetIdentity): void {
  workbook.worksheets.getItem(name).load("id");
  workbook.worksheets.getItem(id).name = name;
}

/** Whether a run stopped because a sheet no longer was where or what it had been, and left the workbook as it was. */
export function isOvertaken(error: unknown): boolean {
  const { kind, unfinished } = toHostError(error).problem;
  return unfinished !== true && (kind === "overtaken" || kind === "not-found" || kind === "name-taken");
}

/** The sheets of the record's entries, as the workbook has them. */
export function leavingSheets(entries: readonly RecordEntry[], workbook: OpenWorkbook): LeavingSheet[] {
  return entries.flatMap(({ sheet: name, contentFingerprint: content }) => {
    const id = workbook.sheetIds.get(name);
    const visible = workbook.sheets.some((one) => one.name === name && one.visible);
    return id === undefined ? [] : [{ id, name, visible, active: workbook.activeSheet === name, content }];
  });
}

/**
 * Puts sheets aside at this point of the batch and notes it in the account; where one of them is no longer there, the batch
 * ends before anything happened.
 *
 * @param read whether to read them in the same batch; otherwise `readAside` has to follow
 * @returns after the sync, whether they still were what the record says, as far as they were read
 */
export function putAside(
  context: Excel.RequestContext,
  account: UnfinishedRun,
  sheets: readonly LeavingSheet[],
  read: boolean,
): () => boolean {
  const { worksheets, settings } = context.workbook;
  for (const sheet of sheets) requireSheet(context, sheet);
  const contents = sheets.map(({ id }) => (read ? loadContent(worksheets.getItem(id)) : null));
  settings.add(accountKey(account), JSON.stringify(account));
  sheets.forEach(({ id }, index) => {
    const sheet = worksheets.getItem(id);
    sheet.name = asideName(account, index);
    sheet.visibility = "Hidden";
  });
  return () =>
    sheets.every(({ content }, index) => {
      const found = contents[index];
      return found === null || found === undefined || contentFingerprint(found()) === content;
    });
}

/** Whether the sheets that were put aside are what the record says, read as they are now. @throws HostError */
export async function readAside(
  host: ExcelHost,
  account: UnfinishedRun,
  sheets: readonly LeavingSheet[],
): Promise<boolean> {
  const aside = sheets.map((_sheet, index) => asideName(account, index));
  const names = new Map(sheets.map(({ name }, index) => [aside[index]!, name]));
  const { contents } = await readContents(host, aside);
  return sheets.every(({ content }, index) => {
    const now = contents[index];
    return now !== null && now !== undefined && contentFingerprint(withSheetNames(now, names)) === content;
  });
}
