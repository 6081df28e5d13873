import type { Area } from "../cells/cell";
import type { SheetChange } from "../validation/finding";
import { toHostError } from "./errors";
import type { ExcelHost } from "./host";
import { readContents } from "./read-own-sheets";
import { contentFingerprint } from "./sheet-content";
import { untracked } from "./support";

/** A change of a sheet that was made: what it needs to be taken back, together with the copy from before. */
export type MadeChange = Pick<SheetChange, "kind" | "sheet" | "area"> & { readonly table?: string };

/** What sheets hold now, by their names: a fingerprint of the cells with their formulas. @throws HostError */
export async function printsOf(host: ExcelHost, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { contents } = await readContents(host, names);
  return new Map(
    names.flatMap((name, index) => {
      const content = contents[index];
      return content ? [[name, contentFingerprint(content)] as const] : [];
    }),
  );
}

/**
 * Takes changes of a sheet back, from the copy that was made before them: what went comes in again, what was emptied or
 * filled gets what it held, what was merged or hidden is so again. The sheet must be as the changes left it.
 *
 * @throws HostError
 */
export async function restoreSheet(
  host: ExcelHost,
  changes: readonly MadeChange[],
  copyName: string | null,
): Promise<void> {
  try {
    await host.run(async (context) => {
      const { worksheets } = context.workbook;
      const copy = copyName === null ? null : worksheets.getItem(copyName);
      const areaOn = (sheet: Excel.Worksheet, { row, column, rows, columns }: Area) =>
        untracked(sheet.getRangeByIndexes(row, column, rows, columns));
      const of = (kind: SheetChange["kind"], key: "row" | "column" = "row") =>
        changes.filter((change) => change.kind === kind).sort((one, other) => one.area[key] - other.area[key]);
      // Rows went last, so they come first.
      for (const { sheet, area } of of("delete-rows")) {
        untracked(areaOn(worksheets.getItem(sheet), area).getEntireRow()).insert("Down");
      }
      for (const { sheet, area } of of("delete-columns", "column")) {
        untracked(areaOn(worksheets.getItem(sheet), area).getEntireColumn()).insert("Right");
      }
      for (const { kind, sheet: name, area, table } of changes) {
        const sheet = worksheets.getItem(name);
        const range = areaOn(sheet, area);
        if (kind === "show-rows") range.rowHidden = true;
        else if (kind === "show-columns") range.columnHidden = true;
        else if (kind === "hide-totals" && table !== undefined) sheet.tables.getItem(table).showTotals = true;
        else if (kind !== "show-filtered" && copy !== null) {
          range.copyFrom(areaOn(copy, area), "All");
          if (kind === "unmerge") range.merge(false);
        }
      }
      await context.sync();
    });
  } catch (error) {
    throw toHostError(error);
  }
}

/** Deletes sheets. @throws HostError */
export async function deleteSheets(host: ExcelHost, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  try {
    await host.run(async (context) => {
      for (const name of names) context.workbook.worksheets.getItem(name).delete();
      await context.sync();
    });
  } catch (error) {
    throw toHostError(error);
  }
}
