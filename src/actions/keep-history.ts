import { areaAddress, cellAddress } from "../cells/cell";
import { applyEdits, undoEdits, type EditOutcome } from "../excel/apply-edits";
import type { ExcelHost } from "../excel/host";
import { appendRows, markRows, readRows } from "../excel/kept-rows";
import { readWorkbook } from "../excel/read-workbook";
import { recordedMoment } from "../excel/record-plan";
import { removeSheets } from "../excel/remove-sheets";
import { deleteSheets, printsOf, restoreSheet, type MadeChange } from "../excel/restore-sheets";
import { newRunName } from "../excel/run-notes";
import { parseAddress } from "../cells/parse-address";
import { historyRows, readHistory, UNDONE, type HistoryEntry, type ReadEntry } from "../ledger/history";
import { ownSheets } from "../ledger/own-sheets";
import { HISTORY_SHEET } from "../ledger/sheet-names";
import type { WorkingMessages } from "../messages";
import { historySheet } from "../report/history-sheet";
import type { CellEdit, SheetChange } from "../validation/finding";
import type { HistoryRun, MendedSheets, RunControl, UndoneRun } from "./actions";
import { writePlans } from "./write-plans";

/*
 * 変更履歴: what was changed at somebody's wish can be taken back, also after the workbook was opened again. Sheets that a run
 * made stand on 作成記録, and are taken back from there.
 */

/** What an entry says besides its cell: that the cell took only texts, or how a sheet was changed. */
type Detail =
  | { readonly wasText: true }
  | {
      readonly change: MadeChange;
      readonly copies: readonly string[];
      readonly prints: Readonly<Record<string, string>>;
    }
  | { readonly added: string; readonly print: string };

/** Writes edits, and names each of them on 変更履歴. @throws HostError */
export async function applyAndKeep(
  host: ExcelHost,
  edits: readonly CellEdit[],
  control: RunControl | undefined,
  messages: WorkingMessages,
): Promise<EditOutcome & { readonly run?: string }> {
  const outcome = await applyEdits(host, edits);
  if (control === undefined) return outcome;
  return { ...outcome, run: await keepEdits(host, outcome.applied, messages.actions.fixOperation, control) };
}

/** Names edits that were made on 変更履歴. @returns the run, "" where there were none. @throws HostError */
export async function keepEdits(
  host: ExcelHost,
  applied: readonly CellEdit[],
  operation: string,
  control: RunControl,
): Promise<string> {
  const entries = applied.map((edit) => ({
    operation,
    sheet: edit.sheet,
    cell: cellAddress(edit.row, edit.column),
    before: edit.before,
    after: edit.after,
    detail: edit.wasText === true ? detailText({ wasText: true }) : "",
  }));
  return keep(host, entries, control);
}

/** Names changes of sheets that were made, and sheets that were added for them, on 変更履歴. @throws HostError */
export async function keepChanges(
  host: ExcelHost,
  { done, copies, moved }: Pick<MendedSheets, "done" | "copies" | "moved">,
  control: RunControl,
  messages: WorkingMessages,
): Promise<string> {
  const names = [...new Set(done.map(({ sheet }) => sheet)), ...moved];
  const prints = Object.fromEntries(await printsOf(host, names));
  const blank = { before: "", after: "" };
  const changes = done.map((change) => ({
    ...blank,
    operation: messages.actions.changeOperations[change.kind],
    sheet: change.sheet,
    cell: areaAddress(change.area),
    detail: detailText({ change: madeOf(change), copies, prints }),
  }));
  const added = moved.map((sheet) => ({
    ...blank,
    operation: messages.actions.addedOperation,
    sheet,
    cell: "",
    detail: detailText({ added: sheet, print: prints[sheet] ?? "" }),
  }));
  return keep(host, [...changes, ...added], control);
}

function madeOf(change: SheetChange): MadeChange {
  const { kind, sheet, area } = change;
  return { kind, sheet, area, ...(kind === "hide-totals" ? { table: change.table } : {}) };
}

async function keep(
  host: ExcelHost,
  entries: readonly Omit<HistoryEntry, "run" | "at">[],
  control: RunControl,
): Promise<string> {
  if (entries.length === 0) return "";
  const run = newRunName(control.today);
  const at = recordedMoment(control.today);
  const full = entries.map((entry) => ({ ...entry, run, at }));
  if (await appendRows(host, HISTORY_SHEET, (head) => readHistory(head) !== null, historyRows(full))) return run;
  const request = { operation: "", ledger: "", ledgerFingerprint: "", handedOver: true };
  await writePlans(host, await readWorkbook(host), [historySheet(full)], request, { today: control.today });
  return run;
}

async function historyOf(host: ExcelHost): Promise<NonNullable<ReturnType<typeof readHistory>>> {
  return readHistory(await readRows(host, HISTORY_SHEET)) ?? { entries: [], stateColumn: 0 };
}

