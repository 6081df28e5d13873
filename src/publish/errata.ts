import { headerOf } from "../ledger/columns";
import { paragraph, type Chapter, type TableBlock } from "../report/document/blocks";
import { dataCsv, parseCsv, type DataColumn, type DataTable } from "./csv/table";
import { DATA, ERRATA } from "./words";

/** A correction: where, what, and what stood there before and stands there now. */
export interface Correction {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly place: string;
  readonly item: string;
  readonly wrong: string;
  readonly right: string;
}

/** The tables of an earlier publication as they were read from its files, headers first. */
export interface EarlierTables {
  readonly measures: readonly (readonly string[])[];
  readonly counts: readonly (readonly string[])[];
  /** Corrections that it already said. */
  readonly errata: readonly (readonly string[])[];
  /** A text as its encoding gives it back, which may lack some of the characters. */
  readonly asEncoded: (text: string) => string;
}

const COLUMNS = ["date", "place", "item", "wrong", "right"] as const;

/** All corrections: those that were said before, then what differs now, measures first. */
export function corrections(
  earlier: EarlierTables,
  measures: DataTable,
  counts: DataTable,
  date: string,
): Correction[] {
  const before = earlier.errata.slice(1).map(([said = "", place = "", item = "", wrong = "", right = ""]) => ({
    date: said,
    place,
    item,
    wrong,
    right,
  }));
  const changes = [
    ...differences(earlier.measures, measures, measureKeys, earlier.asEncoded),
    ...differences(earlier.counts, counts, countKeys, earlier.asEncoded),
  ];
  return [...before, ...changes.map((change) => ({ date, ...change }))];
}

/** The corrections as an open data table. */
export function errataTable(list: readonly Correction[]): DataTable {
  return {
    columns: COLUMNS.map((key): DataColumn => ({
      title: ERRATA.columns[key],
      type: key === "date" ? "date" : "string",
      description: ERRATA.descriptions[key],
    })),
    rows: list.map((correction) => COLUMNS.map((key) => correction[key])),
  };
}

/** 正誤表 as the last chapter of the report. */
export function errataChapter(list: readonly Correction[]): Chapter {
  const table: TableBlock = {
    kind: "table",
    caption: ERRATA.title,
    unit: "",
    columns: COLUMNS.map((key) => ({ heading: ERRATA.columns[key], kind: key === "place" ? "label" : "text" })),
    rows: list.map((correction) => ({ cells: COLUMNS.map((key) => correction[key]) })),
    decimals: 0,
    notes: [],
  };
  return { id: "errata", title: ERRATA.title, blocks: [paragraph(ERRATA.intro), table] };
}

/** How the rows of a table are told apart and called; "" for a row that cannot be told from others. */
type RowKeys = (header: readonly string[], rows: readonly (readonly string[])[]) => { key: string; place: string }[];

function differences(
  before: readonly (readonly string[])[],
  table: DataTable,
  keysOf: RowKeys,
  asEncoded: EarlierTables["asEncoded"],
): Omit<Correction, "date">[] {
  // As it stands in its file: with the apostrophes that keep spreadsheets from running it.
  const csv = dataCsv(table);
  const now = parseCsv(csv);
  const [, ...comparable] = parseCsv(asEncoded(csv));
  const [oldHeader = [], ...oldRows] = before;
  const [header = [], ...rows] = now;
  const old = keysOf(oldHeader, oldRows);
  const oldByKey = new Map(old.map(({ key }, at) => [key, at]));
  const keys = keysOf(header, comparable);
  const places = keysOf(header, rows);
  const found = new Set<number>();
  const changes = rows.flatMap((row, at): Omit<Correction, "date">[] => {
    const { place } = places[at]!;
    const match = oldByKey.get(keys[at]!.key);
    if (match === undefined) return [{ place, item: ERRATA.row, wrong: ERRATA.absent, right: said(row, header) }];
    found.add(match);
    return header.flatMap((item, column) => {
      const oldColumn = oldHeader.indexOf(item);
      const wrong = oldColumn < 0 ? "" : (oldRows[match]?.[oldColumn] ?? "");
      const right = row[column] ?? "";
      return wrong === (comparable[at]?.[column] ?? "")
        ? []
        : [{ place, item, wrong: wrong || ERRATA.absent, right: right || ERRATA.absent }];
    });
  });
  const removed = oldRows.flatMap((row, at) =>
    found.has(at)
      ? []
      : [{ place: old[at]!.place, item: ERRATA.row, wrong: said(row, oldHeader), right: ERRATA.removed }],
  );
  return [...changes, ...removed];
}

/** A row that comes or goes, in what is filled of it. */
function said(row: readonly string[], header: readonly string[]): string {
  return row.flatMap((cell, at) => (cell === "" ? [] : [`${header[at] ?? ""}：${cell}`])).join("、");
}

/** Measures are told apart by their number where every one has another, else by all their levels and name. */
function measureKeys(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): { key: string; place: string }[] {
  const nameColumn = header.indexOf(DATA.name);
  const numbers = rows.map((row) => row[0] ?? "");
  const isNumbered = nameColumn > 0 && new Set(numbers).size === rows.length && !numbers.includes("");
  return unique(
    rows.map((row) => {
      const name = row[nameColumn] ?? "";
      if (isNumbered && header[0] === NUMBER) return { key: row[0]!, place: `${row[0]!}　${name}` };
      return { key: row.slice(0, nameColumn + 1).join("\n"), place: name };
    }),
  );
}

const NUMBER = headerOf("number");

function countKeys(_header: readonly string[], rows: readonly (readonly string[])[]): { key: string; place: string }[] {
  return unique(
    rows.map(([of = "", field = "", group = ""]) => ({
      key: [of, field, group].join("\n"),
      place: [field, group].filter((text) => text !== "").join("　") || of,
    })),
  );
}

/** Rows that are alike are told apart by their order. */
function unique(keys: readonly { readonly key: string; readonly place: string }[]): { key: string; place: string }[] {
  const times = new Map<string, number>();
  return keys.map(({ key, place }) => {
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return { key: time === 1 ? key : `${key}\n${time}`, place };
  });
}
