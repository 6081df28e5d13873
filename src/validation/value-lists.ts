import { cellText, isBlankCell } from "../ledger/cell-text";
import type { ColumnKey, Ledger } from "../ledger/ledger";
import { matchKey } from "../ledger/match-key";
import { statusIndexOf, statusRecogniser } from "../ledger/recognise-status";
import type { FieldProfile, Settings } from "../ledger/settings";
import type { SheetSource } from "../ledger/source";
import type { CellEdit } from "./finding";

/** The different values of one column of the ledger. */
export interface ValueList {
  readonly key: ColumnKey;
  /** Zero-based sheet column. */
  readonly column: number;
  readonly header: string;
  /** Values that are right as they are: the vocabulary, the fields of 分野; [] where nothing says which are. */
  readonly known: readonly string[];
  /** What is not known first, then the commonest first; at most `MOST_VALUES`. */
  readonly entries: readonly ValueEntry[];
}

/** One value of a column, letter by letter as it is written. */
export interface ValueEntry {
  /** "" for blank cells. */
  readonly text: string;
  /** Zero-based sheet rows of the measures that have it. */
  readonly rows: readonly number[];
  /** What it is counted as: a status or a field by its own name; null where it is counted as nothing known. */
  readonly takenAs: string | null;
  /** True where nothing about it wants a look. */
  readonly isKnown: boolean;
}

/** Columns whose values come again and again, in the order they are offered. */
const LISTED: readonly ColumnKey[] = ["status", "field", "heading", "policy", "department", "direction", "review"];
/** More different values than this are no list of classes. */
export const MOST_VALUES = 200;

/** The values of status, field, levels, department and direction, with what each was taken for. */
export function valueLists(
  source: SheetSource,
  ledger: Ledger,
  settings: Settings,
  fields: readonly FieldProfile[],
): ValueList[] {
  const recognise = statusRecogniser(settings.statuses);
  const statusNames = settings.statuses.map(({ name }) => name);
  const fieldNames = fields.map(({ name }) => name);
  return LISTED.flatMap((key) => {
    const column = ledger.columns[key];
    if (column === undefined || (key === "status" && ledger.statusMarks !== undefined)) return [];
    const known = key === "status" ? statusNames : key === "field" ? fieldNames : [];
    const rows = new Map<string, number[]>();
    for (const { row } of ledger.measures) {
      const text = cellText(source.values[row - source.row]?.[column - source.column]);
      const found = rows.get(text);
      if (found === undefined) rows.set(text, [row]);
      else found.push(row);
    }
    const filledDown = ledger.filledDown.some((one) => one.key === key);
    const takenAs = (text: string): string | null => {
      if (key === "status") return statusNames[statusIndexOf(recognise(text))] ?? null;
      return known.find((name) => matchKey(name) === matchKey(text)) ?? (known.length > 0 ? null : text);
    };
    const entries = [...rows]
      .filter(([text]) => !(filledDown && isBlankCell(text)))
      .map(([text, at]): ValueEntry => {
        const taken = isBlankCell(text) ? null : takenAs(text);
        return { text, rows: at, takenAs: taken, isKnown: taken === text };
      })
      .sort((a, b) => Number(a.isKnown) - Number(b.isKnown) || b.rows.length - a.rows.length);
    const header = ledger.headers.find((one) => one.column === column)?.text ?? "";
    return entries.length > MOST_VALUES ? [] : [{ key, column, header, known, entries }];
  });
}

/** Edits that give every cell of an entry another text. */
export function valueEdits(
  source: Pick<SheetSource, "name">,
  { column }: ValueList,
  { text, rows }: ValueEntry,
  after: string,
): CellEdit[] {
  return rows.map((row) => ({ sheet: source.name, row, column, before: text, after }));
}
