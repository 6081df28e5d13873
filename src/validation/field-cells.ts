import { cellText } from "../ledger/cell-text";
import { matchKey } from "../ledger/match-key";
import type { SheetSource } from "../ledger/source";

/** A cell of the 分野 sheet; zero-based position. */
interface FieldCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Finds the cell in which the 分野 sheet names a field; undefined where the sheet is not known. */
export function fieldCells(source: SheetSource | null): (name: string) => FieldCell | undefined {
  return (name) => {
    const key = matchKey(name);
    for (const [index, cells] of (source?.values ?? []).entries()) {
      const at = cells.findIndex((cell) => matchKey(cellText(cell)) === key);
      if (source && at >= 0) return { sheet: source.name, row: source.row + index, column: source.column + at };
    }
    return undefined;
  };
}
