import type { PlannedSheet } from "./report-problem";

/** What a part makes of the ledger's further columns. */
export interface PartPlan {
  /** Empty where the cells hold nothing to make it of. */
  readonly sheets: readonly PlannedSheet[];
  /** Zero-based sheet columns of the ledger that stand on these sheets. */
  readonly columns: readonly number[];
}

/** A part for which the ledger has nothing. */
export const NO_PART: PartPlan = { sheets: [], columns: [] };
