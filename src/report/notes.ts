import type { PlanCell } from "./plan";
import type { SheetDraft } from "./sheet-draft";
import { breakLines, CELL_PADDING } from "./text-layout";
import { emsIn } from "./text-width";
import { fontSize } from "./theme";

const NOTE_HEIGHT = 15;

/**
 * Adds 「（単位：項目、％）」 or another unit at the right edge above a table of so many columns. Returns its row, in whose first
 * cell there is room for the line that says that counts have changed.
 */
export function addUnit(draft: SheetDraft, unit: string, columns = draft.columns): number {
  const row = draft.add([...new Array<null>(columns - 1).fill(null), unit], NOTE_HEIGHT);
  draft.bind(row);
  draft.role("note", row, 0, draft.columns);
  draft.role("lineEnd", row, columns - 1, 1);
  return row;
}

/** Puts the line that says that counts have changed (stale-line.ts) beside a unit. */
export function addStaleLine(draft: SheetDraft, unitRow: number, line: PlanCell): void {
  draft.set(unitRow, 0, line);
  draft.role("stale", unitRow, 0, 1);
}

/**
 * Adds notes under a table, each broken into as many rows as it needs, because text of several columns cannot wrap.
 *
 * @param width of the table in points
 */
export function addNotes(draft: SheetDraft, notes: readonly string[], width: number): void {
  const first = draft.next;
  const room = emsIn(width - CELL_PADDING, fontSize("note"));
  for (const note of notes) {
    // Lines after the first stand in from the left like the first one's text.
    const hanging = /^注\d*　/.exec(note)?.[0].length ?? 0;
    breakLines(note, room - hanging, -hanging).forEach((line, index) => {
      draft.add([index === 0 ? line : "　".repeat(hanging) + line], NOTE_HEIGHT);
    });
  }
  draft.role("note", first, 0, draft.columns, draft.next - first);
}