/** Everything that can be taken back, the latest first. @throws HostError */
export async function listHistory(host: ExcelHost, messages: WorkingMessages): Promise<readonly HistoryRun[]> {
  const { entries } = await historyOf(host);
  const workbook = await readWorkbook(host);
  const { made } = ownSheets(workbook);
  const runs = new Map<string, HistoryRun>();
  for (const { run, at, operation, sheet, cell, isUndone } of entries) {
    if (isUndone) continue;
    const known = runs.get(run);
    const place = cell === "" ? sheet : `${sheet} ${cell}`;
    if (known === undefined) runs.set(run, { run, at, operation, places: [place], kind: "cells" });
    else runs.set(run, { ...known, places: [...known.places, place] });
  }
  for (const { run, at, operation, sheet } of made.values()) {
    // A copy goes when what it was made for is taken back.
    if (operation === messages.actions.copyOperation) continue;
    const known = runs.get(run);
    if (known === undefined) runs.set(run, { run, at, operation, places: [sheet], kind: "sheets" });
    else runs.set(run, { ...known, places: [...known.places, sheet] });
  }
  // A run's name begins with its moment.
  return [...runs.values()].sort((one, other) => (one.run < other.run ? 1 : -1));
}

/** Takes a run back, as far as its cells and sheets still are what it left. @throws HostError */
export async function undoRun(host: ExcelHost, run: string, control: RunControl): Promise<UndoneRun> {
  const { entries, stateColumn } = await historyOf(host);
  const own = entries.filter((entry) => entry.run === run && !entry.isUndone);
  if (own.length === 0) {
    const { removed, kept } = await removeSheets(host, run, control.today, control.signal);
    return { restored: 0, removed: removed.length, left: kept };
  }
  const left: string[] = [];
  const cells = own.filter((entry) => isEdit(detailOf(entry)));
  const back = new Set<ReadEntry>();
  const edits = cells.flatMap((entry) => editOf(entry) ?? []);
  const { restored } = edits.length === 0 ? { restored: [] } : await undoEdits(host, edits);
  for (const entry of cells) {
    const { row, column } = parseAddress(entry.cell) ?? {};
    if (restored.some((edit) => edit.sheet === entry.sheet && edit.row === row && edit.column === column))
      back.add(entry);
    else left.push(`${entry.sheet} ${entry.cell}`);
  }
  const removed = await undoChanges(host, own, back, left);
  const rows = [...back].map(({ row }) => row);
  await markRows(host, HISTORY_SHEET, rows, stateColumn, UNDONE);
  return { restored: back.size, removed, left };
}

async function undoChanges(
  host: ExcelHost,
  own: readonly ReadEntry[],
  back: Set<ReadEntry>,
  left: string[],
): Promise<number> {
  const details = own.map((entry) => ({ entry, detail: detailOf(entry) }));
  const changes = details.flatMap(({ entry, detail }) => (detail && "change" in detail ? [{ entry, ...detail }] : []));
  const added = details.flatMap(({ entry, detail }) => (detail && "added" in detail ? [{ entry, ...detail }] : []));
  if (changes.length + added.length === 0) return 0;
  const sheets = [...new Set([...changes.map(({ entry }) => entry.sheet), ...added.map((one) => one.added)])];
  const now = await printsOf(host, sheets);
  const gone: string[] = [];
  for (const sheet of new Set(changes.map(({ entry }) => entry.sheet))) {
    const here = changes.filter(({ entry }) => entry.sheet === sheet);
    const [{ prints, copies }] = here as [(typeof here)[number]];
    const losing = here.some(({ change }) => !change.kind.startsWith("show"));
    const [copy = null] = copies;
    const hasCopy = copy !== null && (await printsOf(host, [copy])).has(copy);
    if (now.get(sheet) !== prints[sheet] || (losing && !hasCopy)) {
      left.push(...here.map(({ entry }) => `${entry.sheet} ${entry.cell}`));
      continue;
    }
    const made = here.map(({ change }) => change);
    await restoreSheet(host, made, losing ? copy : null);
    for (const { entry } of here) back.add(entry);
    if (losing && copy !== null) gone.push(copy);
  }
  for (const { entry, added: name, print } of added) {
    if (now.get(name) === print) gone.push(name);
    else left.push(name);
    if (now.get(name) === print) back.add(entry);
  }
  await deleteSheets(host, gone);
  return gone.length;
}

function editOf(entry: ReadEntry): CellEdit | null {
  const area = parseAddress(entry.cell);
  if (area === null) return null;
  const { sheet, before, after } = entry;
  const wasText = entry.detail === "" ? {} : { wasText: true };
  return { sheet, row: area.row, column: area.column, before, after, ...wasText };
}

function isEdit(detail: Detail | null): boolean {
  return detail === null || "wasText" in detail;
}

function detailText(detail: Detail): string {
  return JSON.stringify(detail);
}

/** What somebody else wrote there is no detail. */
function detailOf({ detail }: ReadEntry): Detail | null {
  if (detail === "") return null;
  try {
    const read = JSON.parse(detail) as unknown;
    return typeof read === "object" && read !== null ? (read as Detail) : null;
  } catch {
    return null;
  }
}
