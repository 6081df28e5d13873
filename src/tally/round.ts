import { ROUNDING_MODES, type Rounding } from "../ledger/rounding";

/**
 * Shares in percent of whole counts, as shown: `counts[i]` of `total` at 0–2 decimals. Computed in whole numbers, so that no
 * binary fraction decides a half. With a mode that closes, the counts add up to `total` and the shares to exactly 100. All
 * null where the total is 0.
 */
export function percentages(
  counts: readonly number[],
  total: number,
  rounding: Rounding,
  decimals: number,
): readonly (number | null)[] {
  if (total === 0) return counts.map(() => null);
  const scale = 10 ** decimals;
  return ROUNDING_MODES[rounding].steps(counts, total, 100 * scale).map((steps) => steps / scale);
}
