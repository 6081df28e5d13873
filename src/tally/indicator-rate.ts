import type { Improvement } from "../ledger/indicators";
import type { Settings } from "../ledger/settings";

/**
 * How a rate is reckoned: `of-target` 実績÷目標, `of-actual` 目標÷実績, `from-base` (実績−基準)÷(目標−基準), the part of the way from
 * the base that has been gone.
 */
export type RateFormula = "of-target" | "of-actual" | "from-base";

/** What a rate is reckoned from; null for a text (未集計, －) or a blank, which are never taken for 0. */
export interface RateInput {
  readonly improvement: Improvement;
  readonly base: number | null;
  readonly target: number | null;
  readonly actual: number | null;
}

/** A rate of achievement in percent, and by which formula. */
export interface IndicatorRate {
  readonly formula: RateFormula;
  /** As shown, at the settings' decimals; below 0 where things have become worse than at the base. */
  readonly percent: number;
}

/**
 * The formula for an indicator. More is better, kept, or unknown: 実績÷目標. Less is better: the part of the way from the base,
 * where the ledger has one that differs from the target, else 目標÷実績.
 *
 * Sources: 実績÷目標 and its inverse are the rates of the forms after 行政事業レビュー (test/fixtures/ledgers/indicator-rows.ts:
 * 下向き, 目標 45, 実績 40, 達成率 112.5) and of 総合戦略 (kpi-by-year.ts, 「達成率は実績÷目標」); the way from the base is the 進捗率
 * of the forms that judge by base and target (indicator-grades.ts, after 長与町: 24 → 64, 実績 60, 進捗率 90). The way from the
 * base is preferred for less because 目標÷実績 calls a value twice the target 50 % even where nothing has been reduced.
 */
export function rateFormula({ improvement, base, target }: Omit<RateInput, "actual">): RateFormula {
  if (improvement !== "下向き") return "of-target";
  return base !== null && base !== target ? "from-base" : "of-actual";
}

/**
 * An indicator's rate of achievement. Null where a number is missing, where the target is 0 (「目標が０のため算出しない」), and where
 * the divisor is not above 0, from the base: where it is 0.
 */
export function indicatorRate(
  input: RateInput,
  { rounding, decimals }: Pick<Settings, "rounding" | "decimals">,
): IndicatorRate | null {
  const { base, target, actual } = input;
  if (target === null || actual === null || target === 0) return null;
  const formula = rateFormula(input);
  const parts = partsOf(formula, { base: base ?? 0, target, actual });
  if (parts === null) return null;
  return { formula, percent: percentOf(parts.numerator, parts.denominator, rounding === "truncate", decimals) };
}

interface Parts {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Numerator and denominator as whole numbers of one scale; null where the formula gives no rate. */
function partsOf(
  formula: RateFormula,
  numbers: { readonly base: number; readonly target: number; readonly actual: number },
): Parts | null {
  const places = Math.max(...Object.values(numbers).map(decimalPlaces));
  const [base, target, actual] = [numbers.base, numbers.target, numbers.actual].map((one) => scaled(one, places)) as [
    bigint,
    bigint,
    bigint,
  ];
  switch (formula) {
    case "of-target":
      return target > 0n ? { numerator: actual, denominator: target } : null;
    case "of-actual":
      return target > 0n && actual > 0n ? { numerator: target, denominator: actual } : null;
    case "from-base":
      return target === base ? null : { numerator: actual - base, denominator: target - base };
  }
}

/** Digits behind the point of a number as it is written. */
function decimalPlaces(number: number): number {
  const [, fraction = "", exponent = "0"] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(number)) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}

/** A number with at most so many decimals as a whole number of its last place, exactly as it is written. */
function scaled(number: number, places: number): bigint {
  const [, sign = "", whole = "0", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(number)) ?? [];
  const value = BigInt(whole + fraction) * 10n ** BigInt(places - fraction.length + Number(exponent));
  return sign === "-" ? -value : value;
}

/** Percent at so many decimals; a half goes away from 0, as Excel's ROUND does it, and cut digits go towards 0. */
function percentOf(numerator: bigint, denominator: bigint, cuts: boolean, decimals: number): number {
  const isNegative = numerator < 0n !== denominator < 0n;
  const [all, of] = [absolute(numerator) * 100n * 10n ** BigInt(decimals), absolute(denominator)];
  const steps = all / of + (!cuts && 2n * (all % of) >= of ? 1n : 0n);
  const percent = Number(steps) / 10 ** decimals;
  return isNegative && steps > 0n ? -percent : percent;
}

function absolute(number: bigint): bigint {
  return number < 0n ? -number : number;
}
