import type { OpenedWorkbook } from "../open-workbook";
import { readRelationships } from "../zip/package-parts";
import type { ZipEntries } from "../zip/zip";

/*
 * What form a workbook is saved in. Excel refuses a file whose ending and content type differ, so the type follows the
 * name: with macros where it ends in .xlsm, without everywhere else.
 */

const TYPES = {
  plain: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
  macros: "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
} as const;

/** What of a file cannot be saved again. */
export type Loss =
  /** Signatures: they vouch for the file as it was. */
  | "signatures"
  /** Macros, in a file whose name says that it has none. */
  | "macros";

/** A relationship that is left out: that of a part, "" for the package itself. */
interface LostRelationship {
  readonly loss: Loss;
  readonly part: string;
  readonly id: string;
}

/** Content type of the main part for a workbook of this name. */
export function mainType(fileName: string): string {
  return TYPES[hasMacroEnding(fileName) ? "macros" : "plain"];
}

/** What saving a file under the ending it was opened under leaves out, by the relationships that lead to it. */
export function lostRelationships(entries: ZipEntries, workbookPart: string, fileName: string): LostRelationship[] {
  const lost = (loss: Loss, part: string, ending: string): LostRelationship[] =>
    readRelationships(entries, part)
      .filter(({ type }) => type.endsWith(ending))
      .map(({ id }) => ({ loss, part, id }));
  return [
    ...lost("signatures", "", "/digital-signature/origin"),
    ...(hasMacroEnding(fileName) ? [] : lost("macros", workbookPart, "/vbaProject")),
  ];
}

/** What of an opened file is left out when it is saved, each once. */
export function lossesOf({ entries, workbookPart, model }: OpenedWorkbook): Loss[] {
  return [...new Set(lostRelationships(entries, workbookPart, model.fileName).map(({ loss }) => loss))];
}

function hasMacroEnding(fileName: string): boolean {
  return /\.xlsm$/i.test(fileName);
}
