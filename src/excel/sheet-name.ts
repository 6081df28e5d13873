import { MAX_SHEET_NAME } from "../cells/cell";

/**
 * Two sheet names with the same key are not to stand in one workbook. Excel itself only ignores case; that it also may take
 * full-width and half-width letters or the two kana for the same depends on the system, so they count as the same here.
 */
export function sheetNameKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}

/** Excel keeps the name of its change history to itself, each language of Excel its own. */
const RESERVED: ReadonlySet<string> = new Set(["history", "履歴"]);

/**
 * The name itself, or the first of 「集計 (2)」, 「集計 (3)」… that is free.
 *
 * @param taken keys (`sheetNameKey`) of the names in use
 */
export function freeSheetName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(sheetNameKey(name)) && !RESERVED.has(sheetNameKey(name))) return name;
  for (let number = 2; ; number++) {
    const suffix = ` (${number})`;
    const candidate = cut(name, MAX_SHEET_NAME - suffix.length) + suffix;
    if (!taken.has(sheetNameKey(candidate))) return candidate;
  }
}

/** Whether a sheet's name is the planned one or one that `freeSheetName` makes of it. */
export function isNamedAfter(sheet: string, planned: string): boolean {
  if (sheet === planned) return true;
  const numbered = /^(.*) \(\d+\)$/.exec(sheet);
  if (numbered === null) return false;
  return numbered[1] === cut(planned, MAX_SHEET_NAME - (sheet.length - numbered[1]!.length));
}

/** The first `length` code units, without half a surrogate pair at the end. */
function cut(text: string, length: number): string {
  const short = text.slice(0, length);
  return /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short;
}
