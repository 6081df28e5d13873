import type { Rounding } from "../ledger/rounding";

/** How shares are rounded. */
interface Rounder {
  /**
   * True where the shares of all classes always add up to 100. The share of several classes is then the sum of theirs;
   * otherwise it is rounded by itself.
   */
  readonly closes: boolean;
  /**
   * Each count as whole steps of which `total` (above 0) has `all`. Where the steps close, the counts add up to `total`.
   */
  readonly steps: (counts: readonly number[], total: number, all: number) => readonly number[];
}

/** All ways of rounding. */
export const ROUNDERS: Readonly<Record<Rounding, Rounder>> = {
  "half-up": { closes: false, steps: roundedSteps },
  truncate: { closes: false, steps: (counts, total, all) => counts.map((count) => quotient(count * all, total)) },
  /* The missing steps go to the shares that were cut most; among equals the earlier one goes first. */
  "sum-100": { closes: true, steps: largestRemainderSteps },
  /*
   * All are rounded half up, and the class with the most measures, the earlier one among equals, shows what is left of 100:
   * 44, 17, 7 and 13 of 81 are 54.4, 21.0, 8.6 and 16.0, as plans publish them.
   */
  "largest-class": { closes: true, steps: largestClassSteps },
};

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
  return ROUNDERS[rounding].steps(counts, total, 100 * scale).map((steps) => steps / scale);
}

function roundedSteps(counts: readonly number[], total: number, all: number): readonly number[] {
  return counts.map((count) => quotient(count * all, total) + (2 * ((count * all) % total) >= total ? 1 : 0));
}

function largestRemainderSteps(counts: readonly number[], total: number, all: number): readonly number[] {
  const remainders = counts.map((count) => (count * all) % total);
  const missing = quotient(sumOf(remainders), total);
  const chosen = new Set(
    remainders
      .map((remainder, at) => ({ remainder, at }))
      .sort((a, b) => b.remainder - a.remainder || a.at - b.at)
      .slice(0, missing)
      .map(({ at }) => at),
  );
  return counts.map((count, at) => quotient(count * all, total) + (chosen.has(at) ? 1 : 0));
}

function largestClassSteps(counts: readonly number[], total: number, all: number): readonly number[] {
  const steps = roundedSteps(counts, total, all);
  const largest = counts.indexOf(Math.max(...counts));
  return steps.map((step, at) => (at === largest ? step + all - sumOf(steps) : step));
}

/** Whole quotient, exact for whole numbers below 2^53. */
function quotient(dividend: number, divisor: number): number {
  return (dividend - (dividend % divisor)) / divisor;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
