import type { Measure } from "../ledger/ledger";
import { numberCell } from "./measure-list";
import type { PlanCell } from "./plan";
import { BOLD } from "./report-sheet";
import type { SheetDraft } from "./sheet-draft";
import { breakLines, CELL_PADDING } from "./text-layout";
import { emsIn, textWidth } from "./text-width";
import { fontSize } from "./theme";
import { bracketedStatus, WORDS } from "./words";

/** A line of a list: number, name, and what stands at the right edge. */
export interface ListEntry {
  readonly number: string;
  readonly name: string;
  readonly end: string;
  /** True where `end` asks for attention: a status outside the vocabulary. */
  readonly marked: boolean;
}

/** Entries below a heading of their own; without one where the title is "". */
export interface ListGroup {
  readonly title: string;
  readonly entries: readonly ListEntry[];
}

const LIST_HEADER = 21;
/** Most em that the right edge takes; a longer text goes on in the next row. */
const END_EMS = 12;
/** Free em between a name and what stands at the right edge. */
const GAP = 1;

/** A measure as a line of a list, with its status at the right edge. */
export function measureEntry(measure: Measure, end = bracketedStatus(measure.status.trim())): ListEntry {
  const { number, name, relisted, statusIndex } = measure;
  const marked = relisted && !name.includes("再掲") ? name + WORDS.relistedMark : name;
  return { number, name: oneLine(marked), end, marked: statusIndex < 0 };
}

/**
 * Adds a list over the columns of another table: numbers in the first column, names from the second on over the free cells to
 * their right, and at the right edge what is said of them. What is longer than its room goes on in the next row, so that no
 * cell wraps.
 *
 * @param points widths of all columns
 * @returns the header's row, to be repeated on every page
 */
export function addEntryList(
  draft: SheetDraft,
  titles: { readonly name: string; readonly end: string },
  groups: readonly ListGroup[],
  points: readonly number[],
): number {
  const last = draft.columns - 1;
  const row = (number: PlanCell, name: string, end: string): PlanCell[] => {
    const cells = new Array<PlanCell>(draft.columns).fill(null);
    [cells[0], cells[1], cells[last]] = [number === "" ? null : number, name, end === "" ? null : end];
    return cells;
  };
  const hasNumbers = groups.some(({ entries }) => entries.some(({ number }) => number !== ""));
  const header = draft.add(row(hasNumbers ? WORDS.number : "", titles.name, titles.end), LIST_HEADER);
  draft.role("tableHeader", header, 0, draft.columns);
  draft.bind(header);
  const first = draft.next;
  const points1 = points.slice(1).reduce((sum, one) => sum + one, 0);
  const room = emsIn(points1 - CELL_PADDING, fontSize("treeMeasure"));
  const headings: number[] = [];
  const attention: number[] = [];
  for (const { title, entries } of groups) {
    if (title !== "") {
      for (const line of breakLines(title, room / BOLD)) {
        headings.push(draft.next);
        draft.bind(draft.add(row("", line, "")));
      }
    }
    for (const entry of entries) {
      const ends = breakLines(entry.end, END_EMS);
      const lines = breakLines(entry.name, room - Math.max(...ends.map(textWidth)) - GAP);
      const height = Math.max(ends.length, lines.length);
      for (let i = 0; i < height; i++) {
        if (entry.marked) attention.push(draft.next);
        const at = draft.add(row(i === 0 ? numberCell(entry.number) : "", lines[i] ?? "", ends[i] ?? ""));
        if (i < height - 1) draft.bind(at);
      }
    }
  }
  const rows = draft.next - first;
  draft.role("tableStatus", first, 0, 1, rows);
  draft.role("treeMeasure", first, 1, last - 1, rows);
  draft.role("treeStatus", first, last, 1, rows);
  for (const at of headings) draft.role("treeHeading", at, 1, last - 1);
  for (const at of attention) draft.role("missing", at, last, 1);
  draft.role("tableLast", draft.next - 1, 0, draft.columns);
  return header;
}

/** Line breaks within a name become spaces; the list breaks lines where it needs to. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s*[\r\n]+\s*/g, "　");
}
