import type { SheetSource } from "../ledger/source";

/** Zero-based sheet rows that Excel tables keep for their totals. */
export function tableTotals({ structure }: SheetSource): readonly number[] {
  return (structure?.tables ?? []).flatMap(({ area, showTotals }) => (showTotals ? [area.row + area.rows - 1] : []));
}
