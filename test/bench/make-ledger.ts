import type { CellValue } from "../../src/cells/cell";

const FIELDS = [
  "行政サービス",
  "行政運営",
  "情報通信基盤",
  "教育・生涯学習",
  "健康・福祉",
  "消防・防災",
  "産業振興",
  "推進体制",
];
const HEADER = ["番号", "分野", "大項目番号", "大項目", "施策番号", "施策", "個別事業", "状況", "再掲"];

/**
 * A made-up ledger of any size, row by row with its header: 8 fields, 28 headings at any size, every name different, as a plan
 * would have it. The same size always gives the same ledger.
 */
export function makeLedger(measures: number): CellValue[][] {
  const rows: CellValue[][] = [HEADER];
  const headings = 28;
  for (let index = 0; index < measures; index++) {
    const heading = Math.floor((index * headings) / measures);
    const field = Math.floor((heading * FIELDS.length) / headings);
    const policy = Math.floor(index / 3);
    // 5 is coprime to 98, so that the three statuses spread evenly over fields at every size.
    const draw = (index * 5) % 98;
    rows.push([
      index + 1,
      FIELDS[field]!,
      heading + 1,
      `${FIELDS[field]!}に関する取組の方向その${heading + 1}`,
      policy + 1,
      `市民に身近な手続の見直しと電子化の推進 第${policy + 1}施策`,
      `窓口業務の改善に向けた情報システムの整備 ${index + 1}号`,
      draw < 72 ? "達成" : draw < 86 ? "未達成" : "中止",
      "",
    ]);
  }
  return rows;
}
