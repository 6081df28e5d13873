import { areaAddress, cellAddress } from "../cells/cell";
import { isBlankCell } from "./cell-text";
import { choiceWithin, type ColumnChoice } from "./columns";
import { findHeader, type HeaderMatch } from "./columns/find-header";
import type { ColumnMapping } from "./columns/read-columns";
import type { Fingerprint } from "./fingerprint";
import { FieldList } from "./field-list";
import type { ColumnKey, ColumnReading, IndicatorColumns, Ledger, LedgerProblem } from "./ledger";
import { readRows } from "./read-rows";
import type { FieldProfile, Status } from "./settings";
import type { SheetSource } from "./source";

/** What a ledger is read against. */
export interface LedgerContext {
  readonly statuses: readonly Status[];
  /** The 分野 sheet's fields, in the plan's order; a ledger's field is found by name or 略称. */
  readonly fieldOrder: readonly Pick<FieldProfile, "name" | "shortName">[];
  /** Zero-based sheet columns chosen by hand; -1 for a column the ledger does not have. */
  readonly columns?: ColumnChoice;
  /** 列の対応 of 設定. */
  readonly mapping?: readonly ColumnMapping[];
  /** Western fiscal year the ledger is about, where a person or 設定 says it. */
  readonly year?: { readonly year: number; readonly by: "choice" | "settings" } | null;
  /**
   * What an error value (#N/A…) in 分野, 施策, 個別事業 or 状況 does: "stop" (default) makes it the problem, "keep" reads it
   * as text, for a check that wants to name every one of them.
   */
  readonly errorValues?: "stop" | "keep";
}

/** A ledger, or why the sheet could not be read as one. */
export type LedgerResult =
  { readonly ledger: Ledger; readonly problem?: never } | { readonly problem: LedgerProblem; readonly ledger?: never };

/**
 * Reads a sheet as a ledger. Every row below the header is a measure, except blank rows, total rows (計, 合計, 小計…) and
 * notes; those between and below the measures are named in `Ledger.skipped`. Texts are kept as they are.
 *
 * @param fingerprint takes the header and the measure rows, in all columns of the used range, each row as it is read: a large
 *   ledger's texts lie all over the memory, and going through them a second time costs more than the fingerprint itself
 */
export function readLedger(source: SheetSource, context: LedgerContext, fingerprint?: Fingerprint): LedgerResult {
  const { row: firstRow, column: firstColumn } = source;
  const search = findHeader(source.values, {
    choice: choiceWithin(context.columns, firstColumn),
    ...(context.mapping === undefined ? {} : { mapping: context.mapping }),
    ...(context.year === undefined ? {} : { year: context.year }),
  });
  if (!("found" in search)) {
    const { missing, seen } = search;
    return {
      problem: {
        kind: "not-a-ledger",
        sheet: source.name,
        missing,
        seen,
        seenColumns: (source.values[search.row] ?? []).flatMap((cell, index) =>
          isBlankCell(cell) ? [] : [firstColumn + index],
        ),
        row: search.row < 0 ? 0 : firstRow + search.row + 1,
      },
    };
  }
  const header = search.found;
  const headers = header.readings.map((reading) => ({ ...reading, column: firstColumn + reading.column }));
  if (header.ambiguous.length > 0) {
    const candidates = header.ambiguous.map((index) => firstColumn + index);
    return {
      problem: {
        kind: "ambiguous-columns",
        sheet: source.name,
        key: "status",
        candidates: headers
          .filter(({ column }) => candidates.includes(column))
          .map(({ column, text }) => ({ column, cell: cellAddress(firstRow + header.row, column), text })),
      },
    };
  }
  const fields = new FieldList(context.fieldOrder);
  for (let row = header.top; row <= header.row; row++) fingerprint?.addRow(source.values[row] ?? []);
  const rows = readRows(source, header, context, fields, fingerprint);
  if ("problem" in rows) return rows;
  if (rows.measures.length === 0) {
    return {
      problem: { kind: "empty-ledger", sheet: source.name, headerAddress: headerAddress(source, header, headers) },
    };
  }
  const last = rows.measures[rows.measures.length - 1];
  return {
    ledger: {
      sheet: source.name,
      headerRow: firstRow + header.row,
      headerTop: firstRow + header.top,
      firstRow: rows.measures[0]!.row,
      lastRow: last!.row,
      columns: onSheet(header.columns, firstColumn),
      headers,
      levels: [
        ...(rows.bands.length > 0 ? [{ key: "field" as const, name: bandWord(rows.bands), column: -1 }] : []),
        ...header.levels.map((level) => ({ ...level, column: firstColumn + level.column })),
      ],
      year: header.year === null || header.yearBy === null ? null : { year: header.year, by: header.yearBy },
      title: header.title,
      asOf: header.asOf,
      indicators: header.indicators.map((group) => indicatorOnSheet(group, firstColumn)),
      ...(header.statusMarks.length === 0
        ? {}
        : { statusMarks: header.statusMarks.map((mark) => ({ ...mark, column: firstColumn + mark.column })) }),
      filledDown: rows.filledDown,
      unclearLevels: rows.unclear,
      measures: fields.inOrder(rows.measures),
      fields: fields.names(),
      skipped: rows.skipped,
    },
  };
}

/** 「基本目標」 where every row of a field begins with it (基本目標Ⅰ…); "" where they do not say what they are. */
function bandWord(bands: readonly string[]): string {
  const words = new Set(
    bands.map(
      (text) =>
        /^(?:基本目標|重点目標|基本方針|基本方向|基本施策|政策|施策|分野|目標|方針|柱|章)(?=[\s\dⅠ-Ⅻ①-⑳一二三四五六七八九:：.．０-９])/.exec(
          text,
        )?.[0] ?? "",
    ),
  );
  const [word = ""] = words;
  return words.size === 1 ? word : "";
}

function onSheet(columns: HeaderMatch["columns"], firstColumn: number): Partial<Record<ColumnKey, number>> {
  const entries = Object.entries(columns) as [ColumnKey, number][];
  return Object.fromEntries(entries.map(([key, column]) => [key, firstColumn + column]));
}

function indicatorOnSheet(group: IndicatorColumns, firstColumn: number): IndicatorColumns {
  const single = (column: number | null) => (column === null ? null : firstColumn + column);
  const byYear = (columns: IndicatorColumns["targets"]) =>
    columns.map(({ column, year }) => ({ column: firstColumn + column, year }));
  return {
    kind: group.kind,
    name: single(group.name),
    unit: single(group.unit),
    kindColumn: single(group.kindColumn),
    improvement: single(group.improvement),
    source: single(group.source),
    base: single(group.base),
    targets: byYear(group.targets),
    actuals: byYear(group.actuals),
    rates: byYear(group.rates),
  };
}

function headerAddress(source: SheetSource, header: HeaderMatch, headers: readonly ColumnReading[]): string {
  const columns = headers.map(({ column }) => column);
  const first = Math.min(...columns);
  return areaAddress({
    row: source.row + header.top,
    column: first,
    rows: header.row - header.top + 1,
    columns: Math.max(...columns) - first + 1,
  });
}
