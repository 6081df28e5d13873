import type { Area, CellValue } from "../cells/cell";
import type { SheetChange } from "../validation/finding";
import { HostError, hostProblem, toHostError } from "./errors";
import { escapeText } from "./escape-text";
import type { ExcelHost } from "./host";
import { untracked } from "./support";

/**
 * Which changes can be made: those whose cells still hold what was seen when they were offered.
 *
 * @throws HostError "sheet-protected", and "not-found" where a sheet is gone
 */
export async function changesThatHold(
  host: ExcelHost,
  changes: readonly SheetChange[],
): Promise<readonly SheetChange[]> {
  if (changes.length === 0) return [];
  try {
    return await host.run(async (context) => {
      const names = [...new Set(changes.map(({ sheet }) => sheet))];
      const sheets = new Map(names.map((name) => [name, context.workbook.worksheets.getItem(name)] as const));
      for (const sheet of sheets.values()) sheet.protection.load("protected");
      const ranges = changes.map(({ sheet, area }) => {
        const range = untracked(rangeOf(sheets.get(sheet)!, area));
        range.load("values,formulas");
        return range;
      });
      await context.sync();
      for (const [name, sheet] of sheets) {
        if (sheet.protection.protected) throw new HostError(hostProblem("sheet-protected", { sheet: name }));
      }
      return changes.filter((change, index) => {
        const { values, formulas } = ranges[index]!;
        if (change.kind === "keep-value" && formulas[0]?.[0] !== change.formula) return false;
        return isSame(values as CellValue[][], change.before);
      });
    });
  } catch (error) {
    throw toHostError(error);
  }
}

/**
 * Makes changes of sheets in one batch: first what moves nothing, then columns from the right and rows from the bottom, so
 * that each change finds its cells where they were when it was offered.
 *
 * @throws HostError
 */
export async function changeSheets(host: ExcelHost, changes: readonly SheetChange[]): Promise<void> {
  if (changes.length === 0) return;
  try {
    await host.run(async (context) => {
      for (const change of inOrder(changes)) perform(context, change);
      await context.sync();
    });
  } catch (error) {
    throw toHostError(error);
  }
}

function inOrder(changes: readonly SheetChange[]): SheetChange[] {
  const rank = ({ kind }: SheetChange): number => (kind === "delete-rows" ? 2 : kind === "delete-columns" ? 1 : 0);
  return [...changes].sort(
    (one, other) =>
      rank(one) - rank(other) ||
      (rank(one) === 2 ? other.area.row - one.area.row : rank(one) === 1 ? other.area.column - one.area.column : 0),
  );
}

function perform({ workbook }: Excel.RequestContext, change: SheetChange): void {
  const sheet = workbook.worksheets.getItem(change.sheet);
  const { area } = change;
  const range = untracked(rangeOf(sheet, area));
  switch (change.kind) {
    case "unmerge": {
      const value = change.before[0]?.[0] ?? "";
      range.unmerge();
      const given = typeof value === "string" ? escapeText(value) : value;
      range.values = Array.from({ length: area.rows }, () => new Array<CellValue>(area.columns).fill(given));
      return;
    }
    case "delete-rows":
      untracked(range.getEntireRow()).delete("Up");
      return;
    case "delete-columns":
      untracked(range.getEntireColumn()).delete("Left");
      return;
    case "move-out":
      range.clear("All");
      return;
    case "show-rows":
      range.rowHidden = false;
      return;
    case "show-columns":
      range.columnHidden = false;
      return;
    case "keep-value": {
      const value = change.before[0]?.[0] ?? "";
      range.values = [[typeof value === "string" ? escapeText(value) : value]];
      return;
    }
    case "hide-totals":
      sheet.tables.getItem(change.table).showTotals = false;
      return;
    case "show-filtered":
      sheet.autoFilter.clearCriteria();
      return;
  }
}

function rangeOf(sheet: Excel.Worksheet, { row, column, rows, columns }: Area): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}

function isSame(now: readonly (readonly CellValue[])[], before: readonly (readonly CellValue[])[]): boolean {
  return before.every((cells, row) => cells.every((cell, column) => now[row]?.[column] === cell));
}
