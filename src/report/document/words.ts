import type { ChartKind } from "../plan";

/*
 * What a document says beside the booklet's words: numbers of tables and charts, and charts in words.
 */

export const tableCaption = (number: string, title: string): string => `表${number}　${title}`;
export const chartTitle = (number: string, title: string): string => `図${number}　${title}`;
/** Caption of the list of a field's measures. */
export const listTitle = (field: string, heading: string, amount: string): string =>
  `${field === "" ? "" : `${field}の`}${heading}（${amount}）`;
export const REASON = "理由";

const KINDS: Readonly<Record<ChartKind, string>> = {
  BarStacked: "積み上げ横棒グラフ",
  BarStacked100: "100％積み上げ横棒グラフ",
  BarClustered: "横棒グラフ",
  ColumnClustered: "縦棒グラフ",
  Line: "折れ線グラフ",
  Doughnut: "ドーナツグラフ",
};

/** 「積み上げ横棒グラフ。分野別の件数（98項目）。行政サービス：達成10、未達成1、中止2。…」 */
export const chartInWords = (
  kind: ChartKind,
  title: string,
  rows: readonly { readonly name: string; readonly values: readonly string[] }[],
): string =>
  `${KINDS[kind]}。${title}。${rows.map(({ name, values }) => `${name === "" ? "" : `${name}：`}${values.join("、")}。`).join("")}`;

/** Heading of the sections of 集計 among the annex: 「分野別の達成状況」. */
export const summaryHeading = (fieldWord: string, state: string): string => `${fieldWord}別の${state}`;
