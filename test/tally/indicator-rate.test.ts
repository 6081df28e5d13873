import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Improvement } from "../../src/ledger/indicators";
import { indicatorRate, rateFormula } from "../../src/tally/indicator-rate";

const HALF_UP = { rounding: "half-up", decimals: 1 } as const;

const rateOf = (improvement: Improvement, base: number | null, target: number | null, actual: number | null) =>
  indicatorRate({ improvement, base, target, actual }, HALF_UP);

describe("indicatorRate", () => {
  test.each([
    // Figures of the forms in test/fixtures/ledgers that give a rate themselves.
    ["上向き", 80, 120, 132, "of-target", 110],
    ["上向き", 4, 12, 7, "of-target", 58.3],
    ["維持", 4, 4, 1, "of-target", 25],
    ["", null, 52, 54, "of-target", 103.8],
    ["下向き", null, 45, 40, "of-actual", 112.5],
    ["下向き", null, 816, 816, "of-actual", 100],
    // 5.2 % with one decimal more than the target: 842 → 780, of which 3.1 is gone.
    ["下向き", 842, 780, 838.9, "from-base", 5],
    ["下向き", 66, 45, 40, "from-base", 123.8],
    ["下向き", 24, 10, 30, "from-base", -42.9],
    ["下向き", 10, 10, 20, "of-actual", 50],
    // Halves that binary fractions would round down.
    ["上向き", null, 200, 2.01, "of-target", 1],
    ["上向き", null, 8, 0.01, "of-target", 0.1],
    ["上向き", null, 1000, 10.05, "of-target", 1],
    ["上向き", null, 1000, 10.15, "of-target", 1],
    ["上向き", null, 2000, 20.1, "of-target", 1],
    ["上向き", null, 100, 0, "of-target", 0],
    ["上向き", null, 1000, -0.4, "of-target", 0],
  ] as const)("%s, base %s, target %s, actual %s: %s %s %%", (improvement, base, target, actual, formula, percent) => {
    expect(rateOf(improvement, base, target, actual)).toEqual({ formula, percent });
  });

  test.each([
    ["上向き", 5, 0, 3],
    ["下向き", 5, 0, 3],
    ["下向き", null, 0, 0],
    ["下向き", null, 5, 0],
    ["上向き", null, -5, 3],
    ["上向き", null, null, 3],
    ["上向き", null, 3, null],
    ["下向き", 8, null, 3],
  ] as const)("none: %s, base %s, target %s, actual %s", (improvement, base, target, actual) => {
    expect(rateOf(improvement, base, target, actual)).toBeNull();
  });

  test("cuts where the settings cut, towards 0", () => {
    const cut = { rounding: "truncate", decimals: 1 } as const;
    expect(indicatorRate({ improvement: "", base: null, target: 3, actual: 2 }, cut)?.percent).toBe(66.6);
    expect(indicatorRate({ improvement: "下向き", base: 24, target: 10, actual: 30 }, cut)?.percent).toBe(-42.8);
  });

  const amount = fc
    .integer({ min: 1, max: 10_000_000 })
    .chain((digits) => fc.constantFrom(1, 10, 100, 1000).map((scale) => digits / scale));
  const improvement = fc.constantFrom<Improvement>("上向き", "下向き", "維持", "");
  const decimals = fc.constantFrom(0, 1, 2);

  test("reaching the target is 100 % by every formula, and standing at the base is 0 % of the way", () => {
    fc.assert(
      fc.property(improvement, fc.option(amount), amount, decimals, (way, base, target, places) => {
        const settings = { rounding: "half-up", decimals: places } as const;
        expect(indicatorRate({ improvement: way, base, target, actual: target }, settings)?.percent).toBe(100);
        if (rateFormula({ improvement: way, base, target }) !== "from-base" || base === null) return;
        expect(indicatorRate({ improvement: way, base, target, actual: base }, settings)?.percent).toBe(0);
      }),
    );
  });

  test("is within half a step of the quotient", () => {
    fc.assert(
      fc.property(improvement, fc.option(amount), amount, amount, decimals, (way, base, target, actual, places) => {
        const rate = indicatorRate(
          { improvement: way, base, target, actual },
          { rounding: "half-up", decimals: places },
        )!;
        const quotient = {
          "of-target": actual / target,
          "of-actual": target / actual,
          "from-base": (actual - base!) / (target - base!),
        }[rate.formula];
        expect(Math.abs(rate.percent - quotient * 100)).toBeLessThanOrEqual(
          0.5 * 10 ** -places + Math.abs(quotient) * 1e-7 + 1e-9,
        );
      }),
    );
  });

  test("never falls as the actual value gets better", () => {
    fc.assert(
      fc.property(improvement, fc.option(amount), amount, amount, amount, (way, base, target, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const of = (actual: number) => rateOf(way, base, target, actual)!.percent;
        const formula = rateFormula({ improvement: way, base, target });
        const rises = formula === "of-target" || (formula === "from-base" && target > base!);
        expect(rises ? of(more) >= of(less) : of(less) >= of(more)).toBe(true);
      }),
    );
  });
});
