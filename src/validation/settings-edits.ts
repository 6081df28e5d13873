import type { CellValue } from "../cells/cell";
import { cellText, isBlankCell } from "../ledger/cell-text";
import { headerOf } from "../ledger/columns";
import type { ColumnMapping } from "../ledger/columns/read-columns";
import { matchKey } from "../ledger/match-key";
import {
  isYearItem,
  MAPPING_HEADERS,
  MAPPING_TABLE,
  METHOD_HEADERS,
  METHOD_TABLE,
  settingsTables,
  splitSynonyms,
  tableRows,
  UNUSED_COLUMN,
  VOCABULARY_HEADERS,
  VOCABULARY_TABLE,
  YEAR_NAMES,
} from "../ledger/read-settings";
import type { Status } from "../ledger/settings";
import type { SheetSource } from "../ledger/source";
import { formatFiscalYear } from "../ledger/wareki";
import type { CellEdit } from "./finding";

/** What a person wants 設定 to say from now on. */
export interface SettingsChange {
  /** 状況区分, where the sheet has none yet. */
  readonly statuses?: readonly Status[];
  /** Rows of 列の対応; a header that is there already gets the new meaning. */
  readonly columns?: readonly ColumnMapping[];
  /** 対象年度, a western fiscal year. */
  readonly year?: number;
  /** Texts that are to be taken as a 区分 from now on. */
  readonly synonyms?: readonly { readonly status: string; readonly text: string }[];
}

/**
 * The edits that make a 設定 sheet say so: in its tables where they are there and have room, else in tables of their own
 * below everything else. A cell that somebody filled is changed only where it says the same thing otherwise.
 */
export function settingsEdits(source: SheetSource, change: SettingsChange): readonly CellEdit[] {
  const page = new Page(source);
  const tables = settingsTables(source);
  if (change.statuses !== undefined) {
    addRows(page, source, tables, {
      title: VOCABULARY_TABLE,
      headers: VOCABULARY_HEADERS,
      at: tables.vocabulary,
      name: "name",
      rows: change.statuses.map(statusRow),
    });
  }
  if (change.columns !== undefined) {
    addRows(page, source, tables, {
      title: MAPPING_TABLE,
      headers: MAPPING_HEADERS,
      at: tables.mapping,
      name: "header",
      rows: change.columns.map(({ header, key, year }) => ({
        header,
        meaning: key === null ? UNUSED_COLUMN : headerOf(key),
        year: year === null ? "" : formatFiscalYear(year),
      })),
    });
  }
  if (change.year !== undefined) {
    addRows(page, source, tables, {
      title: METHOD_TABLE,
      headers: METHOD_HEADERS,
      at: tables.method,
      name: "item",
      rows: [{ item: YEAR_NAMES[0], value: formatFiscalYear(change.year) }],
      isSame: (text) => isYearItem(text),
    });
  }
  for (const { status, text } of change.synonyms ?? []) addSynonym(page, source, tables, status, text);
  return page.edits();
}

const YES = "○";

function statusRow(status: Status): Record<keyof typeof VOCABULARY_HEADERS, string> {
  return {
    name: status.name,
    meaning: status.meaning,
    achieved: status.achieved ? YES : "",
    inDenominator: status.inDenominator ? YES : "",
    reasonRequired: status.reasonRequired ? YES : "",
    synonyms: status.synonyms.join("、"),
    rateFrom: status.rateFrom === undefined ? "" : `${status.rateFrom}%`,
  };
}

interface Addition<Column extends string> {
  readonly title: string;
  readonly headers: Readonly<Record<Column, readonly string[]>>;
  readonly at: readonly { readonly row: number; readonly columns: Readonly<Partial<Record<Column, number>>> }[];
  /** The column that says what a row is about. */
  readonly name: NoInfer<Column>;
  readonly rows: readonly Readonly<Partial<Record<NoInfer<Column>, string>>>[];
  readonly isSame?: (text: string) => boolean;
}

