import type { Rounding } from "../ledger/settings";

/**
 * Shares in percent of whole counts, as shown: `counts[i]` of `total` at 0–2 decimals. Computed in whole numbers, so that no
 * binary fraction decides a half. With "sum-100" the shares add up to exactly 100 where the counts add up to `total`
 * (largest remainder; among equal remainders the earlier count goes first). [] of null where the total is 0.
 */
export function percentages(
  counts: readonly number[],
  total: number,
  rounding: Rounding,
  decimals: number,
): readonly (number | null)[] {
  if (total === 0) return counts.map(() => null);
  const scale = 10 ** decimals;
  return stepsOf(counts, total, rounding, 100 * scale).map((steps) => steps / scale);
}

/** Each count as whole steps of which `total` has `all`. */
function stepsOf(counts: readonly number[], total: number, rounding: Rounding, all: number): readonly number[] {
  const floors = counts.map((count) => quotient(count * all, total));
  if (rounding === "truncate") return floors;
  const remainders = counts.map((count) => (count * all) % total);
  if (rounding === "half-up") return floors.map((floor, at) => floor + (2 * (remainders[at] ?? 0) >= total ? 1 : 0));
  const missing = quotient(
    remainders.reduce((sum, remainder) => sum + remainder, 0),
    total,
  );
  const chosen = new Set(
    remainders
      .map((remainder, at) => ({ remainder, at }))
      .sort((a, b) => b.remainder - a.remainder || a.at - b.at)
      .slice(0, missing)
      .map(({ at }) => at),
  );
  return floors.map((floor, at) => floor + (chosen.has(at) ? 1 : 0));
}

/** Whole quotient, exact for whole numbers below 2^53. */
function quotient(dividend: number, divisor: number): number {
  return (dividend - (dividend % divisor)) / divisor;
}
