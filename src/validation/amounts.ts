import type { ColumnKey } from "../ledger/ledger";
import type { LedgerColumn, RuleContext } from "./rule";

/** A number in a cell of the ledger. */
export interface Amount {
  readonly row: number;
  readonly value: number;
}

/** The numbers of a column, from the top. */
export function amountsOf({ ledger, valueAt }: RuleContext, { column }: Pick<LedgerColumn, "column">): Amount[] {
  const amounts: Amount[] = [];
  for (const { row } of ledger.measures) {
    const value = valueAt(row, column);
    if (typeof value === "number") amounts.push({ row, value });
  }
  return amounts;
}

/** The columns of a kind, in sheet order: those of every year. */
export function columnsOf({ columns }: RuleContext, ...keys: readonly ColumnKey[]): LedgerColumn[] {
  return columns.filter(({ key }) => key !== null && keys.includes(key));
}

/** The columns of percentages: those of a rate, and those whose header says so. */
export function rateColumns({ columns }: RuleContext): LedgerColumn[] {
  return columns.filter(({ key, header }) => key === "rate" || (key === null && /率|割合|比率|[%％]/.test(header)));
}

/** The value that so great a share of the sorted values (0–1) does not exceed. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
