import { MAX_ROWS } from "../cells/cell";
import type { CellValue } from "../cells/cell";
import { isBlankCell } from "../ledger/cell-text";
import type { Measure } from "../ledger/ledger";
import { countWithUnit } from "../narrative/numbers";
import type { FieldTally } from "../tally/tally";
import { walkMeasureTree } from "./booklet/measure-tree";
import { MAX_BREAKS } from "./pages";
import type { PlanCell } from "./plan";
import type { ReportContext } from "./report-context";
import { BOLD } from "./report-sheet";
import { ROW_HEIGHT, type SheetDraft } from "./sheet-draft";
import { breakLines, CELL_PADDING } from "./text-layout";
import { emsIn, textWidth } from "./text-width";
import { fontSize } from "./theme";
import { bracketedStatus, reasonLine, tooManyMeasures, WORDS, measuresTitle } from "./words";

/*
 * Columns of a field sheet: number, two narrow ones that make the tree's indents, names, and then the numbers. The list below
 * the table shares them. No cell of the list wraps: a name runs on over the free cells to its right up to the status at the
 * right edge, and what is longer goes on in the next row. So a list of any length has rows of one height and one look.
 */
export const NUMBER_COLUMN = 0;
const HEADING_COLUMN = 1;
const POLICY_COLUMN = 2;
export const NAME_COLUMN = 3;
/** Most em that a status takes at the right edge; a longer one goes on in the next row. */
const STATUS_EMS = 12;
/** Free em between a name and the status. */
const STATUS_GAP = 1;

/** Digits that Excel keeps of a number. */
const LONGEST_NUMBER = 15;

/** As a number where it is one, so that Excel has nothing to remark on; otherwise the text as it is. */
export function numberCell(number: string): CellValue {
  const digits = number.length;
  if (digits === 0 || digits > LONGEST_NUMBER || (digits > 1 && number.startsWith("0"))) return number;
  let value = 0;
  for (let at = 0; at < digits; at++) {
    const digit = number.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return number;
    value = value * 10 + digit;
  }
  return value;
}

const LIST_HEADING = 27;
const LIST_HEADER = 21;
/** Rows that a list has below its header at the foot of a page, or it begins on the next one. */
const LEAST_ROWS = 4;

/** Where a list stands: its header's row, its page breaks, and the rows it would have needed where there are too many. */
interface MeasureList {
  readonly header: number;
  readonly breaks: readonly number[];
  readonly rows: number | null;
}

/**
 * Adds the list of a field's measures in the ledger's order.
 *
 * @param points widths of all columns
 * @param page height of a page's rows
 */
export function addMeasureList(
  draft: SheetDraft,
  { ledger, tally, settings }: ReportContext,
  field: FieldTally,
  points: readonly number[],
  page: number,
): MeasureList {
  const last = draft.columns - 1;
  const amount = countWithUnit(field.measures.length, settings);
  const heading = draft.add([`${WORDS.measuresHeading}（${amount}）`], LIST_HEADING);
  draft.role("heading", heading, 0, draft.columns);
  const free = new Array<null>(last - NAME_COLUMN - 1).fill(null);
  const titles = [WORDS.number, null, null, measuresTitle(ledger, field), ...free, WORDS.statusColumn];
  const header = draft.add(titles, LIST_HEADER);
  draft.role("tableHeader", header, 0, draft.columns);
  draft.bind(heading, 2);

  const list = listRows(
    field.measures,
    tally.statuses.map(({ name }) => name),
    points,
  );
  const first = draft.next;
  const rows = list.cells.length;
  if (first + rows > MAX_ROWS) {
    draft.add([null, null, null, tooManyMeasures(rows)]);
    return { header, breaks: draft.pageBreaks(page).breaks, rows };
  }
  const above = draft.pageBreaks(page);
  draft.addBlock(list.cells);
  const end = draft.next;
  draft.role("tableStatus", first, NUMBER_COLUMN, 1, end - first);
  draft.role("treeHeading", first, HEADING_COLUMN, 1, end - first);
  draft.role("treePolicy", first, POLICY_COLUMN, 1, end - first);
  draft.role("treeMeasure", first, NAME_COLUMN, last - NAME_COLUMN, end - first);
  draft.role("treeStatus", first, last, 1, end - first);
  draft.role("tableLast", end - 1, 0, draft.columns);
  for (const row of list.outside) draft.role("missing", first + row, last, 1);
  return { header, breaks: listBreaks(list.binding, { heading, first }, above, page), rows: null };
}

/** No letter is wider (em), and from this code on none is wider than 1 em. */
const WIDEST_LETTER = 1.2;
const FIRST_FULL_WIDTH = 0x2e80;
const FIRST_PRINTED = 0x20;
const LINE_BREAK = /[\r\n]/;

/** A status as the lines of its rows, one below the other, and the room that a name leaves for it. */
interface StatusLines {
  readonly lines: readonly string[];
  readonly room: number;
}

const NO_STATUS: StatusLines = { lines: [], room: 0 };

interface ListRows {
  /** The cells of each row, as wide as the sheet: whole rows are passed on as they are all the way to Excel. */
  readonly cells: PlanCell[][];
  /** Rows whose status is outside the vocabulary. */
  readonly outside: number[];
  /** 1 for each row that has to stay with the next one: headings, and names or reasons that go on. */
  readonly binding: number[];
}