function addRows<Column extends string>(
  page: Page,
  source: SheetSource,
  tables: ReturnType<typeof settingsTables>,
  addition: Addition<Column>,
): void {
  const { headers, at, name, isSame } = addition;
  const keys = Object.keys(headers) as Column[];
  let left = addition.rows;
  for (const { row: headerRow, columns } of at) {
    const rows = [...tableRows(source, headerRow, columns[name], tables)];
    const write = (row: number, values: Readonly<Partial<Record<Column, string>>>) => {
      for (const key of keys) if (columns[key] !== undefined) page.write(row, columns[key], values[key] ?? "");
    };
    left = left.filter((values) => {
      const wanted = matchKey(values[name] ?? "");
      const former = rows.find(({ cells }) => {
        const text = cellText(cells[columns[name] ?? -1]);
        return isSame?.(text) ?? matchKey(text) === wanted;
      });
      if (former !== undefined) write(former.row, values);
      return former === undefined;
    });
    const used = keys.flatMap((key) => columns[key] ?? []);
    const first = headerRow + 1 + rows.length;
    // The row after the last new one stays blank as well, or the table would run into what follows.
    const hasRoom = keys.every(
      (key) => columns[key] !== undefined || left.every((values) => (values[key] ?? "") === ""),
    );
    if (left.length > 0 && hasRoom && page.isBlank(first, left.length + 1, used)) {
      left.forEach((values, index) => {
        write(first + index, values);
      });
      left = [];
    }
  }
  if (left.length === 0) return;
  const first = page.end() + (page.end() === 0 ? 0 : 1);
  page.write(first, 0, addition.title);
  keys.forEach((key, column) => {
    page.write(first + 1, column, headers[key][0] ?? "");
    left.forEach((values, index) => {
      page.write(first + 2 + index, column, values[key] ?? "");
    });
  });
}

function addSynonym(
  page: Page,
  source: SheetSource,
  tables: ReturnType<typeof settingsTables>,
  status: string,
  text: string,
): void {
  for (const { row: headerRow, columns } of tables.vocabulary) {
    if (columns.synonyms === undefined) continue;
    for (const { row, cells } of tableRows(source, headerRow, columns.name, tables)) {
      if (cellText(cells[columns.name ?? -1]).trim() !== status) continue;
      const known = splitSynonyms(page.textAt(row, columns.synonyms));
      if (known.some((one) => matchKey(one) === matchKey(text))) return;
      page.write(row, columns.synonyms, [...known, text].join("、"));
      return;
    }
  }
}

/** The sheet with what was written on it so far; rows and columns are indexes within the used range, rows may lie below it. */
class Page {
  private readonly written = new Map<string, { row: number; column: number; text: string }>();
  private lastRow: number;

  constructor(private readonly source: SheetSource) {
    this.lastRow = source.values.length;
  }

  /** Index of the first row below everything. */
  end(): number {
    return this.lastRow;
  }

  write(row: number, column: number, text: string): void {
    this.written.set(`${row} ${column}`, { row, column, text });
    this.lastRow = Math.max(this.lastRow, row + 1);
  }

  textAt(row: number, column: number): string {
    return this.written.get(`${row} ${column}`)?.text ?? cellText(this.before(row, column));
  }

  isBlank(row: number, rows: number, columns: readonly number[]): boolean {
    for (let at = row; at < row + rows; at++) {
      if (columns.some((column) => this.textAt(at, column) !== "" || !isBlankCell(this.before(at, column))))
        return false;
    }
    return true;
  }

  edits(): CellEdit[] {
    const { name, row: top, column: left } = this.source;
    return [...this.written.values()].flatMap(({ row, column, text }) => {
      const before = this.before(row, column);
      if (cellText(before) === text) return [];
      return [{ sheet: name, row: top + row, column: left + column, before, after: text }];
    });
  }

  private before(row: number, column: number): CellValue {
    return this.source.values[row]?.[column] ?? "";
  }
}
