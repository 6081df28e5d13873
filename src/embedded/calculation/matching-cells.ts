import type { CellIndex } from "./cell-index";
import { LONGEST_CRITERION, readCriterion, satisfies, type Criterion } from "./criterion";
import { VALUE_ERROR, type FormulaError, type Scalar } from "./value";
import type { SheetArea } from "../model/model";

/** One range and its criterion. */
export interface RangeCriterion {
  readonly range: SheetArea;
  readonly criterion: Scalar;
}

/** Gives the index of a range's first rows. */
export type IndexOf = (range: SheetArea, rows: number) => CellIndex;

/** Cells of same-shaped ranges where all conditions hold. */
interface MatchingCells {
  /** How many, those beyond the sheets' last rows included. */
  readonly count: number;
  /** Visits their places, row by row counted from 0, as far as the sheets have rows. */
  each(visit: (cell: number) => void): void;
}

/** Finds the cells that satisfy all conditions; #VALUE! for ranges of different shapes and overlong criteria. */
export function matchingCells(conditions: readonly RangeCriterion[], indexOf: IndexOf): MatchingCells | FormulaError {
  const { rows, columns } = conditions[0]!.range.area;
  const criteria: Criterion[] = [];
  let filled = 0;
  for (const { range, criterion } of conditions) {
    if (range.area.rows !== rows || range.area.columns !== columns) return VALUE_ERROR;
    if (typeof criterion === "string" && criterion.length > LONGEST_CRITERION) return VALUE_ERROR;
    criteria.push(readCriterion(criterion));
    filled = Math.max(filled, Math.min(rows, range.sheet.rows.length - range.area.row));
  }
  const parts = conditions.map(({ range }, i) => {
    const index = indexOf(range, filled);
    const codes = index.matching(criteria[i]!);
    return { index, codes, size: index.count(codes) };
  });
  parts.sort((a, b) => a.size - b.size);
  const [fewest, ...others] = parts;
  const wanted = others.map(({ index, codes }) => {
    const flags = new Uint8Array(index.values.length);
    for (const code of codes) flags[code] = 1;
    return { codes: index.codes, flags };
  });
  const each = (visit: (cell: number) => void): void => {
    fewest!.index.each(fewest!.codes, (cell) => {
      for (const { codes, flags } of wanted) if (flags[codes[cell]!] === 0) return;
      visit(cell);
    });
  };
  let count = 0;
  if (others.length === 0) count = fewest!.size;
  else {
    each(() => {
      count++;
    });
  }
  // Rows that no sheet has are blank throughout.
  if (criteria.every((criterion) => satisfies(criterion, null))) count += (rows - filled) * columns;
  return { count, each };
}
