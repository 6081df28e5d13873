import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { column, foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  [
    "another than the figures give",
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
      W9: 95,
    },
    ["W9"],
  ],
  [
    "120 % of the target",
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
      V9: 240,
      W9: 120,
    },
    [],
  ],
  [
    "the way gone from the base",
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
      W9: 80,
    },
    [],
  ],
])("%s", (_, cells, found) => {
  expect(foundIn("rate-wrong", cells)).toEqual(found);
});
