import { isBlankCell } from "../ledger/cell-text";
import { headerOf } from "../ledger/columns";
import type { ColumnKey, ColumnReading } from "../ledger/ledger";
import { matchKey } from "../ledger/match-key";
import { formatFiscalYear } from "../ledger/wareki";
import type { ReceivedLedger } from "./received";

/** A column of the collected ledger. */
export interface JoinedColumn {
  readonly id: string;
  /** Its header, unlike every other's. */
  readonly header: string;
  readonly key: ColumnKey | null;
  readonly year: number | null;
}

/** Where a ledger's columns go. */
export interface ColumnUse {
  readonly joined: number;
  readonly reading: ColumnReading;
}

/** The columns of all ledgers, matched by what they mean. */
export interface JoinedColumns {
  readonly columns: readonly JoinedColumn[];
  /** For each ledger, its columns in sheet order. */
  readonly uses: ReadonlyMap<ReceivedLedger, readonly ColumnUse[]>;
}

/** Columns of which a measure may have several, for years or indicators. */
const REPEATED: readonly ColumnKey[] = [
  "indicator",
  "unit",
  "indicatorKind",
  "improvement",
  "source",
  "base",
  "target",
  "actual",
  "rate",
  "budget",
  "settled",
  "review",
  "opinion",
];

/**
 * Matches the columns of ledgers by their meaning, each read with its own file's column mapping; what nobody knows is matched
 * by its header. The order is that of the form most rows came in, with the further columns of others behind their neighbours.
 */
export function joinColumns(ledgers: readonly ReceivedLedger[]): JoinedColumns {
  const read = ledgers.map((received) => ({ received, columns: columnsOf(received) }));
  const order: { id: string; reading: ColumnReading }[] = [];
  for (const { columns } of [usualForm(read), ...read]) {
    let after = -1;
    for (const { id, reading } of columns) {
      const at = order.findIndex((one) => one.id === id);
      if (at < 0) order.splice(++after, 0, { id, reading });
      else after = at;
    }
  }
  const places = new Map(order.map(({ id }, at) => [id, at]));
  return {
    columns: named(order),
    uses: new Map(
      read.map(({ received, columns }) => [
        received,
        columns.map(({ id, reading }) => ({ joined: places.get(id)!, reading })),
      ]),
    ),
  };
}

interface ReadColumns {
  readonly received: ReceivedLedger;
  readonly columns: readonly { readonly id: string; readonly reading: ColumnReading }[];
}

function usualForm(read: readonly ReadColumns[]): ReadColumns {
  const rows = new Map<string, number>();
  const formOf = ({ columns }: ReadColumns) => columns.map(({ id, reading }) => `${id}\n${reading.text}`).join("\n");
  for (const one of read) rows.set(formOf(one), (rows.get(formOf(one)) ?? 0) + one.received.ledger.measures.length);
  const most = Math.max(...rows.values());
  return read.find((one) => rows.get(formOf(one)) === most)!;
}

function columnsOf({ ledger }: ReceivedLedger): ReadColumns["columns"] {
  const marks = new Set((ledger.statusMarks ?? []).map(({ column }) => column));
  const taken = new Map<string, number>();
  const columns: { id: string; reading: ColumnReading }[] = [];
  const band = ledger.levels.find(({ column }) => column < 0);
  if (band !== undefined) columns.push({ id: band.key, reading: bandReading(band.key, band.name) });
  for (const reading of ledger.headers) {
    // Several columns with a mark are one status.
    if (marks.has(reading.column) && reading.column !== ledger.columns.status) continue;
    const isMark = marks.has(reading.column);
    const id = isMark ? "status" : idOf(reading, ledger.columns[reading.key ?? "number"] === reading.column);
    const count = (taken.get(id) ?? 0) + 1;
    taken.set(id, count);
    const shown = isMark ? { ...reading, text: headerOf("status"), key: "status" as const } : reading;
    columns.push({ id: count === 1 ? id : `${id} ${count}`, reading: shown });
  }
  return columns;
}

function bandReading(key: ColumnKey, name: string): ColumnReading {
  return {
    column: -1,
    text: name === "" ? headerOf(key) : name,
    key,
    year: null,
    stage: "",
    index: 0,
    unit: "",
    by: "header",
  };
}

function idOf({ key, year, stage, index, text }: ColumnReading, isMain: boolean): string {
  if (key === null) return `? ${matchKey(text)}`;
  if (isMain && !REPEATED.includes(key)) return key;
  return [key, year ?? "", matchKey(stage), index > 1 ? index : ""].join("|");
}

/** Gives every column a header of one row that no other has. */
function named(order: readonly { readonly id: string; readonly reading: ColumnReading }[]): JoinedColumn[] {
  const taken = new Set<string>();
  return order.map(({ id, reading }) => {
    const { key, year } = reading;
    const text = headerText(reading);
    const stamped = year === null ? text : `${formatFiscalYear(year)} ${text}`;
    const free = [text, stamped].find((one) => !taken.has(matchKey(one)));
    let header = free ?? stamped;
    for (let number = 2; taken.has(matchKey(header)); number++) header = `${stamped}${number}`;
    taken.add(matchKey(header));
    return { id, header, key, year };
  });
}

/** Bands and own text in one line; a band that says nothing new is left out. */
function headerText({ text, key }: ColumnReading): string {
  const parts = text.split(" › ").map((part) => part.replace(/\s+/g, ""));
  const own = parts.filter((part, at) => !isBlankCell(part) && part !== parts[at + 1]);
  return own.join(" ") || (key === null ? "（見出しなし）" : headerOf(key));
}
