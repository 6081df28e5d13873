import { isBlankCell } from "../ledger/cell-text";
import { cellText } from "../ledger/cell-text";
import { matchKey } from "../ledger/match-key";
import type { ColumnKey } from "../ledger/ledger";
import { columnsOf } from "./amounts";
import { excerpt, quotedList } from "./quote";
import type { LedgerColumn, Report, RuleContext } from "./rule";
import { nearestOf } from "../ledger/similarity";

/** A value that stands once among few that come again and again. */
interface OddValue {
  readonly row: number;
  readonly text: string;
  /** The values that are usual, the commonest first. */
  readonly usual: readonly string[];
  /** The usual value that the odd one is near to; undefined where none is. */
  readonly nearest: string | undefined;
}

/** Rows from which on a column shows what is usual in it. */
const FEWEST_ROWS = 8;
/** More different values than this are no vocabulary. */
const MOST_VALUES = 8;
/** A usual value comes so often. */
const USUAL = 3;

/** The odd values of a column that follows a vocabulary of its own; `isKnown` says of a key that it is an ordinary word there. */
function oddValues(
  { ledger, valueAt }: RuleContext,
  { column }: LedgerColumn,
  isKnown: (key: string) => boolean,
): OddValue[] {
  const values = new Map<string, { text: string; rows: number[] }>();
  let filled = 0;
  for (const { row } of ledger.measures) {
    const value = valueAt(row, column);
    if (isBlankCell(value)) continue;
    filled++;
    const key = matchKey(cellText(value));
    const known = values.get(key);
    if (known) known.rows.push(row);
    else if (values.size > MOST_VALUES + 2) return [];
    else values.set(key, { text: cellText(value), rows: [row] });
  }
  const sorted = [...values.entries()].sort(([, a], [, b]) => b.rows.length - a.rows.length);
  const usual = sorted.filter(([, { rows }]) => rows.length >= USUAL);
  const odd = sorted.filter(([key, { rows }]) => rows.length === 1 && !isKnown(key));
  if (filled < FEWEST_ROWS || usual.length === 0 || usual.length > MOST_VALUES || odd.length > 2) return [];
  return odd.map(([key, { text, rows }]) => ({
    row: rows[0]!,
    text,
    usual: usual.map(([, value]) => value.text),
    nearest:
      usual[
        nearestOf(
          key,
          usual.map(([other]) => other),
        )
      ]?.[1].text,
  }));
}

/** Reports the odd values of every column of a kind, in the words of the rule that asks. */
export function reportOddValues(
  context: RuleContext,
  key: ColumnKey,
  isKnown: (key: string) => boolean,
  rule: { readonly message: (text: string, usual: string) => string; readonly suggestion: string },
  report: Report,
): void {
  for (const column of columnsOf(context, key)) {
    for (const { row, text, usual, nearest } of oddValues(context, column, isKnown)) {
      report({
        at: { row, column: column.column },
        value: text,
        message: rule.message(excerpt(text), quotedList(usual, context.words)),
        suggestion: rule.suggestion,
        choices: nearest === undefined ? [] : [{ after: nearest }],
      });
    }
  }
}
