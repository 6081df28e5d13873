import type { CellValue } from "../cells/cell";
import type { ColumnMapping } from "../ledger/columns/read-columns";
import { matchKey } from "../ledger/match-key";
import { readLedger } from "../ledger/read-ledger";
import type { Settings } from "../ledger/settings";
import { LEDGER_SHEET } from "../ledger/sheet-names";
import { ORIGIN_HEADERS } from "./earlier";
import type { Item } from "./items";
import type { JoinedColumns } from "./join-columns";

/** The collected ledger as cells: its header, and a row for each measure with where it came from. */
export interface CollectedValues {
  readonly header: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Number of the columns that are the ledger's; those behind them say where a row came from. */
  readonly columns: number;
  /** 列の対応 with which it reads as the ledgers did that it is made of. */
  readonly mapping: readonly ColumnMapping[];
}

/** Lays the measures out, and reads them once more as a ledger: what would be read as something else goes to 列の対応. */
export function collectedValues(
  items: readonly Item[],
  { columns }: JoinedColumns,
  settings: Settings,
): CollectedValues {
  const header = [...columns.map((column) => column.header), ...ORIGIN_HEADERS];
  const rows = items.flatMap(({ section, rows: own }) =>
    own.map(({ cells, file, sheet, row, print }) => [...cells, section, file, sheet, row, print]),
  );
  const hasDepartments = columns.some(({ key }) => key === "department");
  const origin = ORIGIN_HEADERS.map((text, at): ColumnMapping => ({
    header: text,
    key: at === 0 && !hasDepartments ? "department" : null,
    year: null,
  }));
  const headers = new Set(header.map(matchKey));
  const given = (settings.columns ?? []).filter(
    (one) => headers.has(matchKey(one.header)) && !origin.some(({ header: text }) => text === one.header),
  );
  const mapping = [...given, ...origin];
  return { header, rows, columns: columns.length, mapping: [...mapping, ...corrections()] };

  function corrections(): ColumnMapping[] {
    const { ledger } = readLedger(
      { name: LEDGER_SHEET, row: 0, column: 0, values: [header, ...rows] },
      {
        statuses: settings.statuses,
        fieldOrder: [],
        mapping,
        errorValues: "keep",
        ...(settings.year === undefined ? {} : { year: { year: settings.year, by: "settings" as const } }),
      },
    );
    return columns.flatMap((column, at) => {
      const read = ledger?.headers.find((one) => one.column === at);
      const isSame = read?.key === column.key && (column.year === null || read.year === column.year);
      return isSame || given.some((one) => matchKey(one.header) === matchKey(column.header))
        ? []
        : [{ header: column.header, key: column.key, year: column.year }];
    });
  }
}
