import { cellText } from "../ledger/cell-text";
import type { SheetSource } from "../ledger/source";
import { textLines } from "../ledger/text-lines";

/** A cell of the 計画 sheet; zero-based position. */
interface PlanCellText {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Finds the cell that an entry of the plan's prose came from; undefined where the sheet is not known. */
export function planCells(source: SheetSource | null): (entry: string) => PlanCellText | undefined {
  const cells = new Map<string, PlanCellText>();
  for (const [index, row] of (source?.values ?? []).entries()) {
    for (const [at, value] of row.entries()) {
      const text = cellText(value);
      for (const line of textLines(text)) {
        if (source && !cells.has(line)) {
          cells.set(line, { sheet: source.name, row: source.row + index, column: source.column + at, text });
        }
      }
    }
  }
  return (entry) => cells.get(entry);
}
