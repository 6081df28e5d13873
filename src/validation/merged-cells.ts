import type { SheetSource } from "../ledger/source";

/** Whether a cell of a column lies in a merged area, by its zero-based sheet row; nobody knows of any where Excel cannot tell. */
export function mergedCells({ structure }: SheetSource, column: number): (row: number) => boolean {
  const areas = (structure?.mergedAreas ?? []).filter(
    (area) => area.column <= column && column < area.column + area.columns,
  );
  const rows = new Set(areas.flatMap(({ row, rows: count }) => Array.from({ length: count }, (_, at) => row + at)));
  return (row) => rows.has(row);
}
