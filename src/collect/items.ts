import { cellAddress, type CellValue } from "../cells/cell";
import { cellText, isBlankCell } from "../ledger/cell-text";
import { fingerprint } from "../ledger/fingerprint";
import type { ColumnKey, Measure } from "../ledger/ledger";
import { matchKey } from "../ledger/match-key";
import { serialDate } from "../ledger/wareki";
import type { ColumnUse, JoinedColumns } from "./join-columns";
import type { ReceivedLedger } from "./received";

/** A measure as it comes into the collected ledger, with further rows of its indicators. */
export interface Item {
  readonly received: ReceivedLedger;
  readonly section: string;
  readonly measure: Measure;
  /** One row, or more where further indicators follow; one cell for each joined column. */
  readonly rows: readonly ItemRow[];
  /** What it is compared by: its names from the policy down, and its number; "" where it has none. */
  readonly nameKey: string;
  readonly numberKey: string;
  /** Where its name stands: A1 on its sheet. */
  readonly cell: string;
}

/** A row with where it came from. */
export interface ItemRow {
  readonly cells: readonly CellValue[];
  readonly file: string;
  readonly sheet: string;
  /** One-based row on its sheet. */
  readonly row: number;
  /** Fingerprint of its cells. */
  readonly print: string;
}

const FILLED: readonly ColumnKey[] = [
  "number",
  "field",
  "headingNumber",
  "heading",
  "policyNumber",
  "policy",
  "action",
  "measure",
];

/** The measures of a ledger, each cell under the joined column that it belongs to. */
export function itemsOf(received: ReceivedLedger, section: string, { columns, uses }: JoinedColumns): Item[] {
  const { ledger, source, file, sheet } = received;
  const use = uses.get(received) ?? [];
  const dates = new Set(received.dateColumns);
  const rowOf = (row: number, measure: Measure | null): ItemRow => {
    const cells = new Array<CellValue>(columns.length).fill("");
    for (const one of use) cells[one.joined] = valueOf(one, source.values[row - source.row] ?? [], measure);
    // By what the columns are: further columns of other ledgers change nothing.
    const filled = cells.flatMap((cell, at) => (cell === "" ? [] : [columns[at]!.id, cell]));
    return { cells, file, sheet, row: row + 1, print: fingerprint([filled]) };
  };
  const valueOf = ({ reading }: ColumnUse, written: readonly CellValue[], measure: Measure | null): CellValue => {
    const { key, column } = reading;
    if (measure !== null && key === "status" && ledger.statusMarks !== undefined && column === ledger.columns.status) {
      return measure.status;
    }
    const cell = column < 0 ? "" : (written[column - source.column] ?? "");
    if (measure !== null && isBlankCell(cell) && key !== null && FILLED.includes(key)) {
      // Named once for a group: every row of the collected ledger stands for itself.
      return isMain(received, key, column) ? measure[key as "field"] : cell;
    }
    return typeof cell === "number" && dates.has(column) ? dateText(cell) : cell;
  };
  const further = new Map<number, number[]>();
  let last = -1;
  const rows = [
    ...ledger.measures.map(({ row }) => ({ row, isMeasure: true })),
    ...(ledger.skipped ?? []).filter(({ kind }) => kind === "continued").map(({ row }) => ({ row, isMeasure: false })),
  ].sort((a, b) => a.row - b.row);
  for (const { row, isMeasure } of rows) {
    if (isMeasure) further.set((last = row), []);
    else further.get(last)?.push(row);
  }
  const nameColumn = ledger.levels[ledger.levels.length - 1]?.column ?? 0;
  return ledger.measures.map((measure) => ({
    received,
    section,
    measure,
    rows: [rowOf(measure.row, measure), ...(further.get(measure.row) ?? []).map((row) => rowOf(row, null))],
    nameKey: nameKeyOf(measure),
    numberKey: matchKey(measure.number),
    cell: cellAddress(measure.row, Math.max(0, nameColumn)),
  }));
}

/** What tells measures apart by name; that of a measure that is listed again is another's. */
export function nameKeyOf({ policy, action, measure, name, relisted }: Measure): string {
  if (relisted) return "";
  const path = [policy, action, measure].map(matchKey).filter((key) => key !== "");
  return path.length === 0 ? matchKey(name) : path.join("\n");
}

function isMain({ ledger }: ReceivedLedger, key: ColumnKey, column: number): boolean {
  return column < 0 || ledger.columns[key] === column;
}

/** As clerks write dates into lists: 2026/3/31. */
function dateText(serial: number): CellValue {
  if (serial < 1 || serial > LAST_SERIAL) return serial;
  const { year, month, day } = serialDate(Math.floor(serial));
  return `${year}/${month}/${day}`;
}

/** 31 December 9999. */
const LAST_SERIAL = 2_958_465;

/** The joined columns in which two measures differ; their numbers and who reports them aside. */
export function differences(one: Item, other: Item, { columns }: JoinedColumns): number[] {
  const [a, b] = [one.rows[0]!.cells, other.rows[0]!.cells];
  return columns.flatMap(({ key }, at) => {
    if (key === "number" || key === "department" || key === "headingNumber" || key === "policyNumber") return [];
    return matchKey(cellText(a[at])) === matchKey(cellText(b[at])) ? [] : [at];
  });
}