function listRows(measures: readonly Measure[], vocabulary: readonly string[], points: readonly number[]): ListRows {
  const rows: ListRows = { cells: [], outside: [], binding: [] };
  const last = points.length - 1;
  const blank = points.map((): PlanCell => "");
  const size = fontSize("treeMeasure");
  const whole = points.reduce((sum, one) => sum + one, 0);
  const roomFrom = (column: number): number => {
    const before = points.slice(0, column).reduce((sum, one) => sum + one, 0);
    return emsIn(whole - before - CELL_PADDING, size);
  };
  const rooms = points.map((_, column) => roomFrom(column));
  const statuses = new Map<string, StatusLines>();
  const statusLines = (status: string): StatusLines => {
    let found = statuses.get(status);
    if (found === undefined) {
      const lines = breakLines(bracketedStatus(status), STATUS_EMS);
      found = { lines, room: Math.max(...lines.map(textWidth)) + STATUS_GAP };
      statuses.set(status, found);
    }
    return found;
  };

  const pushRow = (column: number, name: string, number: CellValue, status: string, binding: 0 | 1): void => {
    const cells = blank.slice();
    cells[NUMBER_COLUMN] = number;
    cells[column] = name;
    cells[last] = status;
    rows.cells.push(cells);
    rows.binding.push(binding);
  };
  const push = (column: number, name: string, number: CellValue, status: StatusLines): void => {
    const room = rooms[column]! / (column === HEADING_COLUMN ? BOLD : 1) - status.room;
    if (status.lines.length <= 1 && surelyFits(name, room)) {
      pushRow(column, name, number, status.lines[0] ?? "", 0);
      return;
    }
    const text = oneLine(name);
    const lines = textWidth(text) <= room ? [text] : breakLines(text, room);
    const height = Math.max(lines.length, status.lines.length);
    for (let i = 0; i < height; i++) {
      pushRow(column, lines[i] ?? "", i === 0 ? number : "", status.lines[i] ?? "", i < height - 1 ? 1 : 0);
    }
  };
  const bindLast = (): void => {
    rows.binding[rows.binding.length - 1] = 1;
  };
  const known = vocabulary.map(statusLines);
  const pushMeasure = (column: number, measure: Measure, text: string): void => {
    const isOutside = measure.statusIndex < 0;
    const status = isOutside ? statusLines(measure.status.trim()) : known[measure.statusIndex]!;
    if (isOutside) rows.outside.push(rows.cells.length);
    const marked = measure.relisted && !measure.name.includes("再掲") ? text + WORDS.relistedMark : text;
    push(column, marked, numberCell(measure.number), status);
    if (isBlankCell(measure.reason)) return;
    bindLast();
    push(NAME_COLUMN, reasonLine(oneLine(measure.reason)), "", NO_STATUS);
  };

  walkMeasureTree(measures, {
    heading: (number, name) => {
      push(HEADING_COLUMN, `${number}　${name}`, "", NO_STATUS);
      bindLast();
    },
    policy: (number, name, measure) => {
      const text = `${isDigits(number) ? `(${number})` : number}　${name}`;
      if (measure !== null) pushMeasure(POLICY_COLUMN, measure, text);
      else {
        push(POLICY_COLUMN, text, "", NO_STATUS);
        bindLast();
      }
    },
    measure: (measure) => {
      pushMeasure(NAME_COLUMN, measure, measure.name);
    },
  });
  return rows;
}

function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return text !== "";
}

/** Whether a text without line breaks fits in so many em by a quick upper bound; the others have to be measured. */
function surelyFits(text: string, room: number): boolean {
  if (text.length > room) return false;
  let narrow = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= FIRST_FULL_WIDTH) continue;
    // Control characters are not worth telling line breaks apart from.
    if (code < FIRST_PRINTED) return false;
    narrow++;
  }
  return text.length + narrow * (WIDEST_LETTER - 1) <= room;
}

/** Line breaks within a name or reason become spaces; the list breaks lines where it needs to. */
function oneLine(text: string): string {
  return LINE_BREAK.test(text) ? text.trim().replace(/\s*[\r\n]+\s*/g, "　") : text;
}

/** Where pages end in a sheet whose list begins with the row `first`: no row is parted from one that it belongs to. */
function listBreaks(
  binding: readonly number[],
  { heading, first }: { readonly heading: number; readonly first: number },
  above: { readonly breaks: readonly number[]; readonly used: number },
  page: number,
): number[] {
  const breaks = [...above.breaks];
  let room = Math.floor((page - above.used) / ROW_HEIGHT);
  // Every later page repeats the list's header.
  const perPage = Math.max(1, Math.floor((page - LIST_HEADER) / ROW_HEIGHT));
  if (room < Math.min(LEAST_ROWS, binding.length)) {
    breaks.push(heading);
    room = Math.floor((page - LIST_HEADING - LIST_HEADER) / ROW_HEIGHT);
  }
  let start = 0;
  while (start + room < binding.length && breaks.length < MAX_BREAKS) {
    let end = start + room;
    while (end > start && binding[end - 1] === 1) end--;
    if (end === start) end = start + room;
    breaks.push(first + end);
    start = end;
    room = perPage;
  }
  return breaks;
}
