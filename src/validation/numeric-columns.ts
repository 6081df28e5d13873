import type { CellValue } from "../cells/cell";
import { isErrorValue } from "../cells/error-value";
import { isBlankCell } from "../ledger/cell-text";
import type { ColumnKey } from "../ledger/ledger";
import { matchKey } from "../ledger/match-key";
import { readNumber } from "../ledger/number-text";
import { dateColumns } from "./date-columns";
import type { LedgerColumn, RuleContext } from "./rule";

/** A column of numbers, with what else its cells hold. */
interface NumericColumn {
  readonly column: LedgerColumn;
  readonly zeros: readonly number[];
  readonly blanks: readonly number[];
  /** Cells with a dash for "no value". */
  readonly dashes: readonly number[];
  /** Cells with any other text. */
  readonly texts: readonly { readonly row: number; readonly text: string }[];
}

/** Fewer numbers than this do not make a column numeric. */
const FEWEST_NUMBERS = 3;

const remembered = new WeakMap<RuleContext, readonly NumericColumn[]>();

const MONEY: readonly (ColumnKey | null)[] = ["budget", "settled"];
const NUMERIC_KEYS: readonly (ColumnKey | null)[] = [null, ...MONEY];
/* Beside the name of an indicator 未集計, ↑ and 306人 are what such a cell may say. */
const NUMERIC_WITHOUT_INDICATOR: readonly (ColumnKey | null)[] = [...NUMERIC_KEYS, "base", "target", "actual", "rate"];

/** The columns of which at least four filled cells in five are numbers, among those of money and those that mean nothing else to a ledger. */
export function numericColumns(context: RuleContext): readonly NumericColumn[] {
  let answer = remembered.get(context);
  if (!answer) {
    const dates = new Set(dateColumns(context).map(({ column }) => column));
    const keys = context.ledger.columns.indicator === undefined ? NUMERIC_WITHOUT_INDICATOR : NUMERIC_KEYS;
    answer = context.columns
      .filter((column) => keys.includes(column.key) && !dates.has(column))
      .flatMap((column) => readColumn(column, context) ?? []);
    remembered.set(context, answer);
  }
  return answer;
}

/** True for a dash that stands for "no value". */
function isDash(value: CellValue): boolean {
  return typeof value === "string" && matchKey(value) === "-";
}

function readColumn(column: LedgerColumn, context: RuleContext): NumericColumn | null {
  const zeros: number[] = [];
  const blanks: number[] = [];
  const dashes: number[] = [];
  const texts: { row: number; text: string }[] = [];
  let numbers = 0;
  for (const { row } of context.ledger.measures) {
    const value = context.valueAt(row, column.column);
    if (typeof value === "number") {
      numbers++;
      if (value === 0) zeros.push(row);
    } else if (isErrorValue(value) || context.isCovered(row, column.column)) continue;
    else if (isBlankCell(value)) blanks.push(row);
    else if (isDash(value)) dashes.push(row);
    else if (typeof value === "string") texts.push({ row, text: value });
  }
  if (numbers >= FEWEST_NUMBERS && numbers >= 4 * texts.length) return { column, zeros, blanks, dashes, texts };
  // Money is numbers by its header, whatever its cells were typed as.
  const readable = MONEY.includes(column.key) ? texts.filter(({ text }) => readNumber(text).kind === "auto").length : 0;
  const most = numbers + readable;
  return most >= FEWEST_NUMBERS && most >= 4 * (texts.length - readable)
    ? { column, zeros, blanks, dashes, texts }
    : null;
}
