import type { CellValue } from "../cells/cell";
import { FIELDS_SHEET, PLAN_SHEET, SETTINGS_SHEET } from "../ledger/sheet-names";
import type { SheetSource } from "../ledger/source";
import type { OpenWorkbook } from "./read-workbook";
import { untracked } from "./support";

/*
 * Between reading the ledger and the last batch of a run anybody may edit it. The last batch looks once more, so that no
 * report is handed over as the ledger's that no longer is.
 */

/** The sheets that a run was made from, as they were read: the ledger's, 設定, 分野 and 計画. */
export function madeFrom(workbook: OpenWorkbook, ledger: string): SheetSource[] {
  return [ledger, SETTINGS_SHEET, FIELDS_SHEET, PLAN_SHEET].flatMap((name) => workbook.read.get(name) ?? []);
}

/** Asks for the same sheets once more, at this point of the batch; the function returned has them after the sync. */
export function lookAgain(
  context: Excel.RequestContext,
  sources: readonly SheetSource[],
): () => ReadonlyMap<string, SheetSource> {
  const loaded = sources.map(({ name }) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    const range = untracked(sheet.getUsedRangeOrNullObject(true));
    range.load("rowIndex,columnIndex,values");
    return { name, range };
  });
  return () =>
    new Map(
      loaded.flatMap(({ name, range }) =>
        range.isNullObject
          ? []
          : [[name, { name, row: range.rowIndex, column: range.columnIndex, values: range.values as CellValue[][] }]],
      ),
    );
}

/** Names of the sheets whose cells are not what they were; a sheet that was blank and is gone counts as the same. */
export function changedSheets(sources: readonly SheetSource[], now: ReadonlyMap<string, SheetSource>): string[] {
  return sources.filter((source) => !isSame(source, now.get(source.name))).map(({ name }) => name);
}

function isSame(former: SheetSource, now: SheetSource | undefined): boolean {
  if (now === undefined) return former.values.every((cells) => cells.every((cell) => cell === ""));
  const { values } = now;
  return (
    former.row === now.row &&
    former.column === now.column &&
    former.values.length === values.length &&
    former.values.every((cells, row) => {
      const others = values[row]!;
      return cells.length === others.length && cells.every((cell, column) => cell === others[column]);
    })
  );
}
