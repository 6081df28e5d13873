import type { ExcelHost } from "./host";
import type { RecordEntry } from "./own-sheets";
import type { OpenWorkbook } from "./read-workbook";
import { loadContent, readContents } from "./read-own-sheets";
import { contentFingerprint, withSheetNames } from "./sheet-content";
import { accountKey, asideName, type AsideSheet, type SheetIdentity, type UnfinishedRun } from "./unfinished-run";

/*
 * A sheet that is to go is first given another name and hidden, and read in the same batch. From then on nobody edits it, so
 * that what was read is what there is to lose, and a later batch can delete it in good faith.
 */

/** A sheet on its way out, with what 作成記録 says was written on it. */
export interface LeavingSheet extends AsideSheet {
  /** Fingerprint. */
  readonly content: string;
}

/** The sheets of the record's entries, as the workbook has them. */
export function leavingSheets(
  entries: readonly RecordEntry[],
  workbook: OpenWorkbook,
  sheets: readonly SheetIdentity[],
): LeavingSheet[] {
  return entries.flatMap(({ sheet: name, contentFingerprint: content }) => {
    const sheet = sheets.find((one) => one.name === name);
    if (sheet === undefined) return [];
    const visible = workbook.sheets.find((one) => one.name === name)?.visible ?? true;
    return [{ id: sheet.id, name, visible, active: workbook.activeSheet === name, content }];
  });
}

/**
 * Puts sheets aside at this point of the batch and notes it in the account; where one of them is no longer there, the batch
 * ends before anything happened.
 *
 * @param read whether to read them in the same batch; otherwise `readAside` has to follow
 * @returns after the sync, the sheets with the names they had, and whether they had the expected ones and contents
 */
export function putAside(
  context: Excel.RequestContext,
  account: UnfinishedRun,
  sheets: readonly LeavingSheet[],
  read: boolean,
): () => { readonly sheets: readonly LeavingSheet[]; readonly unedited: boolean } {
  const { worksheets, settings } = context.workbook;
  const former = sheets.map(({ id }) => {
    const sheet = worksheets.getItem(id);
    sheet.load("name");
    return { sheet, content: read ? loadContent(sheet) : null };
  });
  settings.add(accountKey(account), JSON.stringify(account));
  sheets.forEach(({ id }, index) => {
    // Another object than the one that was loaded, whose name stays the former one.
    const sheet = worksheets.getItem(id);
    sheet.name = asideName(account, index);
    sheet.visibility = "Hidden";
  });
  return () => ({
    sheets: sheets.map((sheet, index) => ({ ...sheet, name: former[index]!.sheet.name })),
    unedited: sheets.every(({ name, content }, index) => {
      const found = former[index]!;
      return found.sheet.name === name && (found.content === null || contentFingerprint(found.content()) === content);
    }),
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
