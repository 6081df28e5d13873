import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { percentages } from "../../src/tally/round";

const counts = fc.array(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 9 });
const decimals = fc.constantFrom(0, 1, 2);
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

describe("percentages", () => {
  test.each([
    [[72, 14, 12], "half-up", 1, [73.5, 14.3, 12.2]],
    [[72, 14, 12], "half-up", 0, [73, 14, 12]],
    [[72, 14, 12], "truncate", 1, [73.4, 14.2, 12.2]],
    [[72, 14, 12], "truncate", 0, [73, 14, 12]],
    [[72, 14, 12], "sum-100", 0, [74, 14, 12]],
    [[72, 14, 12], "sum-100", 1, [73.5, 14.3, 12.2]],
    [[1, 1, 1], "sum-100", 0, [34, 33, 33]],
    [[1, 1, 1], "sum-100", 2, [33.34, 33.33, 33.33]],
    [[0, 5, 0], "sum-100", 1, [0, 100, 0]],
    [[44, 17, 7, 13], "half-up", 1, [54.3, 21, 8.6, 16]],
    [[44, 17, 7, 13], "largest-class", 1, [54.4, 21, 8.6, 16]],
    // Halves that binary fractions would round down: 1.005 %, 28.5 % and 0.285 %.
    [[201, 19_799], "half-up", 2, [1.01, 99]],
    [[57, 143], "half-up", 0, [29, 72]],
    [[57, 19_943], "half-up", 2, [0.29, 99.72]],
    [[1, 7], "half-up", 1, [12.5, 87.5]],
    [[1, 15], "half-up", 1, [6.3, 93.8]],
  ] as const)("%j, %s, %i decimals", (given, rounding, places, expected) => {
    expect(percentages(given, sumOf(given), rounding, places)).toEqual(expected);
  });

  test("without a denominator there is no share", () => {
    expect(percentages([0, 0], 0, "half-up", 1)).toEqual([null, null]);
  });

  test("adjusted to 100 they always add up to exactly 100, none more than a step away from its share", () => {
    fc.assert(
      fc.property(counts, decimals, (given, places) => {
        const total = sumOf(given);
        fc.pre(total > 0);
        const scale = 10 ** places;
        const steps = percentages(given, total, "sum-100", places).map((share) => Math.round((share ?? 0) * scale));
        expect(sumOf(steps)).toBe(100 * scale);
        steps.forEach((step, at) => {
          expect(Math.abs(step - ((given[at] ?? 0) / total) * 100 * scale)).toBeLessThan(1);
        });
        given.forEach((count, at) => {
          if (count === 0) expect(steps[at]).toBe(0);
        });
      }),
      { numRuns: 1000 },
    );
  });

  test("adjusted by the largest class they always add up to exactly 100, and only that class is not what it was", () => {
    fc.assert(
      fc.property(counts, decimals, (given, places) => {
        const total = sumOf(given);
        fc.pre(total > 0);
        const scale = 10 ** places;
        const shares = percentages(given, total, "largest-class", places);
        expect(sumOf(shares.map((share) => Math.round((share ?? 0) * scale)))).toBe(100 * scale);
        const largest = given.indexOf(Math.max(...given));
        const rounded = percentages(given, total, "half-up", places);
        expect(shares.map((share, at) => (at === largest ? rounded[at] : share))).toEqual(rounded);
        expect(shares.every((share) => share !== null && share >= 0)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("half up is decided by whole numbers", () => {
    fc.assert(
      fc.property(fc.nat({ max: 100_000 }), fc.integer({ min: 1, max: 100_000 }), decimals, (count, total, places) => {
        fc.pre(count <= total);
        const scale = BigInt(100 * 10 ** places);
        const steps = (BigInt(2 * count) * scale + BigInt(total)) / BigInt(2 * total);
        expect(percentages([count], total, "half-up", places)).toEqual([Number(steps) / 10 ** places]);
        const cut = (BigInt(count) * scale) / BigInt(total);
        expect(percentages([count], total, "truncate", places)).toEqual([Number(cut) / 10 ** places]);
      }),
      { numRuns: 1000 },
    );
  });
});
