import type { ColumnKey } from "./ledger";
import { matchKey } from "./match-key";

/** Proper headers of all columns, in their usual order. */
const HEADERS: Readonly<Record<ColumnKey, string>> = {
  number: "番号",
  field: "分野",
  headingNumber: "大項目番号",
  heading: "大項目",
  policyNumber: "施策番号",
  policy: "施策",
  action: "取組",
  measure: "個別事業",
  status: "状況",
  relisted: "再掲",
  original: "参照元",
  reason: "理由",
  result: "実績",
  department: "担当課",
  remarks: "備考",
  review: "二次評価",
  opinion: "意見",
  flag: "重点",
  issue: "課題",
  next: "改善策",
  outline: "概要",
  direction: "今後の方向性",
  period: "実施期間",
  indicator: "指標",
  unit: "単位",
  indicatorKind: "種別",
  improvement: "改善の方向",
  source: "出典",
  base: "基準値",
  target: "目標値",
  actual: "実績値",
  rate: "達成率",
  budget: "予算",
  settled: "決算",
};

/** The proper header of a column, e.g. "施策" for "policy". */
export function headerOf(key: ColumnKey): string {
  return HEADERS[key];
}

/** The column with that proper header; undefined for any other text. */
export function columnKeyOf(header: string): ColumnKey | undefined {
  const wanted = matchKey(header);
  return (Object.keys(HEADERS) as ColumnKey[]).find((key) => matchKey(HEADERS[key]) === wanted);
}

/** Columns chosen by hand: zero-based, or -1 for a column the ledger does not have. */
export type ColumnChoice = Readonly<Partial<Record<ColumnKey, number>>>;

/** A choice of sheet columns as indexes into rows that begin at `firstColumn`; a column before it is none. */
export function choiceWithin(choice: ColumnChoice | undefined, firstColumn: number): ColumnChoice {
  const within: Partial<Record<ColumnKey, number>> = {};
  for (const [key, column] of Object.entries(choice ?? {}) as [ColumnKey, number][]) {
    within[key] = Math.max(-1, column - firstColumn);
  }
  return within;
}
