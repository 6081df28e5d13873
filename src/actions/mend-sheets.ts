import { changesThatHold, changeSheets } from "../excel/change-sheets";
import { fillCopy } from "../excel/fill-copy";
import type { ExcelHost } from "../excel/host";
import { readWorkbook } from "../excel/read-workbook";
import { MAX_SHEET_NAME } from "../cells/cell";
import type { WorkingMessages } from "../messages";
import { movedOutSheet, sheetCopy } from "../report/copied-sheets";
import type { SheetChange } from "../validation/finding";
import type { MendedSheets, RunControl } from "./actions";
import { keepChanges } from "./keep-history";
import { writePlans } from "./write-plans";

/**
 * Makes changes of sheets that somebody has agreed to: as far as the cells still hold what was shown, after a copy of each
 * sheet that loses something, which 作成記録 names so that it is taken for no ledger. What is moved out goes to one sheet, the user's from then on.
 *
 * @throws HostError; where the changes themselves fail, the copy is there
 */
export async function mendSheets(
  host: ExcelHost,
  changes: readonly SheetChange[],
  control: RunControl,
  messages: WorkingMessages,
): Promise<MendedSheets> {
  const done = await changesThatHold(host, changes);
  const skipped = changes.length - done.length;
  if (done.length === 0) return { copies: [], moved: [], done: [], skipped, run: "" };
  const copies: string[] = [];
  for (const name of new Set(done.filter(losesSomething).map(({ sheet }) => sheet))) {
    const plan = sheetCopy(shortened(messages.actions.copyOf, name));
    const request = { operation: messages.actions.copyOperation, ledger: name, ledgerFingerprint: "" };
    const { sheets } = await writePlans(host, await readWorkbook(host), [plan], request, control);
    await fillCopy(host, name, sheets[0]!.name);
    copies.push(sheets[0]!.name);
  }
  const blocks = done
    .filter(({ kind }) => kind === "move-out")
    .sort((one, other) => one.area.row - other.area.row || one.area.column - other.area.column);
  const moved: string[] = [];
  if (blocks.length > 0) {
    const plan = movedOutSheet(
      shortened(messages.actions.movedFrom, blocks[0]!.sheet),
      blocks.map(({ before }) => before),
    );
    const request = { operation: "", ledger: "", ledgerFingerprint: "", handedOver: true };
    const { sheets } = await writePlans(host, await readWorkbook(host), [plan], request, control);
    moved.push(...sheets.map(({ name }) => name));
  }
  await changeSheets(host, done);
  const run = await keepChanges(host, { done, copies, moved }, control, messages);
  return { copies, moved, done, skipped, run };
}

/** Whether a change takes something away from the sheet; showing what is hidden does not. */
function losesSomething({ kind }: SheetChange): boolean {
  return !kind.startsWith("show");
}

/** A name made of a sheet's, which loses its end where both together are too long. */
function shortened(name: (sheet: string) => string, sheet: string): string {
  const room = MAX_SHEET_NAME - name("").length;
  return name(sheet.slice(0, room));
}
