import type { CellValue } from "../cells/cell";
import { isBlankCell } from "./cell-text";
import { matchKey } from "./match-key";

/** Headers a small table (設定, 分野, 計画, 作成記録) is found by, each with its synonyms, the proper one first. */
export type TableHeaders<Column extends string> = Readonly<Record<Column, readonly string[]>>;

/** Where a table's header was found: index of its row in `values`, index in that row of each column that is there. */
export interface TableHeader<Column extends string> {
  readonly row: number;
  readonly columns: Readonly<Partial<Record<Column, number>>>;
}

/**
 * The first row that has the columns `needed` side by side with any others, wherever it stands; null where there is none.
 * Headers are compared by match key; of several cells with the same header the first counts.
 */
export function findTableHeader<Column extends string>(
  values: readonly (readonly CellValue[])[],
  headers: TableHeaders<Column>,
  needed: readonly NoInfer<Column>[],
): TableHeader<Column> | null {
  return tableHeaders(values, headers, needed).next().value ?? null;
}

/** Every row that `findTableHeader` could find, from the top. */
export function* tableHeaders<Column extends string>(
  values: readonly (readonly CellValue[])[],
  headers: TableHeaders<Column>,
  needed: readonly NoInfer<Column>[],
): Generator<TableHeader<Column>, undefined> {
  const names = (Object.entries(headers) as [Column, readonly string[]][]).flatMap(([column, texts]) =>
    texts.map((text) => ({ column, key: matchKey(text) })),
  );
  for (const [row, cells] of values.entries()) {
    const keys = cells.map((cell) => (typeof cell === "string" && !isBlankCell(cell) ? matchKey(cell) : ""));
    const columns: Partial<Record<Column, number>> = {};
    for (const { column, key } of names) {
      const at = keys.indexOf(key);
      if (at >= 0 && columns[column] === undefined) columns[column] = at;
    }
    if (needed.every((column) => columns[column] !== undefined)) yield { row, columns };
  }
  return undefined;
}
