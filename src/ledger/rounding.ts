/**
 * 端数処理: what the 設定 sheet calls each way of rounding shares, the usual name first, then others that are understood. How
 * each rounds is in tally/round.ts; its formula and the report's words for it are in report/rounding.ts.
 */
export const ROUNDING_NAMES = {
  "half-up": ["四捨五入"],
  truncate: ["切り捨て", "切捨て", "切捨"],
  "sum-100": ["合計を100に調整", "合計を100%に調整", "100に調整"],
  "largest-class": ["最大区分で調整", "最大の区分で調整"],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

/** A way of rounding shares. */
export type Rounding = keyof typeof ROUNDING_NAMES;
