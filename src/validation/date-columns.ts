import type { CellValue } from "../cells/cell";
import { isErrorValue } from "../cells/error-value";
import { cellText, isBlankCell } from "../ledger/cell-text";
import { matchKey } from "../ledger/match-key";
import { readDate, readPeriod, type DateReading } from "../ledger/parse-wareki";
import { ERA_LETTERS, ERA_NAMES, serialDate } from "../ledger/wareki";
import type { LedgerColumn, RuleContext } from "./rule";

/** A cell of a date column that is, or tries to be, a date. */
export interface DateCell {
  readonly row: number;
  readonly value: CellValue;
  readonly text: string;
  readonly reading: DateReading;
  /** Its notation with every number as 9: "平成9年9月9日" and "令和9年9月9日" are one, "E9年9月9日". */
  readonly notation: string;
}

/** A column of the ledger that holds dates. */
interface DateColumn {
  readonly column: LedgerColumn;
  readonly cells: readonly DateCell[];
  /** Cells with another text: 未定, 3月末. Dashes and periods are none. */
  readonly others: readonly { readonly row: number; readonly text: string }[];
  /** The year in the middle of the column's dates; null where fewer than three say one. */
  readonly usualYear: number | null;
}

/** Headers that promise a date. */
const DATE_HEADER = /日付|年月|期日|期限|時期|年度|完了日|開始日|終了日|実施日|予定日|[年月]日$|日$/;
/** So many cells of a column decide whether it holds dates. */
const SAMPLE = 50;
/** Days from 1950 to 2099 as Excel serial numbers. */
const FIRST_SERIAL = 18_264;
const LAST_SERIAL = 73_050;

const remembered = new WeakMap<RuleContext, readonly DateColumn[]>();

/** The columns that hold dates, among those that mean nothing else to a ledger. */
export function dateColumns(context: RuleContext): readonly DateColumn[] {
  let answer = remembered.get(context);
  if (!answer) {
    answer = context.columns
      .filter(({ key }) => key === null || key === "period")
      .flatMap((column) => readColumn(column, context) ?? []);
    remembered.set(context, answer);
  }
  return answer;
}

function readColumn(column: LedgerColumn, context: RuleContext): DateColumn | null {
  const promised = DATE_HEADER.test(matchKey(column.header));
  const readings = new Map<CellValue, Omit<DateCell, "row"> | null>();
  const read = (value: CellValue) => {
    let cell = readings.get(value);
    if (cell === undefined) readings.set(value, (cell = readCell(value, promised)));
    return cell;
  };
  const filled = context.ledger.measures
    .map(({ row }) => ({ row, value: context.valueAt(row, column.column) }))
    .filter(({ value }) => !isBlankCell(value));
  const sample = filled.slice(0, SAMPLE);
  const dates = sample.filter(({ value }) => read(value) !== null).length;
  // Half are enough where the header promises dates; a column without such a header must hold little else.
  if (dates === 0 || dates < sample.length * (promised ? 0.5 : 0.8) || (!promised && dates < 2)) return null;
  const cells: DateCell[] = [];
  const others: { row: number; text: string }[] = [];
  for (const { row, value } of filled) {
    const cell = read(value);
    if (cell) cells.push({ row, ...cell });
    else if (typeof value === "string" && isNoDate(value)) others.push({ row, text: value });
  }
  return { column, cells, others, usualYear: usualYear(cells) };
}

/** True for a text that says no date, no period and not that there is none. */
function isNoDate(text: string): boolean {
  return matchKey(text) !== "-" && !isErrorValue(text) && readPeriod(text).kind === "error";
}

function usualYear(cells: readonly DateCell[]): number | null {
  const years = new Int32Array(cells.length);
  let count = 0;
  for (const { reading } of cells) if (reading.kind !== "error" && reading.value) years[count++] = reading.value.year;
  return count < 3 ? null : years.subarray(0, count).sort()[count >> 1]!;
}

/** Years from which and up to which plans have their dates; further away a digit is wrong. */
const [EARLIEST_YEAR, LATEST_YEAR] = [1945, 2100];
/** Years that the dates of one column lie apart at most. */
const APART = 45;

/** True for a date whose year cannot be meant. */
export function isDistant({ reading }: DateCell, usual: number | null): boolean {
  if (reading.kind === "error" || !reading.value) return false;
  const { year } = reading.value;
  return year < EARLIEST_YEAR || year > LATEST_YEAR || (usual !== null && Math.abs(year - usual) > APART);
}

function readCell(value: CellValue, promised: boolean): Omit<DateCell, "row"> | null {
  if (typeof value === "number") {
    if (!promised) return null;
    if (value >= 1000 && value <= 9999 && Number.isInteger(value)) {
      return {
        value,
        text: cellText(value),
        reading: { kind: "ok", value: { precision: "year", year: value } },
        notation: "9",
      };
    }
    if (value < FIRST_SERIAL || value > LAST_SERIAL) return null;
    const day = serialDate(value);
    return {
      value,
      text: `${day.year}/${day.month}/${day.day}`,
      reading: { kind: "ok", value: { precision: "day", ...day } },
      notation: "serial",
    };
  }
  if (typeof value !== "string" || value.length > 40) return null;
  const reading = readDate(value);
  if (reading.kind === "error" && reading.error === "not-a-date") return null;
  // A bare number of up to four digits is a year only where the header says so.
  if (!promised && /^\d{1,4}$/.test(matchKey(value))) return null;
  return { value, text: value, reading, notation: notationOf(value) };
}

const ERA_NAME = new RegExp(ERA_NAMES);
const ERA_LETTER = new RegExp(`^[${ERA_LETTERS.toLowerCase()}](?=[\\d元])`);

function notationOf(text: string): string {
  return matchKey(text)
    .replace(ERA_NAME, "E")
    .replace(ERA_LETTER, "e")
    .replace(/元|[〇一二三四五六七八九十]+|\d+/g, "9");
}
