import type { LedgerSummary } from "../actions/actions";
import { columnLetters } from "../cells/cell";
import { headerOf } from "../ledger/columns";
import { UNUSED_COLUMN } from "../ledger/read-settings";
import type { ColumnReading } from "../ledger/ledger";
import { formatFiscalYear } from "../ledger/wareki";
import type { Messages } from "../messages";
import { oneLine } from "./terminal";

/** The answer of `check --columns --json`. */
export function columnsJson({
  sheet,
  headerTop,
  headerRow,
  headers,
  levels,
  year,
  statusColumn,
}: LedgerSummary): object {
  return {
    sheet,
    header: [headerTop, headerRow],
    year: year && { year: year.year, by: year.by },
    levels: levels.map(({ key, name, column }) => ({ key, name, column: letters(column) })),
    columns: headers.map(({ column, text, key, year: own, stage, index, unit, by }) => ({
      column: letters(column),
      text,
      key,
      meaning: key === null ? UNUSED_COLUMN : headerOf(key),
      year: own,
      stage,
      index,
      unit,
      by,
      counted: column === statusColumn,
    })),
  };
}

/** What each column was taken for and why, a line each. */
export function columnsText(ledger: LedgerSummary, { commandLine }: Messages): string {
  const { sheet, headerTop, headerRow, headers, levels, year, statusColumn } = ledger;
  const words = commandLine.columns;
  const line = (reading: ColumnReading): string => {
    const { column, text, key, year: own, by } = reading;
    const meaning = key === null ? UNUSED_COLUMN : headerOf(key);
    const details = [
      ...(own === null ? [] : [formatFiscalYear(own)]),
      ...(column === statusColumn ? [words.counted] : []),
      words.by[by],
    ];
    return `  ${letters(column)} ${oneLine(text)} → ${meaning}（${details.join("、")}）`;
  };
  return [
    words.title(oneLine(sheet), headerTop === headerRow ? String(headerRow) : `${headerTop}～${headerRow}`),
    words.levels(levels.map(({ name }) => oneLine(name))),
    year === null ? words.noYear : words.year(formatFiscalYear(year.year), words.yearBy[year.by]),
    ...headers.map(line),
    words.correct,
  ].join("\n");
}

function letters(column: number): string {
  return column < 0 ? "" : columnLetters(column);
}
