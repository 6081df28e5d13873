import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { column, foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  [
    "below the class's share",
    {
      ...column("O", "指標", (row) => `人数その${row}`),
      ...column("P", "単位", () => "人"),
      ...column("Q", "改善の方向", () => "上向き"),
      ...column("R", "基準値", () => 100),
      ...column("S", "目標値", () => 200),
      ...column("T", "令和4年度実績値", () => 120),
      ...column("U", "令和5年度実績値", () => 150),
      ...column("V", "令和6年度実績値", () => 180),
      ...column("W", "達成率", () => 90),
      ...column("E", "状況", () => "達成"),
      "設定!G1": "達成率の下限",
      "設定!G2": 80,
      "設定!G3": 0,
      V9: 100,
      W9: 50,
    },
    ["E9 → 未達成"],
  ],
  [
    "no shares on 設定",
    {
      ...column("O", "指標", (row) => `人数その${row}`),
      ...column("P", "単位", () => "人"),
      ...column("Q", "改善の方向", () => "上向き"),
      ...column("R", "基準値", () => 100),
      ...column("S", "目標値", () => 200),
      ...column("T", "令和4年度実績値", () => 120),
      ...column("U", "令和5年度実績値", () => 150),
      ...column("V", "令和6年度実績値", () => 180),
      ...column("W", "達成率", () => 90),
      V9: 100,
      W9: 50,
    },
    [],
  ],
])("%s", (_, cells, found) => {
  expect(foundIn("status-rate", cells)).toEqual(found);
});
