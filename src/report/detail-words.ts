import type { Ledger } from "../ledger/ledger";
import type { Settings } from "../ledger/settings";
import { ERAS, formatFiscalYear } from "../ledger/wareki";
import type { RateFormula } from "../tally/indicator-rate";
import { ROUNDING_TEXTS } from "./rounding";
import { countWithUnit } from "../narrative/numbers";

/*
 * The words of the sheets made from a ledger's further columns. Like those of words.ts they are Japanese in every language of
 * the pane.
 */

const RATE_FORMULAS: Readonly<Record<RateFormula, string>> = {
  "of-target": "実績値÷目標値",
  "of-actual": "減らす指標は目標値÷実績値",
  "from-base": "減らす指標は（実績値－基準値）÷（目標値－基準値）",
};
const FORMULA_ORDER: readonly RateFormula[] = ["of-target", "from-base", "of-actual"];

/** 「R6」 for 2024. */
export function shortYear(year: number): string {
  const { letter, firstDay } = ERAS.find(({ firstFiscalYear }) => year >= firstFiscalYear) ?? ERAS[ERAS.length - 1]!;
  return `${letter}${year - firstDay.year + 1}`;
}

/** Titles, headings and notes that say counts, in the settings' manner. */
export function detailTexts(settings: Settings, asOf: string) {
  const amount = (count: number): string => countWithUnit(count, settings);
  return {
    /** 「担当課別の達成状況（令和6年度末、17項目）」 */
    chart: (word: string, count: number): string => `${word}別の件数（${amount(count)}）`,
    listByClass: (word: string): string => `${word}別の一覧`,
    /** 「健康課（3項目）」 */
    classTitle: (name: string, count: number): string => `${name}（${amount(count)}）`,
    sharedMeasures: (word: string, shared: number, count: number): string =>
      `複数の${word}が記載された${amount(shared)}は、それぞれの${word}に1件ずつ数えています。このため各行の合計は「計」（${amount(count)}）と一致しません。`,
    /** 「一次評価と最終評価」 */
    comparison: (other: string, own: string): string => `${other}と${own}`,
    comparisons: (own: string, count: number): string => `${own}とほかの評価の比較（${asOf}、${amount(count)}）`,
    differences: (other: string, own: string, count: number): string =>
      `${other}と${own}が異なるもの（${amount(count)}、${other}→${own}）`,
    comparedColumn: "比較",
    noDifference: (other: string, own: string): string => `${other}と${own}が異なるものはありません。`,
    otherScale: (other: string, own: string): string =>
      `${other}は${own}と区分が異なるため、一致・不一致は示していません。`,
    indicators: (count: number): string => `指標一覧（${asOf}、${count}指標）`,
    indicatorYears: (count: number): string => `指標の推移（${count}指標）`,
    firstCharts: (count: number): string => `グラフは、先頭から${count}指標について載せています。`,
    givenRates: "達成率は、台帳に記載された値です。",
    /** How the rates were reckoned; 合計を100に調整 concerns shares only. */
    rateFormulas: (formulas: readonly RateFormula[]): string => {
      const used = FORMULA_ORDER.filter((formula) => formulas.includes(formula)).map((one) => RATE_FORMULAS[one]);
      const rounding = settings.rounding === "truncate" ? "truncate" : "half-up";
      return `達成率は${used.join("、")}を百分率で示し、${ROUNDING_TEXTS[rounding].manner(settings.decimals)}います。目標値が0のもの、数値でないものは算出していません。`;
    },
    inferredWays: (count: number): string =>
      `${count}指標は、台帳に改善の方向の記載がないため、最終の目標値と基準値の大小から増やす指標か減らす指標かを判断しています。`,
    unknownWays: (count: number): string =>
      `${count}指標は、増やす指標か減らす指標かが台帳から分からないため、実績値÷目標値で示しています。`,
    laterTarget: (year: number): string => `目標値は${formatFiscalYear(year)}のもので、達成率はこれに対する割合です。`,
    money: (count: number): string => `予算・決算（${amount(count)}）`,
    spentRate: "執行率",
    spentRates: `執行率は、予算に対する決算の割合で、${ROUNDING_TEXTS["half-up"].manner(settings.decimals)}います。数値でない欄を含むものは算出していません。`,
    unaddedCells: (count: number, cells: readonly string[]): string =>
      `数値でない、または単位の異なる${count}欄は合計に含めていません（${cells.join("、")}${count > cells.length ? "ほか" : ""}）。`,
    moneyWith: (count: number): string => `合計には再掲の${amount(count)}の額を含みます。`,
    moneyWithout: (count: number): string => `再掲の${amount(count)}は載せていません。`,
    results: (count: number): string => `取組実績（${asOf}、${amount(count)}）`,
    measureWord: ({ levels }: Ledger): string => levels[levels.length - 1]?.name || "施策・事業",
    amount,
  } as const;
}
