/*
 * 端数処理: how shares become the percentages that are shown. One entry is all that a way of rounding is: its names on the 設定
 * sheet, the computation, the formula that gives the same in Excel, and the words of the report's notes.
 */

/** A way of rounding shares. */
export interface RoundingMode {
  /** What the 設定 sheet calls it: the usual name, then others that are understood. */
  readonly names: readonly [string, ...string[]];
  /**
   * True where the shares of all classes always add up to 100. The share of several classes is then the sum of theirs;
   * otherwise it is rounded by itself.
   */
  readonly closes: boolean;
  /**
   * Each count as whole steps of which `total` (above 0) has `all`. In a mode that closes, the counts add up to `total`.
   */
  readonly steps: (counts: readonly number[], total: number, all: number) => readonly number[];
  /** Formula text for a share in percent, where the denominator is not 0; null where no formula of one row's counts gives it. */
  readonly formula: (share: ShareCells) => string | null;
  /** How it is done, for a sentence that ends in います: 「小数第2位を四捨五入して」. */
  readonly manner: (decimals: number) => string;
  /** The note under a table of shares; without `closes` it is needed only where they do not add up. */
  readonly note: (decimals: number) => string;
}

/** A share as a formula sees it. */
export interface ShareCells {
  /** The counts of one row that belong to the denominator, in the vocabulary's order, and their sum as formula text. */
  readonly counts: readonly string[];
  readonly denominator: string;
  /** Which of the counts the share is of, by index, and their sum as formula text. */
  readonly chosen: readonly number[];
  readonly numerator: string;
  readonly decimals: number;
}

const MODES = {
  "half-up": {
    names: ["四捨五入"],
    closes: false,
    steps: roundedSteps,
    formula: ({ numerator, denominator, decimals }) => percent("ROUND", numerator, denominator, decimals),
    manner: (decimals) => `${roundedPlace(decimals)}して`,
    note: (decimals) => mayNotClose(`${roundedPlace(decimals)}して`),
  },
  truncate: {
    names: ["切り捨て", "切捨て", "切捨"],
    closes: false,
    steps: (counts, total, all) => counts.map((count) => quotient(count * all, total)),
    formula: ({ numerator, denominator, decimals }) => percent("ROUNDDOWN", numerator, denominator, decimals),
    manner: cutPlace,
    note: (decimals) => mayNotClose(cutPlace(decimals)),
  },
  /* Largest remainder: the missing steps go to the shares that were cut most; among equals the earlier one goes first. */
  "sum-100": {
    names: ["合計を100に調整", "合計を100%に調整", "100に調整"],
    closes: true,
    steps: largestRemainderSteps,
    formula: () => null,
    manner: () => "端数は構成比の合計が100％になるように調整して",
    note: () => "構成比は、分野ごとの合計が100％になるように端数を調整しています。",
  },
  /*
   * All are rounded half up, and the class with the most measures, the earlier one among equals, shows what is left of 100:
   * 44, 17, 7 and 13 of 81 are 54.4, 21.0, 8.6 and 16.0, as plans publish them.
   */
  "largest-class": {
    names: ["最大区分で調整", "最大の区分で調整"],
    closes: true,
    steps: largestClassSteps,
    formula: largestClassFormula,
    manner: (decimals) => `${roundedPlace(decimals)}し、構成比の合計が100％になるように件数の最も多い区分で調整して`,
    note: (decimals) =>
      `構成比は、${roundedPlace(decimals)}し、分野ごとの合計が100％になるように件数の最も多い区分で調整しています。`,
  },
} as const satisfies Readonly<Record<string, RoundingMode>>;

/** 端数処理 by its key. */
export type Rounding = keyof typeof MODES;

/** All that is particular to each way of rounding. */
export const ROUNDING_MODES: Readonly<Record<Rounding, RoundingMode>> = MODES;

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

/** `IF(AND(B6>=C6,B6>=D6),ROUND(100-ROUND(C6*100/E6,1)-ROUND(D6*100/E6,1),1),ROUND(B6*100/E6,1))` */
function largestClassFormula({ counts, denominator, chosen, decimals }: ShareCells): string {
  const rounded = (cell: string): string => percent("ROUND", cell, denominator, decimals);
  const own = chosen.map((at) => counts[at]!);
  const others = counts.flatMap((cell, at) => (chosen.includes(at) ? [] : [{ cell, at }]));
  if (own.length === 0) return "0";
  if (others.length === 0) return "100";
  const isLargest = (at: number): string =>
    joined(
      "AND",
      others.map((other) => `${counts[at]!}${other.at < at ? ">" : ">="}${other.cell}`),
    );
  const rest = `ROUND(100${others.map(({ cell }) => `-${rounded(cell)}`).join("")},${decimals})`;
  const sum = own.map(rounded).join("+");
  return `IF(${joined("OR", chosen.map(isLargest))},${rest},${own.length === 1 ? sum : `ROUND(${sum},${decimals})`})`;
}

function joined(name: "AND" | "OR", conditions: readonly string[]): string {
  return conditions.length === 1 ? conditions[0]! : `${name}(${conditions.join(",")})`;
}

function percent(round: "ROUND" | "ROUNDDOWN", numerator: string, denominator: string, decimals: number): string {
  return `${round}(${numerator}*100/${denominator},${decimals})`;
}

function roundedPlace(decimals: number): string {
  return `小数第${decimals + 1}位を四捨五入`;
}

function cutPlace(decimals: number): string {
  return `小数第${decimals + 1}位以下を切り捨てて`;
}

function mayNotClose(manner: string): string {
  return `構成比は${manner}いるため、合計が100％にならないことがあります。`;
}

/** Whole quotient, exact for whole numbers below 2^53. */
function quotient(dividend: number, divisor: number): number {
  return (dividend - (dividend % divisor)) / divisor;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
