import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { column, foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  [
    "none",
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
      S9: "",
    },
    ["S9"],
  ],
  [
    "a dash",
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
      S9: "－",
    },
    [],
  ],
])("%s", (_, cells, found) => {
  expect(foundIn("target-missing", cells)).toEqual(found);
});
