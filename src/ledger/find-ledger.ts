import { isBlankCell } from "./cell-text";
import { choiceWithin, type ColumnChoice } from "./columns";
import { findHeader } from "./columns/find-header";
import type { LedgerProblem } from "./ledger";
import { ledgerSheets } from "./own-sheets";
import type { SheetSource, WorkbookSource } from "./source";

/** The sheet to read as the ledger, or why none can be chosen. */
export type LedgerSearch =
  | { readonly source: SheetSource; readonly problem?: never }
  | { readonly problem: LedgerProblem; readonly source?: never };

/**
 * Which sheet of a workbook is the ledger. A sheet that was named is taken as it is, even where it is no ledger. Otherwise it
 * is the one of `ledgerSheets` with a ledger's header; a visible one before hidden ones, one with rows before empty ones.
 * `columns`: sheet columns chosen by hand.
 */
export function findLedger(workbook: WorkbookSource, sheetName?: string, columns?: ColumnChoice): LedgerSearch {
  if (sheetName !== undefined) {
    const source = sheetNamed(workbook, sheetName);
    if (source) return { source };
    return { problem: { kind: "no-such-sheet", sheet: sheetName, sheets: workbook.sheets.map(({ name }) => name) } };
  }
  const possible = ledgerSheets(workbook);
  const candidates = possible.flatMap((sheet) => {
    const source = workbook.read.get(sheet.name);
    const search = source && findHeader(source.values, { choice: choiceWithin(columns, source.column) });
    if (!source || !search || !("found" in search)) return [];
    const hasRows = source.values.slice(search.found.row + 1).some((cells) => !cells.every(isBlankCell));
    const { readings, levels } = search.found;
    const isGuess = levels.every(({ column }) => readings.find((one) => one.column === column)?.by === "content");
    return [{ source, visible: sheet.visible, hasRows, isGuess, header: readings.map(({ text }) => text).join("\n") }];
  });
  const preferred = narrowed(
    narrowed(
      narrowed(candidates, ({ visible }) => visible),
      ({ hasRows }) => hasRows,
    ),
    ({ isGuess }) => !isGuess,
  );
  const [only] = preferred;
  if (only && preferred.length === 1) return { source: only.source };
  if (only) {
    const sameHeader = preferred.every(({ header }) => header === only.header);
    return { problem: { kind: "ambiguous", sheets: preferred.map(({ source }) => source.name), sameHeader } };
  }
  // With a single sheet it is worth more to say what that sheet lacks.
  const [sheet] = possible;
  const source = sheet && workbook.read.get(sheet.name);
  if (source && possible.length === 1) return { source };
  return { problem: { kind: "no-ledger", sheets: possible.map(({ name }) => name) } };
}

/** The sheet of that name as Excel compares names: without regard to case. */
function sheetNamed(workbook: WorkbookSource, name: string): SheetSource | undefined {
  const lower = name.toLowerCase();
  const summary =
    workbook.sheets.find((sheet) => sheet.name === name) ??
    workbook.sheets.find((sheet) => sheet.name.toLowerCase() === lower);
  return summary && workbook.read.get(summary.name);
}

/** Those that satisfy the wish, or all of them where none does. */
function narrowed<T>(items: readonly T[], wish: (item: T) => boolean): readonly T[] {
  const wished = items.filter(wish);
  return wished.length > 0 ? wished : items;
}
